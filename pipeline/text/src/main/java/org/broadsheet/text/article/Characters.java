package org.broadsheet.text.article;

/** What a character is to a newspaper's text: {@code 区} is Han, {@code ，} is punctuation of a sentence. */
final class Characters {
    private static final String TERMINALS = "。！？!?…";
    private static final String CLAUSE_ENDS = "，,；;：:。！？!?…";
    private static final String CLOSINGS = "”’」』》〉）】］〕)]\"";
    private static final String OPENINGS = "“‘「『《〈（【［〔([";
    private static final String CJK_MARKS = "，。、；：！？…—～·％";

    private Characters() {}

    static boolean isHan(char c) {
        return (c >= '\u4E00' && c <= '\u9FFF')
                || (c >= '\u3400' && c <= '\u4DBF')
                || c == '〇'
                || (c >= '\uF900' && c <= '\uFAFF')
                || Character.isSurrogate(c);
    }

    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\u3000' || c == '\u00A0' || Character.isSpaceChar(c);
    }

    /** Ends a line: the page may have come from any system. */
    static boolean isLineBreak(char c) {
        return (c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029';
    }

    /** Shows nothing, or nothing that all readers share: zero-width, control, private-use. */
    static boolean isInvisible(char c) {
        if (c >= ' ' && c < '\u007F') {
            return false;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> c != '\t';
            default -> c >= '\uFE00' && c <= '\uFE0F';
        };
    }

    /** Ends a sentence. */
    static boolean isTerminal(char c) {
        return TERMINALS.indexOf(c) >= 0;
    }

    /** Ends a clause or a sentence. */
    static boolean isClauseEnd(char c) {
        return CLAUSE_ENDS.indexOf(c) >= 0;
    }

    static boolean isClosing(char c) {
        return CLOSINGS.indexOf(c) >= 0;
    }

    static boolean isOpening(char c) {
        return OPENINGS.indexOf(c) >= 0;
    }

    /** A mark of Chinese print that needs no space beside it. */
    static boolean isCjkMark(char c) {
        return CJK_MARKS.indexOf(c) >= 0;
    }

    /** Carries meaning when sentences are compared: letters and digits, no punctuation, no spaces. */
    static boolean isContent(char c) {
        return c < '\u0080' ? isLatin(c) || isDigit(c) : Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    /** The form in which characters are compared: full width as half width, capital as small. */
    static char fold(char c) {
        char half = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        return half >= 'A' && half <= 'Z' ? (char) (half - 'A' + 'a') : half;
    }

    /** Columns in print: 2 for a Han character, 1 for a Latin one. */
    static int width(char c) {
        return c < '\u0250' || (c >= '\uFF61' && c <= '\uFFDC') ? 1 : 2;
    }

    /** How many characters carry meaning. */
    static int contentLength(CharSequence text) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += isContent(text.charAt(i)) ? 1 : 0;
        }
        return count;
    }
}

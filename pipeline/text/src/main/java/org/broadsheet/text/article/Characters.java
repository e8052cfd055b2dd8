package org.broadsheet.text.article;

/** What a character is to a newspaper's text: {@code 区} is Han, {@code ，} is punctuation of a sentence. */
final class Characters {
    private static final String TERMINALS = "。！？!?…";
    private static final String CLAUSE_ENDS = "，,；;：:。！？!?…";
    private static final String CLOSINGS = "”’」』》〉）】］〕)]\"";
    private static final String OPENINGS = "“‘「『《〈（【［〔([";
    private static final String CJK_MARKS = "，。、；：！？…—～·％";

    private static final int TERMINAL = 1;
    private static final int CLAUSE_END = 2;
    private static final int CLOSING = 4;
    private static final int OPENING = 8;
    private static final int CJK_MARK = 16;
    private static final int CONTENT = 32;
    private static final int INVISIBLE = 64;
    /** What each character is, as flags: each is asked many times a page. */
    private static final byte[] KINDS = kinds();

    private Characters() {}

    private static byte[] kinds() {
        byte[] kinds = new byte[1 << 16];
        flag(kinds, TERMINALS, TERMINAL);
        flag(kinds, CLAUSE_ENDS, CLAUSE_END);
        flag(kinds, CLOSINGS, CLOSING);
        flag(kinds, OPENINGS, OPENING);
        flag(kinds, CJK_MARKS, CJK_MARK);
        for (int c = 0; c < kinds.length; c++) {
            boolean content = c < 0x80
                    ? isLatin((char) c) || isDigit((char) c)
                    : Character.isLetterOrDigit(c) || Character.isSurrogate((char) c);
            kinds[c] |= (byte) (content ? CONTENT : 0);
            kinds[c] |= (byte) (showsNothing((char) c) ? INVISIBLE : 0);
        }
        return kinds;
    }

    private static void flag(byte[] kinds, String characters, int flag) {
        for (int i = 0; i < characters.length(); i++) {
            kinds[characters.charAt(i)] |= (byte) flag;
        }
    }

    private static boolean showsNothing(char c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.PRIVATE_USE, Character.UNASSIGNED -> c != '\t';
            default -> c >= '\uFE00' && c <= '\uFE0F';
        };
    }

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
        if (c < '\u0080') {
            return c == ' ' || c == '\t';
        }
        return c <= '\u3000' && Character.isSpaceChar(c);
    }

    /** Ends a line: the page may have come from any system. */
    static boolean isLineBreak(char c) {
        return c <= '\u2029' && ((c >= '\n' && c <= '\r') || c == '\u0085' || c == '\u2028' || c == '\u2029');
    }

    /** Shows nothing, or nothing that all readers share: zero-width, control, private-use. */
    static boolean isInvisible(char c) {
        return (KINDS[c] & INVISIBLE) != 0;
    }

    /** Ends a sentence. */
    static boolean isTerminal(char c) {
        return (KINDS[c] & TERMINAL) != 0;
    }

    /** Ends a clause or a sentence. */
    static boolean isClauseEnd(char c) {
        return (KINDS[c] & CLAUSE_END) != 0;
    }

    static boolean isClosing(char c) {
        return (KINDS[c] & CLOSING) != 0;
    }

    static boolean isOpening(char c) {
        return (KINDS[c] & OPENING) != 0;
    }

    /** A mark of Chinese print that needs no space beside it. */
    static boolean isCjkMark(char c) {
        return (KINDS[c] & CJK_MARK) != 0;
    }

    /** Carries meaning when sentences are compared: letters and digits, no punctuation, no spaces. */
    static boolean isContent(char c) {
        return (KINDS[c] & CONTENT) != 0;
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
        return contentUpTo(text, Integer.MAX_VALUE);
    }

    /** How many characters carry meaning, or {@code most} where there are more: no more of the text is looked at. */
    static int contentUpTo(CharSequence text, int most) {
        String characters = text.toString();
        int count = 0;
        for (int i = 0; i < characters.length() && count < most; i++) {
            count += isContent(characters.charAt(i)) ? 1 : 0;
        }
        return count;
    }
}

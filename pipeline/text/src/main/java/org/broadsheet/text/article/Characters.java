package org.broadsheet.text.article;

/** What a character is to a newspaper's text: {@code 区} is Han, {@code ，} is punctuation of a sentence. */
final class Characters {
    private Characters() {}

    static boolean isHan(char c) {
        return is(c, Kinds.HAN);
    }

    static boolean isDigit(char c) {
        return (c >= '0' && c <= '9') || (c >= '０' && c <= '９');
    }

    static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isSpace(char c) {
        return is(c, Kinds.SPACE);
    }

    /** Ends a sentence. */
    static boolean isTerminal(char c) {
        return is(c, Kinds.TERMINAL);
    }

    /** Ends a clause or a sentence. */
    static boolean isClauseEnd(char c) {
        return is(c, Kinds.CLAUSE_END);
    }

    static boolean isClosing(char c) {
        return is(c, Kinds.CLOSING);
    }

    static boolean isOpening(char c) {
        return is(c, Kinds.OPENING);
    }

    /** A mark of Chinese print that needs no space beside it. */
    static boolean isCjkMark(char c) {
        return is(c, Kinds.CJK_MARK);
    }

    /** Carries meaning when sentences are compared: letters and digits, no punctuation, no spaces. */
    static boolean isContent(char c) {
        return is(c, Kinds.CONTENT);
    }

    private static boolean is(char c, int kind) {
        return (Kinds.of(c) & kind) != 0;
    }

    /** The form in which characters are compared: full width as half width, capital as small. */
    static char fold(char c) {
        char half = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        return half >= 'A' && half <= 'Z' ? (char) (half - 'A' + 'a') : half;
    }
}

package org.broadsheet.text.article;

/** What punctuation does to the text before it: {@code ，} ends a clause, but not in {@code 1，052}. */
final class Punctuation {
    /** A clause ends behind the character: at most closing marks stand between. */
    static final int CLAUSE = 1;
    /** A sentence ends behind it. */
    static final int SENTENCE = 2;
    /** An exclamation or a question ends behind it. */
    static final int EXCLAIMED = 4;
    /** Any mark at all stands behind it. */
    static final int BROKEN = 8;
    /** {@code ；} or {@code ;} stands behind it. */
    static final int SEMICOLON = 16;
    /** A mark that parts the items of a list stands behind it: {@code 、}. */
    static final int LISTED = 32;
    /** The character stands between quotation marks or in the title of a book. */
    static final int QUOTED = 64;
    /** The end of a sentence is printed behind it; at the end of a paragraph it may be missing. */
    static final int STOPPED = 128;

    private static final String OPENING_QUOTES = "“「『《‘";
    private static final String CLOSING_QUOTES = "”」』》";
    private static final int OPENS = 1;
    private static final int CLOSES = 2;

    /** The flags of each mark, whatever stands beside it. */
    private static final byte[] FLAGS = flags();

    private static final byte[] QUOTES = quotes();

    private Punctuation() {}

    private static byte[] flags() {
        byte[] flags = new byte[1 << Character.SIZE];
        for (char c = 0; c < Character.MAX_VALUE; c++) {
            int flag = BROKEN;
            flag |= Characters.isClauseEnd(c) ? CLAUSE : 0;
            flag |= Characters.isTerminal(c) ? SENTENCE | CLAUSE | STOPPED : 0;
            flag |= c == '！' || c == '？' || c == '!' || c == '?' ? EXCLAIMED : 0;
            flag |= c == '；' || c == ';' || c == '：' || c == ':' ? SEMICOLON : 0;
            flag |= c == '、' ? LISTED : 0;
            flags[c] = (byte) flag;
        }
        return flags;
    }

    private static byte[] quotes() {
        byte[] quotes = new byte[1 << Character.SIZE];
        OPENING_QUOTES.chars().forEach(c -> quotes[c] = OPENS);
        CLOSING_QUOTES.chars().forEach(c -> quotes[c] = CLOSES);
        return quotes;
    }

    /** The flags of the mark {@code c} at {@code index}; {@code before} are those of the marks right before it. */
    static int of(CleanText text, int index, char c, int before) {
        int flags = FLAGS[c];
        if ((flags & (CLAUSE | SENTENCE)) == CLAUSE) {
            boolean first = (before & (CLAUSE | LISTED)) == 0;
            return first && !isGrouping(text, index, c) ? flags : flags & ~CLAUSE;
        }
        return isStop(text, index) ? flags | SENTENCE | CLAUSE | STOPPED : flags;
    }

    /** Whether what follows the mark stands between quotation marks, given whether what is before it does. */
    static boolean isQuoted(char mark, boolean before) {
        int quote = QUOTES[mark];
        return quote == 0 ? before : quote == OPENS;
    }

    /** A point behind a Han character or a closing mark, read or set for {@code 。}. */
    static boolean isStop(CleanText text, int i) {
        if ((text.charAt(i) != '.' && text.charAt(i) != '．') || i == 0) {
            return false;
        }
        char before = text.charAt(i - 1);
        return Characters.isHan(before) || Characters.isClosing(before) || before == '%' || before == '％';
    }

    /** {@code %}, and the point of {@code 2.8}: part of a number. */
    static boolean isPoint(CleanText text, int i) {
        char c = text.charAt(i);
        return c == '%' || c == '％' || ((c == '.' || c == '．') && isBetweenDigits(text, i));
    }

    /** The comma of {@code 1,052}. */
    private static boolean isGrouping(CleanText text, int i, char c) {
        return (c == ',' || c == '，') && isBetweenDigits(text, i);
    }

    private static boolean isBetweenDigits(CleanText text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Characters.isDigit(text.charAt(i - 1))
                && Characters.isDigit(text.charAt(i + 1));
    }
}

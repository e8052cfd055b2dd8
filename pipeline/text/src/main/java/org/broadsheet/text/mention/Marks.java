package org.broadsheet.text.mention;

import org.broadsheet.text.lexicon.CharacterSet;

/** What the punctuation of a sentence parts: {@code 、} items of a list, {@code ，} clauses. */
final class Marks {
    private static final String CLAUSE = "，；：。！？,;:!?—…";
    private static final String BRACKET = "（）()《》【】";
    private static final CharacterSet CLAUSES = CharacterSet.of(CLAUSE);
    private static final CharacterSet PHRASES = CharacterSet.of(CLAUSE + BRACKET);

    private Marks() {}

    /** Whether a clause ends at this character. */
    static boolean partsClauses(char c) {
        return !isHan(c) && CLAUSES.has(c);
    }

    /** Most characters are, and none of them is a mark. */
    private static boolean isHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }

    /** Whether a noun phrase cannot go on over this character. */
    static boolean partsPhrases(char c) {
        return !isHan(c) && PHRASES.has(c);
    }

    /** Whether this character parts the items of a list. */
    static boolean partsItems(char c) {
        return c == '、' || partsPhrases(c);
    }

    /** Quotation marks and spaces, which a noun phrase may hold. */
    static boolean isTransparent(char c) {
        return c == '“'
                || c == '”'
                || c == '"'
                || c == ' '
                || c == '「'
                || c == '」'
                || c == '‘'
                || c == '’'
                || c == '\u3000';
    }

    /** Whether a quotation that begins at {@code at} or before it ends behind it, or not at all. */
    static boolean isQuoted(String text, int at) {
        int open = text.lastIndexOf('“', at);
        return open >= 0 && text.lastIndexOf('”', at) < open;
    }

    /** Offset of the first character of the clause that holds {@code at}. */
    static int clauseStart(String text, int at) {
        int start = at;
        while (start > 0 && !partsClauses(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    /** Offset behind the last character of the clause that holds {@code at}, its mark left out. */
    static int clauseEnd(String text, int at) {
        int end = at;
        while (end < text.length() && !partsClauses(text.charAt(end))) {
            end++;
        }
        return end;
    }
}

package org.broadsheet.text.article;

import java.util.List;

/** Reads the marks that lead to another page: {@code （下转第4版）} is 4, {@code （上接A02版）} is 2. */
final class Jumps {
    private static final int LONGEST = 24;
    private static final String NUMERALS = "零一二三四五六七八九";

    private final List<String> on;
    private final List<String> from;

    Jumps(Words printing) {
        on = printing.of("on");
        from = printing.of("from");
    }

    /** Whether the line is a jump and nothing else. */
    boolean isAlone(CleanText line) {
        return line.length() <= LONGEST
                && line.has(Kinds.PAGE)
                && (on(line) > 0 || from(line) > 0)
                && line.content() <= LONGEST / 2
                && !hasSentence(line);
    }

    private static boolean hasSentence(CleanText line) {
        return line.has(Kinds.FULL_STOP) || line.indexOf('，', 0) >= 0 || line.indexOf('！', 0) >= 0;
    }

    /** The page on which it goes on, where the text ends in saying so; else 0. */
    int on(CleanText text) {
        if (!text.has(Kinds.PAGE)) {
            return 0;
        }
        String tail =
                text.slice(Math.max(0, text.length() - LONGEST), text.length()).toString();
        int word = last(tail, on);
        int page = word < 0 ? 0 : page(tail, word);
        return page > 0 && isRestEmpty(tail, word) ? page : 0;
    }

    /** The page from which it comes, where the text begins or ends in saying so; else 0. */
    int from(CleanText text) {
        if (!text.has(Kinds.PAGE)) {
            return 0;
        }
        String head = text.slice(0, Math.min(LONGEST, text.length())).toString();
        int word = last(head, from);
        return word < 0 || word > LONGEST / 2 ? 0 : page(head, word);
    }

    private static int last(String text, List<String> words) {
        int last = -1;
        for (String word : words) {
            last = Math.max(last, text.lastIndexOf(word));
        }
        return last;
    }

    /** The number between {@code 第} and {@code 版} behind the word, or 0. */
    private static int page(String text, int word) {
        int page = 0;
        for (int i = word + 2; i < text.length(); i++) {
            char c = Characters.fold(text.charAt(i));
            int numeral = NUMERALS.indexOf(c);
            if (c == '版') {
                return page;
            }
            if (c >= '0' && c <= '9' && page < 1000) {
                page = page * 10 + c - '0';
            } else if (c == '十') {
                page = Math.max(1, page) * 10;
            } else if (numeral >= 0) {
                page += numeral;
            } else if (c != '第' && !Characters.isSpace(c) && !Characters.isLatin(c)) {
                return 0;
            }
        }
        return 0;
    }

    private static boolean isRestEmpty(String tail, int word) {
        int end = tail.indexOf('版', word);
        for (int i = end + 1; i < tail.length(); i++) {
            if (Characters.isHan(tail.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}

package org.broadsheet.text.mention;

/** Tells the parts of a report or a communiqué that are numbered: {@code 三、地区人口。共和县131862人}, {@code （一）项目投入持续加大。}. */
final class Enumerators {
    private static final String NUMBERS = "一二三四五六七八九十";
    /** Characters of a number, at most: {@code （二十一）}. */
    private static final int LONGEST_NUMBER = 5;
    /** Characters of a part's title that stands in its first line, at most. */
    private static final int LONGEST_TITLE = 16;

    /** Offset of the bracket behind whose report it is, at most. */
    private static final int LONGEST_HEAD = 8;

    /** How a letter to the paper begins. */
    private static final String LETTER = "编辑同志";

    /** What stands before each of several short reports. */
    private static final String BULLETS = "◆◇●○■□▲△▼▽★☆◎⊙◉▶►※•·∙➤✦❖-*";

    private Enumerators() {}

    /** Whether a paragraph is one of several short reports: {@code ◆7月11日，太湖县在合肥举行招商推介会}. */
    static boolean isItem(String paragraph) {
        return paragraph.startsWith(LETTER)
                || isHeaded(paragraph)
                || (paragraph.length() > 1 && isBullet(paragraph.charAt(0)));
    }

    /** Whether a character stands before each of several short reports: {@code ◆}. */
    static boolean isBullet(char c) {
        return BULLETS.indexOf(c) >= 0;
    }

    /** Whether a paragraph begins with a place in brackets: {@code 【包河区】为方便居民办事}, not {@code 【编者按】}. */
    private static boolean isHeaded(String paragraph) {
        int close = paragraph.startsWith("【") ? paragraph.indexOf('】') : -1;
        return close > 1 && close <= LONGEST_HEAD && Owners.DIVISIONS.indexOf(paragraph.charAt(close - 1)) >= 0;
    }

    /** Whether a paragraph begins with a number and a title of its own: another part, about the whole again. */
    static boolean opens(String paragraph) {
        int start = behindNumber(paragraph);
        int stop = paragraph.indexOf('。', Math.max(0, start));
        return start > 0 && stop > start && stop - start <= LONGEST_TITLE && stop + 1 < paragraph.length();
    }

    /** Whether a sentence is nothing but such a title: {@code 三、地区人口。}. */
    static boolean isTitle(String sentence) {
        int start = behindNumber(sentence);
        return start > 0
                && sentence.endsWith("。")
                && sentence.length() - 1 - start <= LONGEST_TITLE
                && sentence.length() - 1 > start;
    }

    /** Offset behind {@code 三、}, {@code （一）} or {@code 1.}; -1 where a text begins with none. */
    private static int behindNumber(String text) {
        boolean bracket = !text.isEmpty() && "（(".indexOf(text.charAt(0)) >= 0;
        int at = bracket ? 1 : 0;
        int start = at;
        while (at < text.length() && at - start < LONGEST_NUMBER && NUMBERS.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        boolean closed = at > start && at < text.length() && (bracket ? "）)" : "、").indexOf(text.charAt(at)) >= 0;
        return closed ? at + 1 : -1;
    }
}

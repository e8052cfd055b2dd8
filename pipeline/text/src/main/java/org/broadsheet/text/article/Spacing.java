package org.broadsheet.text.article;

import java.util.Arrays;

/**
 * Takes out the spaces that came from setting and keeps those that belong: {@code 有 效 凝 聚} is {@code 有效凝聚},
 * {@code 11月 6日} is {@code 11月6日}; {@code 记者 孟 非} and {@code 凝聚万众心 守护一座城} stay.
 */
final class Spacing {
    private static final int SHORTEST_SPACED_RUN = 3;
    private static final int FEW = 8;
    private static final int NONE = -1;

    private final CleanText text;
    private final boolean heading;
    private final Credits credits;
    /** Where the words between the spaces start and end, in turn. */
    private final int[] bounds;

    private final int words;
    /** For each word whether the space before it stands in a letter-spaced run: single spaces go there. */
    private final boolean[] spaced;

    private Spacing(CleanText text, boolean heading, Credits credits) {
        this.text = text;
        this.heading = heading;
        this.credits = credits;
        int[] found = new int[FEW];
        int count = 0;
        int at = text.behind(Kinds.SPACE, 0);
        while (at < text.length()) {
            if (count == found.length) {
                found = Arrays.copyOf(found, count * 2);
            }
            found[count++] = at;
            at = text.next(Kinds.SPACE, at);
            found[count++] = at;
            at = text.behind(Kinds.SPACE, at);
        }
        this.bounds = found;
        this.words = count / 2;
        this.spaced = new boolean[words];
    }

    /** The text with its spaces set right; {@code heading}: only spaces that are surely from setting go. */
    static CleanText tidy(CleanText text, boolean heading, Credits credits) {
        if (!text.has(Kinds.SPACE)) {
            return text;
        }
        Spacing spacing = new Spacing(text, heading, credits);
        spacing.markSpacedRuns();
        return spacing.build();
    }

    /** Whether at least three characters in a row are set apart: {@code 送 菜 记}. */
    static boolean isSpacedOut(CleanText text, Credits credits) {
        return text.has(Kinds.SPACE) && new Spacing(text, true, credits).markSpacedRuns();
    }

    private int start(int word) {
        return bounds[2 * word];
    }

    private int end(int word) {
        return bounds[2 * word + 1];
    }

    /** Whether every character is set apart, as in a headline: {@code 十 八 洞 村 的 春 天}. */
    static boolean isAllSpaced(CleanText text) {
        if (!text.has(Kinds.SPACE)) {
            return false;
        }
        int words = 0;
        int content = 0;
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            content = Characters.isSpace(c) ? 0 : content + (Characters.isHan(c) ? 1 : 0);
            words += !Characters.isSpace(c) && !inWord ? 1 : 0;
            inWord = !Characters.isSpace(c);
            if (content > 1) {
                return false;
            }
        }
        return words >= SHORTEST_SPACED_RUN;
    }

    /** Goes over the words between spaces: a run of at least three single characters is letter-spaced. */
    private boolean markSpacedRuns() {
        boolean any = false;
        int run = 0;
        int singles = 0;
        int before = NONE;
        for (int word = 0; word < words; word++) {
            int content = units(start(word), end(word));
            if (content <= 1) {
                run = singles == 0 ? word : run;
                singles += content;
            } else {
                any |= mark(run, word, singles, before);
                before = word;
                run = word + 1;
                singles = 0;
            }
            if (word + 1 < words && start(word + 1) - end(word) > 1) {
                any |= mark(run, word, singles, before);
                singles = 0;
            }
        }
        boolean last = mark(run, words - 1, singles, before);
        return any || last;
    }

    /**
     * Marks a run of single characters that is long enough, unless the word before it is {@code 记者} or the like.
     *
     * @param last the last word before which a space is marked
     */
    private boolean mark(int run, int last, int singles, int before) {
        boolean named = singles >= SHORTEST_SPACED_RUN
                && before != NONE
                && credits.endsWithReporter(text, start(before), end(before));
        if (singles < SHORTEST_SPACED_RUN || named) {
            return false;
        }
        Arrays.fill(spaced, heading ? run + 1 : run, last + 1, true);
        return true;
    }

    /** Characters that carry meaning, a number or a Latin word counted as one; 2 where there are more. */
    private int units(int start, int end) {
        int units = 0;
        boolean inWord = false;
        for (int i = start; i < end && units < 2; i++) {
            char c = text.charAt(i);
            boolean word = Characters.isDigit(c) || Characters.isLatin(c);
            units += Characters.isContent(c) && !(word && inWord) ? 1 : 0;
            inWord = word;
        }
        return units;
    }

    private CleanText build() {
        if (words == 0) {
            return text.slice(0, 0);
        }
        CleanTextBuilder builder = new CleanTextBuilder(text.length(), words);
        int from = start(0);
        for (int word = 1; word < words; word++) {
            int space = end(word - 1);
            boolean kept = stays(word, space, start(word));
            if (!kept || start(word) - space > 1) {
                builder.append(text, from, kept ? space + 1 : space);
                from = start(word);
            }
        }
        builder.append(text, from, end(words - 1));
        return builder.build();
    }

    private boolean stays(int word, int start, int end) {
        char before = text.charAt(start - 1);
        char after = text.charAt(end);
        if (spaced[word] && end - start == 1) {
            return Characters.isLatin(before) && Characters.isLatin(after);
        }
        if (Characters.isOpening(before) || Characters.isClosing(after) || isTightMark(before, after)) {
            return false;
        }
        if (Characters.isClosing(before) || Characters.isOpening(after)) {
            return heading;
        }
        boolean betweenHanAndDigit = (Characters.isHan(before) && Characters.isDigit(after))
                || (Characters.isDigit(before) && Characters.isHan(after));
        if (betweenHanAndDigit) {
            return heading ? !isSetApart(start, end) : isOpeningEnd(before);
        }
        return true;
    }

    private static boolean isTightMark(char before, char after) {
        return Characters.isCjkMark(before)
                || Characters.isCjkMark(after)
                || (Characters.isClauseEnd(before) && Characters.isHan(after))
                || (Characters.isClauseEnd(after) && Characters.isHan(before));
    }

    private static boolean isOpeningEnd(char before) {
        return before == '讯' || before == '电';
    }

    /** Whether the number beside this space has a space and a Han character at its other side, too. */
    private boolean isSetApart(int start, int end) {
        int at = Characters.isDigit(text.charAt(end)) ? end : start - 1;
        int step = at == end ? 1 : -1;
        while (at >= 0 && at < text.length() && isNumeral(text.charAt(at))) {
            at += step;
        }
        if (at < 0 || at >= text.length()) {
            return false;
        }
        boolean space = Characters.isSpace(text.charAt(at));
        at += step;
        return (space && at >= 0 && at < text.length() && Characters.isHan(text.charAt(at)))
                || (!space && "年月日号时".indexOf(text.charAt(at - step)) >= 0);
    }

    private static boolean isNumeral(char c) {
        return Characters.isDigit(c) || c == '.' || c == ',';
    }
}

package org.broadsheet.text.article;

import java.util.Arrays;

/**
 * Takes out the spaces that came from setting and keeps those that belong: {@code 有 效 凝 聚} is {@code 有效凝聚},
 * {@code 11月 6日} is {@code 11月6日}; {@code 记者 孟 非} and {@code 凝聚万众心 守护一座城} stay.
 */
final class Spacing {
    private static final int SHORTEST_SPACED_RUN = 3;

    private final CleanText text;
    private final boolean heading;
    private final Credits credits;
    /** For each character whether it stands in a letter-spaced run: there single spaces go. */
    private final boolean[] spaced;

    private Spacing(CleanText text, boolean heading, Credits credits) {
        this.text = text;
        this.heading = heading;
        this.credits = credits;
        this.spaced = new boolean[text.length()];
    }

    /** The text with its spaces set right; {@code heading}: only spaces that are surely from setting go. */
    static CleanText tidy(CleanText text, boolean heading, Credits credits) {
        if (!hasSpace(text)) {
            return text;
        }
        Spacing spacing = new Spacing(text, heading, credits);
        spacing.markSpacedRuns();
        return spacing.build();
    }

    /** Whether at least three characters in a row are set apart: {@code 送 菜 记}. */
    static boolean isSpacedOut(CleanText text, Credits credits) {
        Spacing spacing = new Spacing(text, true, credits);
        return spacing.markSpacedRuns();
    }

    /** Whether every character is set apart, as in a headline: {@code 十 八 洞 村 的 春 天}. */
    static boolean isAllSpaced(CharSequence text) {
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

    private static boolean hasSpace(CleanText text) {
        String characters = text.toString();
        for (int i = 0; i < characters.length(); i++) {
            if (Characters.isSpace(characters.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Goes over the words between spaces: a run of at least three single characters is letter-spaced. */
    private boolean markSpacedRuns() {
        boolean any = false;
        int runStart = 0;
        int singles = 0;
        int wordStart = 0;
        int wordEnd = 0;
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && !Characters.isSpace(text.charAt(end))) {
                end++;
            }
            int next = end;
            while (next < text.length() && Characters.isSpace(text.charAt(next))) {
                next++;
            }
            int content = units(at, end);
            if (content <= 1) {
                runStart = singles == 0 ? at : runStart;
                singles += content;
            } else {
                any |= mark(runStart, at, singles, wordStart, wordEnd);
                wordStart = at;
                wordEnd = end;
                singles = 0;
                runStart = next;
            }
            if (next - end > 1) {
                any |= mark(runStart, end, singles, wordStart, wordEnd);
                singles = 0;
            }
            at = next;
        }
        boolean last = mark(runStart, text.length(), singles, wordStart, wordEnd);
        return any || last;
    }

    /** Marks a run of single characters that is long enough, unless the word before it is {@code 记者} or the like. */
    private boolean mark(int start, int end, int singles, int wordStart, int wordEnd) {
        if (singles < SHORTEST_SPACED_RUN || credits.endsWithReporter(text, wordStart, wordEnd)) {
            return false;
        }
        int from = heading || start == 0 ? start : start - 1;
        Arrays.fill(spaced, from, end, true);
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
        CleanTextBuilder builder = new CleanTextBuilder(text.length());
        int at = 0;
        while (at < text.length()) {
            int word = at;
            while (at < text.length() && !Characters.isSpace(text.charAt(at))) {
                at++;
            }
            builder.append(text, word, at);
            int end = at;
            while (end < text.length() && Characters.isSpace(text.charAt(end))) {
                end++;
            }
            if (builder.length() > 0 && end < text.length() && stays(at, end)) {
                builder.append(text, at, at + 1);
            }
            at = end;
        }
        return builder.build();
    }

    private boolean stays(int start, int end) {
        char before = text.charAt(start - 1);
        char after = text.charAt(end);
        if (spaced[start] && end - start == 1) {
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

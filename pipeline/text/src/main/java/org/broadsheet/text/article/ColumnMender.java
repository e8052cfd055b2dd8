package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Brings together the halves of a paragraph that other paragraphs of its report were printed between, as where a column
 * ends in it: {@code 　　…河西村修好了三座}, {@code 　　村里的老人…。}, {@code 石桥。…}. The second half is told by its
 * first line, which is not set in on a page whose paragraphs are; the first by its last line, which fills the column.
 *
 * <p>Linear: a half is held against the last few paragraphs only. Thread-safe.
 */
final class ColumnMender {
    /** How many paragraphs may have been printed between the halves. */
    private static final int MOST_BETWEEN = 4;

    /** How many may, where the first half ends with a sentence: that its last line is full may be chance. */
    private static final int MOST_BETWEEN_SENTENCES = 1;

    /** No paragraph before may go on here. */
    private static final int NONE = -1;
    /** As much speaks for one paragraph as for another: neither is joined. */
    private static final int EQUAL = -2;

    private static final int LEAST_CONTENT = 24;

    private final Printing printing;
    private final Headings headings;

    ColumnMender(Printing printing) {
        this.printing = printing;
        this.headings = printing.headings();
    }

    /** The strips, each second half joined to its first and taken from where it was printed. */
    List<Strip> mend(List<Strip> strips, Setting setting) {
        if (!setting.setIn() || setting.measure() == 0) {
            return strips;
        }
        return new Mending(strips, setting).mend();
    }

    /** One page's mending. */
    private final class Mending {
        private final List<Strip> strips;
        private final Setting setting;
        /** For each strip, itself and the halves that belong behind it; empty where it belongs to another. */
        private final List<List<Strip>> parts;
        /** Paragraphs of the report so far that may go on further down, the nearest last. */
        private final List<TornHalf> halves = new ArrayList<>();
        /** Whether a headline of several lines was the last to be read. */
        private boolean headed;
        /** Made where two paragraphs may go on in the same strip. */
        private @Nullable Seams seams;

        Mending(List<Strip> strips, Setting setting) {
            this.strips = strips;
            this.setting = setting;
            this.parts = new ArrayList<>(strips.size());
        }

        List<Strip> mend() {
            for (int i = 0; i < strips.size(); i++) {
                take(i, strips.get(i));
            }
            return parts.stream()
                    .filter(each -> !each.isEmpty())
                    .map(Strip::joined)
                    .toList();
        }

        private void take(int at, Strip strip) {
            List<Strip> own = new ArrayList<>(1);
            parts.add(own);
            halves.removeIf(half -> at - half.last() > half.reach());
            boolean heading = isHeading(strip);
            boolean prose = isProse(strip) && !heading;
            int first = prose && strip.indent() < Setting.INDENT ? firstHalf(at) : NONE;
            if (first >= 0) {
                parts.get(first).add(strip);
                halves.removeIf(half -> half.first() == first);
                keepOpen(first, at, strip);
                return;
            }
            own.add(first == EQUAL ? strip.asParagraph() : strip);
            if (heading && strip.lines() > 1 && strip.indent() >= Setting.INDENT && strip.level() == 0) {
                halves.removeIf(half -> !half.open() || half.last() < at - 1);
                headed = true;
                return;
            }
            if (headed || !prose || headings.opensReport(strip.text())) {
                halves.clear();
                headed = false;
            }
            if (prose && strip.indent() >= Setting.INDENT) {
                keepOpen(at, at, strip);
            }
        }

        private void keepOpen(int first, int last, Strip strip) {
            boolean open = !LineJoiner.endsSentence(strip.text()) && "：；:;".indexOf(strip.last()) < 0;
            boolean full = strip.reach() >= setting.measure() - 1 && strip.reach() <= setting.measure() + Setting.SLACK;
            if (open ? isNearlyFull(strip) : full) {
                halves.add(new TornHalf(first, last, open));
            }
        }

        private boolean isNearlyFull(Strip strip) {
            return strip.reach() >= setting.measure() - Setting.SLACK;
        }

        /** Whether it reads like a heading and is no paragraph's first lines, of which the second is not set in. */
        private boolean isHeading(Strip strip) {
            boolean begun = strip.lines() > 1 && strip.indent() >= Setting.INDENT && isNearlyFull(strip);
            return !begun && headings.looksLike(strip.text(), 0);
        }

        /** Of the paragraphs that may go on the one that the strip belongs to; {@link #NONE} or {@link #EQUAL}. */
        private int firstHalf(int at) {
            boolean anyOpen = halves.stream().anyMatch(TornHalf::open);
            List<TornHalf> able =
                    halves.stream().filter(half -> half.open() == anyOpen).toList();
            if (able.size() < 2) {
                return able.isEmpty() ? NONE : able.get(0).first();
            }
            int next = nextRest(at);
            int best = EQUAL;
            int most = Integer.MIN_VALUE;
            for (TornHalf half : able) {
                int fit = fit(half, at, able, next);
                best = fit > most ? half.first() : fit == most ? EQUAL : best;
                most = Math.max(most, fit);
            }
            return best;
        }

        /** How well the strip fits the half; of two halves the other one is held against the next second half. */
        private int fit(TornHalf half, int at, List<TornHalf> able, int next) {
            int fit = seams().fit(strips.get(half.last()).text(), strips.get(at).text());
            if (able.size() != 2 || next < 0) {
                return fit;
            }
            TornHalf other = able.get(able.get(0).equals(half) ? 1 : 0);
            return fit
                    + seams().fit(
                                    strips.get(other.last()).text(),
                                    strips.get(next).text());
        }

        /** The next strip of the report that is not set in; -1 where none is near. */
        private int nextRest(int at) {
            for (int i = at + 1; i < Math.min(strips.size(), at + MOST_BETWEEN + 1); i++) {
                Strip strip = strips.get(i);
                if (!isProse(strip) || isHeading(strip)) {
                    return -1;
                }
                if (strip.indent() < Setting.INDENT) {
                    return i;
                }
            }
            return -1;
        }

        private Seams seams() {
            Seams known = seams;
            if (known == null) {
                known = new Seams(strips);
                seams = known;
            }
            return known;
        }
    }

    /**
     * A paragraph that may go on.
     *
     * @param first where it begins
     * @param last where the last of its parts was printed
     * @param open whether it ends in the middle of a sentence
     */
    private record TornHalf(int first, int last, boolean open) {
        /** How much further down it may go on. */
        int reach() {
            return 1 + (open ? MOST_BETWEEN : MOST_BETWEEN_SENTENCES);
        }
    }

    private boolean isProse(Strip strip) {
        CleanText text = strip.text();
        return strip.level() == 0
                && !strip.listed()
                && (strip.lines() > 1
                        || text.contentUpTo(LEAST_CONTENT) >= LEAST_CONTENT
                        || LineJoiner.endsSentence(text))
                && !printing.standsAlone(text)
                && !headings.opensItem(text)
                && !headings.opensCaption(text)
                && (strip.indent() >= Setting.INDENT || !headings.opensPicture(text));
    }
}

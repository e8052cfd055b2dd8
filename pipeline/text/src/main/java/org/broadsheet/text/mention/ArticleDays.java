package org.broadsheet.text.mention;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * The days of an article: of its sentences, as far as they are asked for, and of the report itself.
 *
 * <p>Sentences are looked at only when a claim asks for its day, and then all before it, as {@code 当日} and {@code 25日} go on
 * from the last day named. One per article, not thread-safe.
 */
final class ArticleDays {
    /** Days between the day a story speaks of and its printing, at most. */
    private static final int LONGEST_IN_PRESS = 60;

    private final DayFinder finder;
    private final LocalDate published;
    private final Queue<OfSentence> waiting = new ArrayDeque<>();
    private @Nullable LocalDate last;

    ArticleDays(DayFinder finder, LocalDate published) {
        this.finder = finder;
        this.published = published;
    }

    /** The days of one sentence, found when they are read for the first time. */
    final class OfSentence {
        private final Passage passage;
        private @Nullable Days days;

        private OfSentence(Passage passage) {
            this.passage = passage;
        }

        Days find() {
            Days found = days;
            while (found == null) {
                waiting.remove().look();
                found = days;
            }
            return found;
        }

        private void look() {
            Days found = finder.find(passage.text(), passage.numerals(), published, last);
            last = found.named().isEmpty()
                    ? last
                    : found.named().get(found.named().size() - 1).day();
            days = found;
        }
    }

    /** The days of the next paragraph, by sentence. */
    List<OfSentence> next(List<Passage> paragraph) {
        List<OfSentence> days = new ArrayList<>(paragraph.size());
        for (Passage passage : paragraph) {
            days.add(new OfSentence(passage));
        }
        waiting.addAll(days);
        return days;
    }

    /** The last day that a paragraph names, for a sentence that names none; null where it names none so fine. */
    static @Nullable LocalDate latest(List<OfSentence> paragraph, DayFinder.Grain grain) {
        LocalDate latest = null;
        for (OfSentence sentence : paragraph) {
            latest = later(latest, sentence.find().latest(grain));
        }
        return latest;
    }

    private static @Nullable LocalDate later(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }

    /** The last day that a paragraph names by itself; null where it names none. */
    @Nullable
    LocalDate ofHead(List<Passage> paragraph) {
        return alone(paragraph, LocalDate.MIN);
    }

    /** The same, of a lead: {@code 1923年} in it is no day on which it was written. */
    @Nullable
    LocalDate ofLead(List<Passage> paragraph) {
        return alone(paragraph, published.minusDays(LONGEST_IN_PRESS));
    }

    private @Nullable LocalDate alone(List<Passage> paragraph, LocalDate after) {
        LocalDate latest = null;
        LocalDate named = null;
        for (Passage passage : paragraph) {
            Days days = finder.find(passage.text(), passage.numerals(), published, named);
            for (DayFinder.Found found : days.named()) {
                boolean dates =
                        found.grain() == DayFinder.Grain.DAY && found.day().isAfter(after);
                latest = dates ? later(latest, found.day()) : latest;
                named = found.day();
            }
        }
        return latest;
    }
}

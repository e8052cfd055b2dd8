package org.broadsheet.text.mention;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.regex.Pattern;
import org.broadsheet.text.lexicon.WordTable;
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

    /** Whose name opens a report. */
    private static final WordTable<Integer> AGENCIES = WordTable.of(List.of("本报", "新华社", "中新社", "人民日报"));

    private static final WordTable<Integer> DATED = WordTable.of(List.of("电", "讯", "专电"));
    /** Characters of {@code 本报} and the place of a dateline, at most. */
    private static final int LONGEST_PLACE = 14;
    /** Characters up to the end of a dateline, at most: {@code ▲鄂尔多斯2023年10月28日电}. */
    private static final int LONGEST_DATELINE = 32;
    /** The moment that a census counts: the day of all its figures, however long ago. */
    private static final WordTable<Integer> CENSUS = WordTable.of(List.of("标准时点", "11月1日零时", "年7月1日零时"));

    /** A year that a sentence opens with, and a mark behind it. */
    private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d年(?:末|底|全年)?[，,]");

    private final DayFinder finder;
    private final LocalDate published;
    /** What {@code 今天} means in the paragraph that was taken last. */
    private LocalDate written;

    private final Queue<OfSentence> waiting = new ArrayDeque<>();
    private @Nullable LocalDate last;

    ArticleDays(DayFinder finder, LocalDate published) {
        this.finder = finder;
        this.published = published;
        this.written = published;
    }

    /** The days of one sentence, found when they are read for the first time. */
    final class OfSentence {
        private final Passage passage;
        private final LocalDate today;
        private @Nullable Days days;

        private OfSentence(Passage passage, LocalDate today) {
            this.passage = passage;
            this.today = today;
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
            Days found = finder.find(passage.text(), passage.numerals(), published, today, last);
            for (DayFinder.Found day : found.named()) {
                last = named(day, last);
            }
            days = found;
        }
    }

    /** The days of the next paragraph, by sentence. */
    List<OfSentence> next(List<Passage> paragraph) {
        written = written(paragraph, written);
        List<OfSentence> days = new ArrayList<>(paragraph.size());
        for (Passage passage : paragraph) {
            days.add(new OfSentence(passage, written));
        }
        waiting.addAll(days);
        return days;
    }

    /** The day of the dateline that a paragraph opens with, {@code 本报文城7月23日电}; that of publication behind one without a day. */
    private LocalDate written(List<Passage> paragraph, LocalDate before) {
        if (paragraph.isEmpty()) {
            return before;
        }
        LocalDate wired = wired(paragraph);
        boolean ofAgency = AGENCIES.beginsAt(paragraph.get(0).text(), 0);
        return wired != null ? wired : ofAgency ? published : before;
    }

    /** The day of the dateline that a paragraph opens with: {@code ▲庆阳8月18日电}; null where it has none. */
    @Nullable
    LocalDate wired(List<Passage> paragraph) {
        Passage opening = paragraph.get(0);
        String text = opening.text();
        if (!DATED.isIn(text, 0, Math.min(text.length(), LONGEST_DATELINE))) {
            return null;
        }
        List<DayFinder.Found> named = new ArrayList<>();
        WrittenDays.find(text, opening.numerals(), published, null, named);
        if (named.isEmpty()) {
            return null;
        }
        DayFinder.Found first = named.get(0);
        boolean wired = first.grain() == DayFinder.Grain.DAY
                && first.start() <= LONGEST_PLACE
                && DATED.beginsAt(text, first.end())
                && !first.day().isAfter(published);
        return wired ? first.day() : null;
    }

    /** What {@code 当天} means behind a day: that day, unless it is a whole year. */
    private static @Nullable LocalDate named(DayFinder.Found day, @Nullable LocalDate before) {
        return day.grain() == DayFinder.Grain.YEAR ? before : day.day();
    }

    /** The last day that a paragraph names, for a sentence that names none; null where it names none so fine. */
    static @Nullable LocalDate latest(List<OfSentence> paragraph, DayFinder.Grain grain) {
        LocalDate latest = null;
        for (OfSentence sentence : paragraph) {
            LocalDate ofSentence = sentence.find().latest(grain);
            if (CENSUS.isIn(sentence.passage.text()) && ofSentence != null) {
                return ofSentence;
            }
            latest = Days.later(latest, ofSentence);
        }
        return latest;
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
        LocalDate today = written(paragraph, published);
        for (Passage passage : paragraph) {
            Days days = finder.find(passage.text(), passage.numerals(), published, today, named);
            LocalDate earliest = CENSUS.isIn(passage.text()) ? LocalDate.MIN : after;
            for (DayFinder.Found found : days.named()) {
                boolean dates =
                        found.grain() == DayFinder.Grain.DAY && found.day().isAfter(earliest);
                latest = dates ? Days.later(latest, found.day()) : latest;
                named = named(found, named);
            }
        }
        return latest;
    }

    /** Whether a paragraph opens with the year that all of it tells of: {@code （三）民生福祉明显改善。2011年，33项民生工程…}. */
    static boolean areYearly(List<Passage> sentences) {
        for (Passage sentence : sentences) {
            if (!Enumerators.isTitle(sentence.text())) {
                return YEAR.matcher(sentence.text()).lookingAt();
            }
        }
        return false;
    }
}

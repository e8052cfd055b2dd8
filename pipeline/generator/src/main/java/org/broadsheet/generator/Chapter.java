package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.broadsheet.generator.PageWriter.Page;

/**
 * What the papers of one city print within three weeks: the same ingredients in every chapter, in other words. Chapters
 * share no counties within sixty days, so that none reprints another. Used once, by one thread.
 */
final class Chapter {
    /** Records of a chapter. */
    static final int RECORDS = 51;

    private static final int ORDINARY = 12;
    private static final int REPRINTING = 8;
    private static final int APART = 4;
    private static final int REPRINTED_FROM = 8;

    private final Random random;
    private final int first;
    private final int number;
    private final Newsroom newsroom;
    private final NoticeWriter writer;
    private final Variations variations;
    private final Wear wear;
    private final List<Edition> editions = new ArrayList<>();
    private final List<Delivery> revisions = new ArrayList<>();
    private final List<Delivery> deliveries = new ArrayList<>();

    /** A page and the notices in it. */
    private record Edition(Page page, List<Notice> notices) {}

    /**
     * @param number among all chapters, from 0
     * @param first day of the chapter, in epoch days
     */
    Chapter(Words words, City city, long seed, int number, int first) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L + number * 0xC2B2AE3D27D4EB4FL);
        this.number = number;
        this.first = first;
        this.newsroom = new Newsroom(city, "%05d".formatted(number), random);
        Ledger ledger = new Ledger(random, number * 1_000_000L);
        this.writer = new NoticeWriter(words, city, ledger, random);
        this.variations = new Variations(words, city, writer, ledger, random);
        this.wear = new Wear(words, random);
    }

    Newsroom newsroom() {
        return newsroom;
    }

    /** The records, in an order in which they may be sent. */
    List<Delivery> deliveries() {
        printOrdinaryPages();
        printReprints();
        printVariations();
        printRepeats();
        printRevisions();
        printOddities();
        printCorrections();
        return List.copyOf(deliveries);
    }

    private Edition print(Paper paper, int day, List<Notice> notices, List<Ingredient> ingredients) {
        Page page = newsroom.page(
                paper, first + day, notices.stream().map(Story::of).toList(), ingredients);
        deliveries.add(PageWriter.write(page));
        return new Edition(page, notices);
    }

    private void print(Paper paper, int day, Story story, Ingredient ingredient) {
        deliveries.add(PageWriter.write(newsroom.page(paper, first + day, List.of(story), List.of(ingredient))));
    }

    private void printOrdinaryPages() {
        for (int i = 0; i < ORDINARY; i++) {
            Paper paper = newsroom.all().get(i % newsroom.all().size());
            List<Notice> notices = new ArrayList<>();
            int count = 2 + random.nextInt(3);
            for (int j = 0; j < count; j++) {
                notices.add(writer.write(first + i, j > 0 && random.nextBoolean()));
            }
            editions.add(print(paper, i, notices, Collections.nCopies(count, Ingredient.FRESH)));
        }
    }

    /** Notices of the first editions, each twice, days later in the next papers, and one of their own beside them. */
    private void printReprints() {
        for (int i = 0; i < REPRINTING; i++) {
            int day = ORDINARY + i;
            List<Story> stories = new ArrayList<>();
            for (int j = 0; j < 2; j++) {
                Edition edition = editions.get((i + j * APART) % REPRINTED_FROM);
                Notice notice = edition.notices().get(0);
                stories.add(wear.worn(Story.of(notice)));
            }
            stories.add(Story.of(writer.write(first + day, false)));
            Paper paper =
                    newsroom.all().get((i + 1 + i / APART) % newsroom.all().size());
            deliveries.add(PageWriter.write(newsroom.page(
                    paper, first + day, stories, List.of(Ingredient.REPRINT, Ingredient.REPRINT, Ingredient.FRESH))));
        }
    }

    private void printVariations() {
        Notice weekly = editions.get(REPRINTED_FROM).notices().get(0);
        print(paperOf(REPRINTED_FROM), REPRINTED_FROM + 7, Story.of(weekly), Ingredient.WEEK_LATER);
        Notice told = editions.get(REPRINTED_FROM + 1).notices().get(0);
        Paper other = newsroom.all().get(0);
        print(other, 13, Story.of(variations.otherFigures(told)), Ingredient.OTHER_FIGURES);
        print(other, 14, Story.of(variations.otherPlaces(told)), Ingredient.OTHER_PLACE);
        Notice third = editions.get(REPRINTED_FROM + 2).notices().get(0);
        print(other, 15, Story.of(variations.otherDay(third, first + 14)), Ingredient.OTHER_DAY);
        Notice fourth = editions.get(REPRINTED_FROM + 3).notices().get(0);
        print(other, 16, Story.of(variations.otherWords(fourth)), Ingredient.OTHER_WORDS);
        Notice fifth = editions.get(REPRINTED_FROM + 1).notices().get(1);
        print(other, REPRINTED_FROM + 1, Story.of(fifth), Ingredient.SAME_DAY);
        Notice ours = variations.ours();
        print(newsroom.morning, 17, Story.of(ours), Ingredient.OTHER_HOME);
        print(newsroom.weekly, 18, Story.of(ours), Ingredient.OTHER_HOME);
        print(newsroom.evening, 18, Story.of(variations.retold(first + 18)), Ingredient.RETOLD);
    }

    private Paper paperOf(int edition) {
        return editions.get(edition).page().paper();
    }

    private void printRepeats() {
        Repeater repeater = new Repeater(wear);
        print(newsroom.morning, 2, repeater.clause(roomy(2)), Ingredient.CLAUSE_REPEATED);
        print(newsroom.evening, 3, repeater.sentence(roomy(3), false), Ingredient.SENTENCE_REPEATED);
        print(newsroom.provincial, 4, repeater.sentence(roomy(4), true), Ingredient.SENTENCE_MISREAD);
        print(newsroom.weekly, 5, repeater.paragraph(roomy(5), false), Ingredient.PARAGRAPH_REPEATED);
        print(newsroom.morning, 6, repeater.paragraph(roomy(6), true), Ingredient.PARAGRAPH_MISREAD);
    }

    private Story roomy(int day) {
        return Story.of(writer.writeLong(first + day, random.nextBoolean()));
    }

    /** An original that was reprinted gets other figures, so that its reprint stands alone. */
    private void printRevisions() {
        revise(editions.get(0), 1, Ingredient.REVISED);
        Edition late = editions.get(1);
        revise(late, 2, Ingredient.REVISED);
        revise(late, 1, Ingredient.LATE_REVISION);
        Delivery again = PageWriter.write(editions.get(2).page());
        deliveries.add(new Delivery(again.raw(), again.told(), List.of(Ingredient.SENT_AGAIN)));
        revise(editions.get(3), 0, Ingredient.CONFLICT);
        deliveries.add(PageWriter.withdraw(editions.get(4).page(), 7));
    }

    /** Of originals that were reprinted, of a revised page and of its old revision. */
    private void printCorrections() {
        Proofreader dropping = new Proofreader(PageWriter.write(editions.get(5).page()));
        deliveries.add(dropping.dropFirst().sent(Ingredient.CORRECTED));
        Proofreader changing = new Proofreader(PageWriter.write(editions.get(6).page()));
        deliveries.add(changing.changeFirst().sent(Ingredient.CORRECTED));
        Proofreader undoing = new Proofreader(PageWriter.write(editions.get(7).page()));
        deliveries.add(undoing.dropFirst().sent(Ingredient.CORRECTED));
        deliveries.add(undoing.undo().sent(Ingredient.UNDONE));
        Proofreader revised = new Proofreader(revisions.get(0));
        deliveries.add(revised.changeFirst().dropLast().sent(Ingredient.CORRECTED));
        Proofreader late = new Proofreader(PageWriter.write(editions.get(1).page()));
        deliveries.add(late.dropFirst().sent(Ingredient.LATE_CORRECTION));
    }

    private void revise(Edition edition, long revision, Ingredient ingredient) {
        List<Story> changed = edition.notices().stream()
                .map(notice -> Story.of(variations.otherFigures(notice)))
                .toList();
        revisions.add(PageWriter.write(edition.page().revised(revision, changed, List.of(ingredient))));
        deliveries.add(revisions.get(revisions.size() - 1));
    }

    private void printOddities() {
        Corruption[] ways = Corruption.values();
        for (int i = 0; i < 2; i++) {
            Corruption way = ways[(2 * number + i) % ways.length];
            String name = "%05d-corrupt-%d".formatted(number, i);
            deliveries.add(way.delivery(newsroom.morning, first, name));
        }
        Story story = Story.of(writer.write(first + 1, true));
        deliveries.add(PageWriter.write(newsroom.bare(newsroom.evening, first + 1, story, true)));
        Story undated = Story.of(writer.write(first + 1, false));
        deliveries.add(PageWriter.write(newsroom.bare(newsroom.morning, first + 1, undated, false)));
        print(newsroom.unknown, 1, Story.of(variations.placeless()), Ingredient.UNPLACED);
    }
}

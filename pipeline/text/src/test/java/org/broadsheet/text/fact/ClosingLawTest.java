package org.broadsheet.text.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.text.fact.Pages.NEW_YEAR;
import static org.broadsheet.text.fact.Pages.page;
import static org.broadsheet.text.fact.Wordings.wording;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.page.ClosedYears;
import org.broadsheet.text.page.PageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed years: what was counted stays to the byte, and what comes later gives the same tables in every order. */
class ClosingLawTest {
    private static final ClosedYears YEAR_2021 = ClosedYears.through(2021);
    private static final Signature STORY = wording(1);

    @Test
    void aYearEndsOnItsLastDay() {
        assertThat(YEAR_2021.lastDay()).isEqualTo(NEW_YEAR - 1);
        assertThat(YEAR_2021.holds(NEW_YEAR - 1)).isTrue();
        assertThat(YEAR_2021.holds(NEW_YEAR)).isFalse();
        assertThat(YEAR_2021.lastYear()).isEqualTo(2021);
        assertThat(ClosedYears.NONE.holds(-40_000)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, MergeReports.MOST_TOGETHER})
    void everyOrderOfWhatComesAfterTheClosingGivesTheSameTables(int mostTogether) {
        PageElements lastYear = page("太原晚报", -10).tells(STORY, "桃园街道").elements();
        PageElements reprint = page("山西日报", 2).tells(STORY, "").elements();
        PageElements lookingBack = page("晋中日报", 3)
                .tellsOf(-1, wording(2), "")
                .tells(wording(3), "")
                .elements();
        List<PageElements> before = List.of(lastYear, reprint, lookingBack);
        List<PageElements> after = List.of(
                page("朔州日报", 4).tells(STORY, "").elements(),
                page("运城日报", 6).tellsOf(-1, wording(4), "河口镇").elements(),
                page("阳泉日报", 7).tells(wording(4), "河口镇").elements(),
                page("临汾日报", 8).tells(wording(3), "").elements(),
                page("晋中日报", 3, 1, "b").tellsOf(-2, wording(2), "").elements(),
                page("太原晚报", -10, 1, "b").tells(STORY, "河口镇").elements());
        Map<String, String> expected = new TreeMap<>(Map.of(
                name(lastYear, 0), "counted",
                name(reprint, 0), "reprinted",
                name(lookingBack, 0), "counted",
                name(after.get(0), 0), "closed",
                name(after.get(1), 0), "closed",
                name(after.get(2), 0), "closed",
                name(after.get(3), 0), "counted",
                name(after.get(4), 0), "closed"));
        long seed = 0;
        for (List<PageElements> order : Orders.of(after)) {
            Tables tables = Tables.after(before, seed, mostTogether);
            Map<Reference, Fact> frozen = closedFacts(tables);
            tables.close(YEAR_2021);
            tables.deliver(order, seed++);
            assertThat(tables.fates()).isEqualTo(expected);
            assertThat(closedFacts(tables)).isEqualTo(frozen).hasSize(2);
            assertThat(openFacts(tables).values())
                    .extracting(fact -> fact.place() + " " + (fact.day() - NEW_YEAR) + " by " + fact.reports())
                    .containsExactly(" 8 by 1");
        }
        assertThat(seed).isEqualTo(720);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, MergeReports.MOST_TOGETHER})
    void aReprintIsKnownThirtyDaysAfterItsOriginalAlsoAcrossTheYears(int mostTogether) {
        PageElements longAgo = page("太原晚报", -31).tells(STORY, "").elements();
        PageElements original = page("太原晚报", -29).tells(wording(2), "").elements();
        PageElements tooLate = page("山西日报", 0).tells(STORY, "").elements();
        PageElements inTime = page("山西日报", 1).tells(wording(2), "").elements();
        Tables tables = Tables.after(List.of(longAgo, original), 0, mostTogether);
        tables.close(YEAR_2021);
        tables.deliver(List.of(tooLate, inTime), 0);
        assertThat(tables.fates()).containsEntry(name(tooLate, 0), "counted").containsEntry(name(inTime, 0), "closed");
    }

    /** As long as no later page had a part in what was frozen: what it reported then stays there. */
    @ParameterizedTest
    @ValueSource(ints = {0, 3, MergeReports.MOST_TOGETHER})
    void openDaysAreThoseOfAJobThatNeverClosed(int mostTogether) {
        for (long seed = 0; seed < 60; seed++) {
            List<PageElements> before = generated(seed, 60, 0, -60, 0);
            List<PageElements> after = generated(seed + 1000, 40, 7, -20, 60);
            List<PageElements> accepted = new ArrayList<>(before);
            after.stream().filter(page -> !YEAR_2021.holds(page.day())).forEach(accepted::add);
            Tables never = Tables.after(accepted, seed, mostTogether);

            Tables tables = Tables.after(before, seed, mostTogether);
            Tables frozen = Tables.after(before, seed + 1, mostTogether);
            tables.close(YEAR_2021);
            List<PageElements> twice = new ArrayList<>(after);
            twice.addAll(before);
            twice.addAll(after);
            tables.deliver(twice, seed);

            assertThat(openFacts(tables)).isEqualTo(openFacts(never));
            assertThat(closedFacts(tables)).isEqualTo(closedFacts(frozen));
            assertThat(figures(tables, true)).isEqualTo(figures(never, true));
            assertThat(figures(tables, false)).isEqualTo(figures(frozen, false));
            assertThat(fates(tables, openFacts(never))).isEqualTo(fates(never, openFacts(never)));
            assertThat(tables.fates().keySet()).isEqualTo(never.fates().keySet());
            assertSums(tables);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, MergeReports.MOST_TOGETHER})
    void revisionsAfterTwoClosingsGiveTheSameTablesInEveryOrder(int mostTogether) {
        for (long seed = 0; seed < 40; seed++) {
            List<PageElements> first = generated(seed, 60, 0, -400, 20);
            List<PageElements> second = generated(seed + 1000, 60, 1, -380, 30);
            List<PageElements> third = generated(seed + 2000, 60, 2, -20, 60);
            List<Tables> all = new ArrayList<>();
            for (long order = 0; order < 3; order++) {
                Tables tables = Tables.after(first, seed + order, order == 0 ? 0 : mostTogether);
                tables.close(ClosedYears.through(2020));
                tables.deliver(second, seed + 7 * order);
                Map<Reference, Fact> frozen = closedFacts(tables);
                tables.close(YEAR_2021);
                tables.deliver(third, seed + 11 * order);
                tables.deliver(second, seed);
                assertThat(closedFacts(tables)).isEqualTo(frozen);
                assertSums(tables);
                all.add(tables);
            }
            assertThat(all).allSatisfy(tables -> assertThat(tables).isEqualTo(all.get(0)));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, MergeReports.MOST_TOGETHER})
    void nothingIsKeptOfAYearThatIsLongOver(int mostTogether) {
        List<PageElements> pages = generated(3, 200, 0, -360, -30);
        Tables tables = Tables.after(pages, 3, mostTogether);
        Map<String, MentionRow> mentions = Map.copyOf(tables.mentions);
        assertThat(tables.kept()).isPositive();
        tables.close(YEAR_2021);
        assertThat(tables.kept()).isZero();
        assertThat(tables.heldPages()).isZero();
        tables.deliver(pages, 4);
        assertThat(tables.kept()).isZero();
        assertThat(tables.mentions).isEqualTo(mentions);
    }

    @Test
    void whatFollowsAClosingIsForgottenWithItsPage() {
        for (int mostTogether : new int[] {0, MergeReports.MOST_TOGETHER}) {
            Tables tables = Tables.after(generated(5, 100, 0, -360, 60), 5, mostTogether);
            tables.close(YEAR_2021);
            List<PageElements> more = generated(6, 100, 1, 0, 60);
            tables.deliver(more, 6);
            tables.close(ClosedYears.through(2022));
            assertThat(tables.kept()).isZero();
            assertThat(tables.heldPages()).isZero();
        }
    }

    private static Map<Reference, Fact> closedFacts(Tables tables) {
        return facts(tables, fact -> YEAR_2021.holds(fact.day()));
    }

    private static Map<Reference, Fact> openFacts(Tables tables) {
        return facts(tables, fact -> !YEAR_2021.holds(fact.day()));
    }

    private static Map<Reference, Fact> facts(Tables tables, Predicate<Fact> wanted) {
        return tables.facts.entrySet().stream()
                .filter(fact -> wanted.test(fact.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Map<String, Object> figures(Tables tables, boolean open) {
        return tables.figures.entrySet().stream()
                .filter(figure -> YEAR_2021.holds(figure.getValue().day()) != open)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Of the mentions that report one of these facts. */
    private static Map<String, String> fates(Tables tables, Map<Reference, Fact> facts) {
        Map<String, String> fates = tables.fates();
        fates.keySet().removeIf(key -> {
            MentionRow.Said said =
                    Objects.requireNonNull(tables.mentions.get(key)).said();
            Reference fact = said == null ? null : said.fact();
            return fact == null || !facts.containsKey(fact);
        });
        return fates;
    }

    /** Law 6: every fact is what the rows of mentions say. */
    private static void assertSums(Tables tables) {
        Map<Reference, Integer> counted = new TreeMap<>();
        tables.mentions.values().forEach(row -> {
            Reference fact = Objects.requireNonNull(row.said()).fact();
            if (fact != null) {
                counted.merge(fact, 1, Integer::sum);
            }
        });
        Map<Reference, Integer> held = new TreeMap<>();
        tables.facts.forEach((name, fact) -> held.put(name, fact.mentions()));
        assertThat(counted).isEqualTo(held);
    }

    private static String name(PageElements page, int number) {
        return page.elements().get(number).page() + "/" + number;
    }

    /** Few papers, stories and places, around the new year; days named are never behind the day of publication. */
    private static List<PageElements> generated(long seed, int count, int group, int from, int to) {
        Random random = new Random(seed);
        String[] places = {"", "", "桃园街道", "河口镇"};
        Map<PageId, PageElements> pages = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            int published = from + random.nextInt(to - from);
            String paper = "报" + (group == 7 ? "后" : "") + random.nextInt(6);
            Pages page = page(paper, published, group == 7 ? 0 : random.nextInt(3), group + "" + random.nextInt(2));
            int mentions = random.nextInt(4);
            for (int m = 0; m < mentions; m++) {
                String place = places[random.nextInt(places.length)];
                Signature words = wording(random.nextInt(3), random.nextInt(9), random.nextLong());
                if (random.nextInt(4) == 0) {
                    page.tellsOf(published - random.nextInt(20), words, place);
                } else {
                    page.tells(words, place, 795 + random.nextInt(2), Modifier.EXACT);
                }
            }
            PageElements elements = page.elements();
            pages.putIfAbsent(elements.id(), elements);
        }
        return List.copyOf(pages.values());
    }
}

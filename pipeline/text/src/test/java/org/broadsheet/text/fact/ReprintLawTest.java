package org.broadsheet.text.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.text.fact.Pages.NEW_YEAR;
import static org.broadsheet.text.fact.Pages.page;
import static org.broadsheet.text.fact.Wordings.wording;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.page.PageId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws 2 and 3 with reprints: in every order, together and spread, the tables are those of the set. */
class ReprintLawTest {
    private static final Signature STORY = wording(1);

    @ParameterizedTest
    @ValueSource(ints = {0, 3, MergeReports.MOST_TOGETHER})
    void everyOrderOfAStoryThatWandersGivesTheSameTables(int mostTogether) {
        List<PageElements> pages = List.of(
                page("太原晚报", 0).tells(STORY, "桃园街道").elements(),
                page("山西日报", 20).tells(wording(1, 3, 20), "").elements(),
                page("朔州日报", 45).tells(wording(1, 3, 45), "").elements(),
                page("太原晚报", 46).tells(STORY, "桃园街道").elements(),
                page("山西日报", 20, 1, "b").elements(),
                page("晋中日报", 46).tells(wording(2), "河口镇").elements());
        OneGo oneGo = new OneGo(pages);
        assertThat(oneGo.facts().values())
                .extracting(fact -> fact.place() + " " + (fact.day() - NEW_YEAR) + " by " + fact.reports())
                .containsExactlyInAnyOrder("桃园街道 0 by 1", " 45 by 2", "河口镇 46 by 1");
        long seed = 0;
        for (List<PageElements> order : Orders.of(pages)) {
            assertEquals(Tables.after(order, seed++, mostTogether), oneGo);
        }
        assertThat(seed).isEqualTo(720);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, MergeReports.MOST_TOGETHER})
    void everyOrderOfAnOriginalThatComesLateAndGoesGivesTheSameTables(int mostTogether) {
        PageElements reprint = page("山西日报", 3).tells(STORY, "").elements();
        PageElements original = page("太原晚报", 1).tells(STORY, "").elements();
        PageElements earlier = page("晋中日报", 0).tellsOf(-1, STORY, "").elements();
        PageElements withdrawal = new PageElements(new PageId(original.pageKey(), 7, ""), List.of());
        List<PageElements> pages = List.of(reprint, original, earlier, withdrawal, reprint, original);
        OneGo oneGo = new OneGo(pages);
        assertThat(oneGo.facts().values())
                .extracting(fact -> (fact.day() - NEW_YEAR) + " by " + fact.reports())
                .containsExactly("-1 by 2");
        long seed = 0;
        for (List<PageElements> order : Orders.of(pages)) {
            assertEquals(Tables.after(order, seed++, mostTogether), oneGo);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 5, MergeReports.MOST_TOGETHER})
    void shuffledSetsEqualTheAnswerComputedInOneGo(int mostTogether) {
        for (long seed = 0; seed < 40; seed++) {
            List<PageElements> pages = generated(seed, 90);
            List<PageElements> thrice = new ArrayList<>(pages);
            thrice.addAll(pages);
            thrice.addAll(pages);
            assertEquals(Tables.after(thrice, seed, mostTogether), new OneGo(pages));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, MergeReports.MOST_TOGETHER})
    void whenAllIsWithdrawnNothingIsKept(int mostTogether) {
        List<PageElements> pages = new ArrayList<>(generated(5, 120));
        Map<String, PageElements> withdrawals = new HashMap<>();
        pages.forEach(each ->
                withdrawals.put(each.pageKey(), new PageElements(new PageId(each.pageKey(), 99, ""), List.of())));
        pages.addAll(withdrawals.values());
        Tables tables = Tables.after(pages, 3, mostTogether);
        assertThat(tables.mentions).isEmpty();
        assertThat(tables.facts).isEmpty();
        assertThat(tables.kept()).isZero();
    }

    private static void assertEquals(Tables tables, OneGo oneGo) {
        assertThat(tables.facts).isEqualTo(oneGo.facts());
        assertThat(tables.fates()).isEqualTo(oneGo.fates());
        assertThat(tables.figures).isEqualTo(oneGo.figures());
    }

    /** Few papers, days, stories and places, so that most mentions have to do with each other. */
    private static List<PageElements> generated(long seed, int count) {
        Random random = new Random(seed);
        String[] places = {"", "", "桃园街道", "桃园街道二社区", "河口镇"};
        Modifier[] modifiers = {Modifier.EXACT, Modifier.EXACT, Modifier.OVER};
        Map<PageId, PageElements> pages = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            Pages page =
                    page("报" + random.nextInt(6), random.nextInt(70), random.nextInt(3) / 2, "" + random.nextInt(2));
            int mentions = random.nextInt(4);
            for (int m = 0; m < mentions; m++) {
                String place = places[random.nextInt(places.length)];
                Signature words = wording(random.nextInt(3), random.nextInt(9), random.nextLong());
                if (random.nextInt(5) == 0) {
                    page.tellsOf(random.nextInt(60), words, place);
                } else {
                    page.tells(words, place, 795 + random.nextInt(2), modifiers[random.nextInt(modifiers.length)]);
                }
            }
            PageElements elements = page.elements();
            pages.putIfAbsent(elements.id(), elements);
        }
        return List.copyOf(pages.values());
    }
}

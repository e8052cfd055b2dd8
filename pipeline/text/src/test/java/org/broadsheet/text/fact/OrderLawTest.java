package org.broadsheet.text.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.broadsheet.text.fact.Pages.page;
import static org.broadsheet.text.fact.Provinces.SHIJIAZHUANG;
import static org.broadsheet.text.fact.Provinces.SHUOCHENG;
import static org.broadsheet.text.fact.Provinces.SHUOZHOU;
import static org.broadsheet.text.fact.Provinces.TAIYUAN;
import static org.broadsheet.text.fact.Provinces.XIAODIAN;
import static org.broadsheet.text.fact.Provinces.YINGZE;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.broadsheet.text.figure.AggregateProvince;
import org.broadsheet.text.figure.RegionTree;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.page.ClosedYears;
import org.junit.jupiter.api.Test;

/** Law 2: the tables are a function of the set of pages, whatever the order, the number of deliveries, the way between. */
class OrderLawTest {
    private static final List<PageElements> SMALL = List.of(
            page("太原晚报", 0)
                    .says("test_sites", YINGZE, "", 795)
                    .says("test_sites", YINGZE, "", 795, Modifier.EXACT, Fate.RETOLD)
                    .elements(),
            page("太原晚报", 0, 1, "b")
                    .says("test_sites", YINGZE, "", 796)
                    .says("test_sites", XIAODIAN, "龙城街道", 12)
                    .elements(),
            page("山西日报", 1)
                    .says("test_sites", YINGZE, "", 796)
                    .says("test_sites", 0, "", 7, Modifier.ABOUT, Fate.UNPLACED)
                    .elements(),
            page("山西日报", 1, 0, "c").says("test_sites", YINGZE, "", 700).elements(),
            page("朔州日报", 2).says("test_sites", SHUOCHENG, "", 30).elements(),
            page("朔州日报", 2, 5, "").elements());

    @Test
    void everyOrderOfSixDeliveriesGivesTheSameTables() {
        Tables expected = Tables.after(SMALL, 0);
        assertThat(expected.facts.values())
                .extracting(fact -> fact.region() + fact.place() + " " + fact.value() + " by " + fact.reports())
                .containsExactlyInAnyOrder("140106 796 by 1", "140105龙城街道 12 by 1", "140106 700 by 1");
        int orders = 0;
        for (List<PageElements> order : Orders.of(SMALL)) {
            assertThat(Tables.after(order, orders)).isEqualTo(expected);
            orders++;
        }
        assertThat(orders).isEqualTo(720);
    }

    @Test
    void deliveredThreeTimesIsDeliveredOnce() {
        List<PageElements> thrice = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            thrice.addAll(SMALL);
        }
        Tables expected = Tables.after(SMALL, 0);
        for (long seed = 0; seed < 200; seed++) {
            assertThat(Tables.after(thrice, seed)).isEqualTo(expected);
        }
    }

    @Test
    void shuffledPagesEqualTheAnswerComputedInOneGo() {
        for (long seed = 0; seed < 60; seed++) {
            List<PageElements> pages = generated(seed, 60);
            Tables tables = Tables.after(pages, seed);
            OneGo oneGo = new OneGo(pages);
            assertThat(tables.facts).isEqualTo(oneGo.facts());
            assertThat(tables.figures).isEqualTo(oneGo.figures());
            assertThat(tables.fates()).isEqualTo(oneGo.fates());
        }
    }

    @Test
    void withdrawingEveryPageLeavesNothing() {
        List<PageElements> pages = new ArrayList<>(generated(7, 80));
        Map<String, PageElements> withdrawals = new HashMap<>();
        for (PageElements each : pages) {
            withdrawals.put(
                    each.pageKey(),
                    new PageElements(new org.broadsheet.text.page.PageId(each.pageKey(), 99, ""), List.of()));
        }
        pages.addAll(withdrawals.values());
        Tables tables = Tables.after(pages, 11);
        assertThat(tables.mentions).isEmpty();
        assertThat(tables.facts).isEmpty();
        assertThat(tables.figures).isEmpty();
        assertThat(tables.kept()).isZero();
    }

    @Test
    void takingOutBeforePuttingInLeavesNothing() {
        Element element = page("太原晚报", 0)
                .says("test_sites", YINGZE, "", 795)
                .elements()
                .elements()
                .get(0);
        ElementChange in = ElementChange.in(element);
        for (int mostTogether : new int[] {0, MergeReports.MOST_TOGETHER}) {
            MergeReports step = new MergeReports(mostTogether, ClosedYears.NONE);
            Map<Long, byte[]> claim = new HashMap<>();
            assertThat(step.apply(Cells.over(claim), ElementChange.out(in.claim(), in.page(), in.number())))
                    .isEqualTo(MergeReports.Outcome.NOTHING);
            assertThat(claim).hasSize(1);
            assertThat(step.apply(Cells.over(claim), in)).isEqualTo(MergeReports.Outcome.NOTHING);
            assertThat(claim).isEmpty();
        }
    }

    @Test
    void aFactTakenOutBeforeItIsPutInMakesNoFigure() {
        Fact fact = new Fact("test_sites", YINGZE, "", Scope.CURRENT, BigDecimal.TEN, Modifier.EXACT, 0, 1, 1, 0, 0);
        AggregateProvince step = new AggregateProvince(new Provinces(), Provinces.KINDS);
        AggregateProvince.Outcome out = step.apply(null, new FactChange(fact, null));
        assertThat(out.figures()).isEmpty();
        AggregateProvince.Outcome in = step.apply(out.kept(), new FactChange(null, fact));
        assertThat(in.figures()).isEmpty();
        assertThat(in.kept()).isNull();
    }

    private static List<PageElements> generated(long seed, int count) {
        Random random = new Random(seed);
        int[] regions = {YINGZE, XIAODIAN, TAIYUAN, SHUOCHENG, SHUOZHOU, SHIJIAZHUANG, RegionTree.COUNTRY, 140000};
        String[] places = {"", "", "桃园街道", "桃园街道二社区", "河口镇"};
        List<Modifier> modifiers = List.of(Modifier.values());
        String[] metrics = {"test_sites", "confirmed_cases"};
        List<PageElements> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Pages page = page("报" + random.nextInt(8), random.nextInt(4), random.nextInt(3), "" + random.nextInt(3));
            int mentions = random.nextInt(5);
            for (int m = 0; m < mentions; m++) {
                page.says(
                        metrics[random.nextInt(metrics.length)],
                        regions[random.nextInt(regions.length)],
                        places[random.nextInt(places.length)],
                        1 + random.nextInt(3),
                        modifiers.get(random.nextInt(modifiers.size())),
                        random.nextInt(8) == 0 ? Fate.RETOLD : Fate.COUNTED);
            }
            pages.add(page.elements());
        }
        return distinctContents(pages);
    }

    /** Equal (key, revision, content) must mean equal elements, as a content hash makes sure. */
    private static List<PageElements> distinctContents(List<PageElements> pages) {
        Map<org.broadsheet.text.page.PageId, PageElements> distinct = new java.util.LinkedHashMap<>();
        pages.forEach(each -> distinct.putIfAbsent(each.id(), each));
        return new ArrayList<>(distinct.values());
    }
}

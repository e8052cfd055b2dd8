package org.broadsheet.text.fact;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.Worked;
import org.broadsheet.text.page.Correction;
import org.broadsheet.text.page.Corrections;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Corrections are part of the set: a page, its corrections, their undoing and its revisions give the same rows in every order. */
class CorrectionLawTest {
    private static final String STORY = "11月22日，迎泽区设立了795个检测采样点，小店区设立了60个核酸检测点，新增确诊病例23例。";
    private static final String REVISED = "11月22日，迎泽区设立了796个检测采样点，小店区设立了60个核酸检测点，新增确诊病例23例。";
    private static final Correction SITES =
            new Correction("795个检测采样点", Correction.ANYWHERE, "test_sites", BigDecimal.valueOf(705), "误识");
    private static final Correction CASES = new Correction("确诊病例23例", Correction.ANYWHERE, "", null, "是去年的");

    private static TextStage stage;

    @BeforeAll
    static void open() throws Exception {
        Path config = Path.of(System.getProperty("broadsheet.root"), "config");
        stage = TextStage.open(
                TextRules.read(config.resolve("metrics.yaml"), config.resolve("sources.yaml")),
                TextStage.Evidence.SENTENCES);
    }

    @Test
    void everyOrderOfAPageItsCorrectionsAndItsRevisionsGivesTheSameTables() {
        Corrections both = Corrections.NONE.with(SITES).with(CASES);
        List<PageElements> deliveries = List.of(
                elements("太原晚报/2022-11-22/003", STORY, 1, Corrections.NONE),
                elements("太原晚报/2022-11-22/003", STORY, 1, Corrections.NONE.with(SITES)),
                elements("太原晚报/2022-11-22/003", STORY, 1, both),
                elements("太原晚报/2022-11-22/003", STORY, 1, both.without(CASES)),
                elements("太原晚报/2022-11-22/003", REVISED, 0, both.with(SITES).with(SITES)),
                elements("山西日报/2022-11-23/001", STORY, 0, Corrections.NONE));
        Tables expected = new OneGoTables(deliveries).assertEqualTo(Tables.after(deliveries, 0));
        assertThat(lines(expected))
                .containsExactlyInAnyOrder(
                        "140106 test_sites 705 1",
                        "140106 test_sites 795 1",
                        "140105 test_sites 60 2",
                        "140105 confirmed_cases 23 2");
        int orders = 0;
        for (List<PageElements> order : Orders.of(deliveries)) {
            assertThat(Tables.after(order, orders)).isEqualTo(expected);
            orders++;
        }
        assertThat(orders).isEqualTo(720);
    }

    @Test
    void aLaterRevisionIsReadAnewWithoutThem() {
        List<PageElements> deliveries = List.of(
                elements("太原晚报/2022-11-22/003", STORY, 0, Corrections.NONE),
                elements("太原晚报/2022-11-22/003", STORY, 0, Corrections.NONE.with(SITES)),
                elements("太原晚报/2022-11-22/003", REVISED, 1, Corrections.NONE));
        Tables expected = Tables.after(deliveries, 0);
        assertThat(lines(expected))
                .containsExactlyInAnyOrder(
                        "140106 test_sites 796 1", "140105 test_sites 60 1", "140105 confirmed_cases 23 1");
        for (List<PageElements> order : Orders.of(deliveries)) {
            assertThat(Tables.after(order, 5)).isEqualTo(expected);
        }
    }

    @Test
    void undoneTheRowsAreThoseOfAPageNeverCorrectedButForThePagesName() {
        PageElements page = elements("太原晚报/2022-11-22/003", STORY, 0, Corrections.NONE);
        Corrections made = Corrections.NONE.with(SITES).with(CASES);
        Corrections undone = made.without(SITES).without(CASES);
        Tables never = Tables.after(List.of(page), 0);
        Tables after = Tables.after(
                List.of(page, elements(page.pageKey(), STORY, 0, made), elements(page.pageKey(), STORY, 0, undone)), 3);
        assertThat(after.facts).isEqualTo(never.facts);
        assertThat(after.figures).isEqualTo(never.figures);
        assertThat(after.mentions.values().stream().map(row -> row.number() + " " + row.said()))
                .containsExactlyInAnyOrderElementsOf(never.mentions.values().stream()
                        .map(row -> row.number() + " " + row.said())
                        .toList());
    }

    @Test
    void aDroppedMentionStaysWithItsSentenceAndTheReason() {
        Worked.Accepted worked = work("太原晚报/2022-11-22/003", STORY, 0, Corrections.NONE.with(CASES));
        assertThat(worked.row().mentions())
                .extracting(mention -> mention.quote() + " " + mention.correction())
                .containsExactly("795个检测采样点 null", "60个核酸检测点 null", "确诊病例23例 " + CASES);
        assertThat(worked.row().corrections()).containsExactly(new PageRow.CorrectionRow(CASES, List.of(2)));
        assertThat(worked.elements().elements())
                .extracting(element -> element.value() + " " + element.fate())
                .containsExactly("795 COUNTED", "60 COUNTED", "23 DROPPED");
    }

    @Test
    void aCorrectionOfWordsThatAreNotThereIsListedAndChangesNothing() {
        Correction gone = new Correction("800个检测采样点", Correction.ANYWHERE, "", null, "误识");
        Correction elsewhere = new Correction("795个检测采样点", 3, "", null, "误识");
        Corrections corrections = Corrections.NONE.with(gone).with(elsewhere);
        Worked.Accepted worked = work("太原晚报/2022-11-22/003", STORY, 0, corrections);
        assertThat(worked.row().corrections())
                .containsExactly(
                        new PageRow.CorrectionRow(elsewhere, List.of()), new PageRow.CorrectionRow(gone, List.of()));
        assertThat(worked.elements().elements())
                .extracting(Element::fate)
                .containsOnly(org.broadsheet.text.mention.Fate.COUNTED);
    }

    @Test
    void ofOneNounPhraseEitherMetricOrBothAreCorrected() {
        String story = "11月22日，迎泽区出动220名党员志愿者。";
        Correction one = new Correction("220名党员志愿者", Correction.ANYWHERE, "volunteers", null, "不是");
        Correction both = new Correction("220名党员志愿者", Correction.ANYWHERE, "", BigDecimal.valueOf(200), "误识");
        assertThat(values(story, Corrections.NONE.with(one)))
                .containsExactly("party_members 220 COUNTED", "volunteers 220 DROPPED");
        assertThat(values(story, Corrections.NONE.with(both)))
                .containsExactly("party_members 200 COUNTED", "volunteers 200 COUNTED");
        assertThat(values(story, Corrections.NONE.with(one).with(both)))
                .containsExactly("party_members 200 COUNTED", "volunteers 220 DROPPED");
    }

    private static List<String> values(String story, Corrections corrections) {
        return elements("太原晚报/2022-11-22/004", story, 0, corrections).elements().stream()
                .map(element -> element.metric() + " " + element.value() + " " + element.fate())
                .toList();
    }

    private static List<String> lines(Tables tables) {
        return tables.facts.values().stream()
                .map(fact -> fact.region() + " " + fact.metric() + " " + fact.value() + " " + fact.reports())
                .toList();
    }

    private static PageElements elements(String key, String text, long revision, Corrections corrections) {
        return work(key, text, revision, corrections).elements();
    }

    private static Worked.Accepted work(String key, String text, long revision, Corrections corrections) {
        List<Header> headers = new ArrayList<>();
        headers.add(new Header("revision", Long.toString(revision).getBytes(UTF_8)));
        if (corrections.made() > 0) {
            headers.add(corrections.header());
        }
        return (Worked.Accepted) stage.work(new RawPage("", 0, 0, key.getBytes(UTF_8), text.getBytes(UTF_8), headers));
    }

    /** The answer computed in one go; its country is that of {@link Provinces}. */
    private record OneGoTables(List<PageElements> pages) {
        Tables assertEqualTo(Tables tables) {
            OneGo oneGo = new OneGo(pages);
            assertThat(tables.facts).isEqualTo(oneGo.facts());
            assertThat(tables.figures).isEqualTo(oneGo.figures());
            assertThat(tables.fates()).isEqualTo(oneGo.fates());
            return tables;
        }
    }
}

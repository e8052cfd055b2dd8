package org.broadsheet.cli.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.postgres.ArticleText;
import org.broadsheet.postgres.EvidenceRow;
import org.broadsheet.postgres.FigureRow;
import org.broadsheet.postgres.ReferenceData.MetricRow;
import org.broadsheet.postgres.ReferenceData.RegionRow;
import org.broadsheet.postgres.ReportQuery;
import org.broadsheet.text.place.Gazetteer;

/** A report of all regions in which 迎泽区 has 795 test sites and 朔州市 90; it needs no job and no database. */
final class SampleReport {
    static final LocalDate DAY = LocalDate.of(2022, 11, 22);
    static final String SENTENCE = "迎泽区卫体局设立了795个检测采样点。";
    private static final String METRIC = "test_sites";

    private SampleReport() {}

    static ReportData data() {
        return new ReportData(
                new ReportQuery.Totals(2, 2, 5),
                regions(),
                List.of(new MetricRow(METRIC, "核酸检测点", "nucleic-acid test sites", "site", "stock")),
                List.of(
                        stated(140106, "795"),
                        sum(100000, "885", 1, 34),
                        sum(140000, "885", 2, 11),
                        sum(140100, "795", 1, 10),
                        stated(140600, "90")),
                List.of(),
                new Evidence(
                        List.of(said()),
                        List.of(new ArticleText("page", 0, "全员核酸", "为防止居民等候时间过长,\n" + SENTENCE + "\n各社区有志愿者。")),
                        1,
                        Map.of()));
    }

    private static List<RegionRow> regions() {
        return Gazetteer.load().regions().stream()
                .map(region -> new RegionRow(
                        region.code(),
                        region.name(),
                        region.level().name().toLowerCase(Locale.ROOT),
                        region.parent(),
                        null,
                        null))
                .toList();
    }

    private static FigureRow stated(int region, String value) {
        return figure(region, value, "exact", "stated", 0, 0);
    }

    private static FigureRow sum(int region, String value, int parts, int partsOf) {
        return figure(region, value, "over", "parts", parts, partsOf);
    }

    private static FigureRow figure(int region, String value, String modifier, String basis, int parts, int partsOf) {
        return new FigureRow(
                region, "", METRIC, "", "current", DAY, new BigDecimal(value), modifier, basis, parts, partsOf, 1);
    }

    private static EvidenceRow said() {
        return new EvidenceRow(
                140106,
                METRIC,
                "current",
                DAY,
                "fact",
                140106,
                "",
                "",
                new BigDecimal("795"),
                "exact",
                1,
                "page",
                0,
                "counted",
                "太原晚报",
                DAY,
                "太原晚报/2022-11-22/003",
                "https://example.org/003",
                SENTENCE,
                "795个检测采样点",
                22,
                31,
                "noun-after",
                "7",
                null,
                "",
                0);
    }
}

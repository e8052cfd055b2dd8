package org.broadsheet.cli.report;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.broadsheet.postgres.ArticleText;
import org.broadsheet.postgres.EvidenceRow;
import org.broadsheet.postgres.FigureRow;
import org.broadsheet.postgres.ReferenceData.MetricRow;
import org.broadsheet.postgres.ReferenceData.RegionRow;
import org.broadsheet.postgres.ReportQuery;

/** A report in which everything that comes from outside would like to be more than text: 迎泽区 has 795 of it. */
final class HostileReport {
    static final String SCRIPT = "<script>window.harmed = 1</script><img src=x onerror=\"window.harmed = 2\">";
    static final String ENDS =
            "</script><script>window.harmed = 3</script><!-- \u2028 \u2029 \u0000 @data@ @scripts@ ${1+1}";
    static final String LONG = "长".repeat(10_000);
    static final String QUOTE = "795个" + SCRIPT;
    static final String SENTENCE = "迎泽区有" + QUOTE + "，" + ENDS + LONG + "。";
    static final LocalDate DAY = LocalDate.of(2022, 11, 22);
    private static final String METRIC = "hostile" + SCRIPT;

    private HostileReport() {}

    static ReportData data() {
        return data("javascript:window.harmed = 4");
    }

    static ReportData data(String url) {
        FigureRow figure =
                new FigureRow(140106, "", METRIC, "", "current", DAY, new BigDecimal("795"), "over", "stated", 0, 0, 1);
        EvidenceRow row = new EvidenceRow(
                140106,
                METRIC,
                "current",
                DAY,
                "fact",
                140106,
                "",
                "街道" + SCRIPT,
                new BigDecimal("795"),
                "over",
                1,
                "page",
                0,
                "reprinted",
                "晚报" + SCRIPT,
                DAY,
                "key" + SCRIPT,
                url,
                SENTENCE,
                QUOTE,
                4,
                9,
                "rule" + SCRIPT,
                "rules",
                new BigDecimal("796"),
                "why" + ENDS,
                0);
        return new ReportData(
                new ReportQuery.Totals(1, 1, 1),
                List.of(
                        new RegionRow(100000, "中国", "country", 0, null, null),
                        new RegionRow(140000, "山西省" + SCRIPT, "province", 100000, null, null),
                        new RegionRow(140100, "太原市", "prefecture", 140000, null, null),
                        new RegionRow(140106, "迎泽区" + SCRIPT, "county", 140100, null, null)),
                List.of(new MetricRow(METRIC, "指标" + SCRIPT, "metric" + ENDS, "unit" + SCRIPT, "stock")),
                List.of(figure),
                List.of(),
                new Evidence(
                        List.of(row),
                        List.of(new ArticleText("page", 0, "标题" + ENDS, "前文" + SCRIPT + "\n" + SENTENCE + ENDS)),
                        1,
                        Map.of()));
    }
}

package org.broadsheet.postgres;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.postgres.ReferenceData.MetricRow;
import org.broadsheet.postgres.ReferenceData.PaperRow;
import org.broadsheet.postgres.ReferenceData.RegionRow;
import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.Intake;
import org.broadsheet.text.figure.Basis;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;

/**
 * A country of two provinces, worked out by hand: 迎泽区 states 795 test sites, 小店区 names places (60 in 坞城街道, of
 * which 20 in 坞城街道学府社区, and more than 5 in 营盘街道), 太原市 says nothing, a zone of it states 7; 朔州市 states about 900, and a
 * county of it 1000; 济源市, a county right under 河南省, has 3.
 */
final class SmallCountry {
    static final List<RegionRow> REGIONS = List.of(
            new RegionRow(100000, "中国", "country", 0, null, null),
            new RegionRow(140000, "山西省", "province", 100000, null, null),
            new RegionRow(140100, "太原市", "prefecture", 140000, null, null),
            new RegionRow(140105, "小店区", "county", 140100, null, null),
            new RegionRow(140106, "迎泽区", "county", 140100, null, null),
            new RegionRow(140171, "综改示范区", "zone", 140100, null, null),
            new RegionRow(140600, "朔州市", "prefecture", 140000, null, null),
            new RegionRow(140602, "朔城区", "county", 140600, null, null),
            new RegionRow(410000, "河南省", "province", 100000, null, null),
            new RegionRow(419001, "济源市", "county", 410000, null, null));

    static final List<MetricRow> METRICS =
            List.of(new MetricRow("test_sites", "核酸检测点", "nucleic-acid test sites", "site", "stock"));

    static final List<Fact> FACTS = List.of(
            Examples.fact(140106, "", "795", Modifier.EXACT, 1),
            Examples.fact(140106, "", "700", Modifier.OVER, 1),
            Examples.fact(140106, "桥东街道", "80", Modifier.EXACT, 1),
            Examples.fact(140105, "坞城街道", "60", Modifier.EXACT, 1),
            Examples.fact(140105, "坞城街道", "50", Modifier.OVER, 1),
            Examples.fact(140105, "坞城街道学府社区", "20", Modifier.EXACT, 1),
            Examples.fact(140105, "营盘街道", "5", Modifier.OVER, 1),
            Examples.fact(140171, "", "7", Modifier.EXACT, 1),
            Examples.fact(140600, "", "900", Modifier.ABOUT, 1),
            Examples.fact(140602, "", "1000", Modifier.EXACT, 1),
            Examples.fact(419001, "", "3", Modifier.EXACT, 1));

    static final List<Figure> FIGURES = List.of(
            figure(100000, "1763", Modifier.ABOUT, Basis.PARTS, 2, 2),
            figure(140000, "1760", Modifier.ABOUT, Basis.PARTS, 2, 2),
            figure(140100, "860", Modifier.OVER, Basis.PARTS, 2, 2),
            figure(140105, "65", Modifier.OVER, Basis.PARTS, 2, 0),
            figure(140106, "795", Modifier.EXACT, Basis.STATED, 0, 0),
            figure(140171, "7", Modifier.EXACT, Basis.STATED, 0, 0),
            figure(140600, "900", Modifier.ABOUT, Basis.STATED, 0, 1),
            figure(140602, "1000", Modifier.EXACT, Basis.STATED, 0, 0),
            figure(410000, "3", Modifier.EXACT, Basis.PARTS, 1, 1),
            figure(419001, "3", Modifier.EXACT, Basis.STATED, 0, 0));

    private SmallCountry() {}

    /** All rows, in the order of the lists. */
    static List<TableChange> changes() {
        List<TableChange> changes = new ArrayList<>(List.of(Rows.page(Examples.page(FACTS.size()))));
        for (int i = 0; i < FACTS.size(); i++) {
            changes.add(Rows.mention(Examples.mention(i, FACTS.get(i))));
            changes.add(Rows.fact(new FactChange(null, FACTS.get(i))));
        }
        FIGURES.forEach(figure -> changes.add(Rows.figure(new FigureChange(null, figure))));
        changes.add(Rows.intake(new Intake("articles", 0, 10, 12, 1, 1)));
        return List.copyOf(changes);
    }

    /** Writes regions, metrics and papers, then the changes as one checkpoint. */
    static void write(DatabaseSettings settings, List<TableChange> changes) throws Exception {
        writeReferenceData(settings);
        Attempt attempt = new Attempt("a", 0, 0, 1);
        try (StagingWriter writer = StagingWriter.open(settings, attempt, TableSink.DEFAULT_CHUNK);
                MergingCommitter committer = MergingCommitter.open(settings, attempt)) {
            SinkTasks.commit(committer, SinkTasks.stage(writer, 1, changes.toArray(TableChange[]::new)));
        }
    }

    static void writeReferenceData(DatabaseSettings settings) throws SQLException {
        try (Connection connection = settings.connect()) {
            ReferenceData.write(connection, REGIONS, METRICS, List.of(new PaperRow("太原晚报", 140100)));
        }
    }

    private static Figure figure(int region, String value, Modifier modifier, Basis basis, int parts, int partsOf) {
        return new Figure(
                region,
                "test_sites",
                Scope.CURRENT,
                Examples.DAY,
                new BigDecimal(value),
                modifier,
                basis,
                parts,
                partsOf,
                1);
    }
}

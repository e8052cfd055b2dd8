package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import org.broadsheet.text.figure.Basis;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;

/** Opens writers and committers of the sink without Flink. */
abstract class TableSinkSteps {
    static final String FIGURES = "SELECT region, value FROM region_figure ORDER BY region";
    static final String FENCE = "SELECT job, checkpoint FROM writer";

    final DatabaseSettings settings;

    TableSinkSteps(DatabaseSettings settings) {
        this.settings = settings;
    }

    StagingWriter writer(String job, long restored, int subtask, int subtasks) throws IOException {
        return StagingWriter.open(settings, new Attempt(job, restored, subtask, subtasks), TableSink.DEFAULT_CHUNK);
    }

    MergingCommitter committer(String job, long restored) throws IOException {
        return MergingCommitter.open(settings, new Attempt(job, restored, 0, 1));
    }

    void assertNothingStaged() throws SQLException {
        assertThat(Queries.rows(settings, "SELECT id FROM batch")).isEmpty();
        for (Table table : Tables.ALL) {
            assertThat(Queries.rows(settings, "SELECT batch FROM " + table.staged()))
                    .isEmpty();
        }
    }

    static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(WriteRefusedException.class).hasMessageContaining(why);
    }

    static TableChange figure(int region, String value) {
        return Rows.figure(new FigureChange(null, example(region, value)));
    }

    static TableChange noFigure(int region) {
        return Rows.figure(new FigureChange(example(region, "1"), null));
    }

    static Figure example(int region, String value) {
        return new Figure(
                region,
                "test_sites",
                Scope.CURRENT,
                Examples.DAY,
                new BigDecimal(value),
                Modifier.EXACT,
                Basis.STATED,
                0,
                0,
                1);
    }
}

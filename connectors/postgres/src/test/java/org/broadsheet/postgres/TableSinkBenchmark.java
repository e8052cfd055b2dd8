package org.broadsheet.postgres;

import java.math.BigDecimal;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.figure.Basis;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * How many rows of facts, mentions and figures a second are staged and merged; run by hand:
 * {@code mvn -pl connectors/postgres -am verify -Dtest=TableSinkBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@ExtendWith(RealDatabase.class)
class TableSinkBenchmark {
    private static final int ROWS = 50_000;

    @Test
    void stageAndMerge(DatabaseSettings settings) throws Exception {
        Attempt attempt = new Attempt("a", 0, 0, 1);
        try (StagingWriter writer = StagingWriter.open(settings, attempt, TableSink.DEFAULT_CHUNK);
                MergingCommitter committer = MergingCommitter.open(settings, attempt)) {
            for (int round = 1; round <= 5; round++) {
                TableChange[] changes = changes(round % 2 == 0 ? 0 : round).toArray(TableChange[]::new);
                long begun = System.nanoTime();
                Batch batch = SinkTasks.stage(writer, round, changes);
                long staged = System.nanoTime();
                SinkTasks.commit(committer, batch);
                print("staged", changes.length, staged - begun);
                print("merged", changes.length, System.nanoTime() - staged);
            }
        }
        SmallCountry.writeReferenceData(settings);
        try (Connection connection = settings.connect()) {
            long begun = System.nanoTime();
            Checksums.of(connection);
            print("checksums", 9 * ROWS, System.nanoTime() - begun);
            begun = System.nanoTime();
            Audit.run(connection);
            print("audit", 9 * ROWS, System.nanoTime() - begun);
        }
    }

    private static List<TableChange> changes(int round) {
        List<TableChange> changes = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            var fact = Examples.fact(110000 + round * ROWS + i, "", "795", Modifier.EXACT, 1);
            changes.add(Rows.mention(Examples.mention(round * ROWS + i, fact)));
            changes.add(Rows.fact(new FactChange(null, fact)));
            changes.add(Rows.figure(new FigureChange(
                    null,
                    new Figure(
                            fact.region(),
                            fact.metric(),
                            Scope.CURRENT,
                            fact.day(),
                            new BigDecimal("795"),
                            Modifier.EXACT,
                            Basis.STATED,
                            0,
                            0,
                            1))));
        }
        return changes;
    }

    private static void print(String what, int rows, long nanoseconds) {
        long milliseconds = Duration.ofNanos(nanoseconds).toMillis();
        System.out.println(what + " " + rows + " rows in " + milliseconds + " ms, "
                + rows * 1000L / Math.max(1, milliseconds) + " a second");
    }
}

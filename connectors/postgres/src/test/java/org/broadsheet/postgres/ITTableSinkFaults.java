package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.broadsheet.postgres.SinkTasks.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What comes again is skipped, what would spoil the tables is refused, what is left over is cleared away. */
@ExtendWith(RealDatabase.class)
class ITTableSinkFaults extends TableSinkSteps {
    ITTableSinkFaults(DatabaseSettings settings) {
        super(settings);
    }

    @Test
    void aCommitThatComesAgainIsSkipped() throws Exception {
        try (StagingWriter writer = writer("a", 0, 0, 1);
                MergingCommitter committer = committer("a", 0)) {
            Batch first = SinkTasks.stage(writer, 1, figure(140106, "795"));
            SinkTasks.commit(committer, first);
            SinkTasks.commit(committer, SinkTasks.stage(writer, 2, figure(140106, "796")));

            assertThat(SinkTasks.commit(committer, first)).allMatch(Request::skipped);
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|796");
            assertThat(Queries.rows(settings, FENCE)).containsExactly("a|2");
        }
    }

    @Test
    void aRestoredJobCommitsWhatItsCheckpointHeld() throws Exception {
        Batch batch;
        try (StagingWriter writer = writer("a", 0, 0, 1)) {
            batch = SinkTasks.stage(writer, 4, figure(140106, "795"));
        }
        try (MergingCommitter committer = committer("b", 4)) {
            SinkTasks.commit(committer, batch);
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|795");
            assertThat(Queries.rows(settings, FENCE)).containsExactly("b|4");
        }
    }

    @Test
    void anOlderStateIsRefused() throws Exception {
        try (StagingWriter writer = writer("a", 0, 0, 1);
                MergingCommitter committer = committer("a", 0)) {
            SinkTasks.commit(committer, SinkTasks.stage(writer, 5, figure(140106, "795")));
            assertRefused(
                    () -> SinkTasks.commit(committer, SinkTasks.stage(writer, 4, figure(140106, "1"))),
                    "checkpoint 4 is older and brings new rows");
        }
        assertRefused(() -> committer("b", 3), "from the older checkpoint 3");
        assertRefused(() -> committer("b", 0), "without a state");
        assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|795");
        assertThat(Queries.rows(settings, FENCE)).containsExactly("a|5");
    }

    @Test
    void anOlderDatabaseIsRefused() throws Exception {
        try (StagingWriter writer = writer("a", 0, 0, 2);
                MergingCommitter committer = committer("a", 0)) {
            Batch lost = SinkTasks.stage(writer, 7, figure(140106, "795"));
            Batch there = SinkTasks.stage(writer, 7, figure(140107, "60"));
            Queries.execute(settings, "DELETE FROM batch WHERE id = '" + lost.id() + "'");
            assertRefused(() -> SinkTasks.commit(committer, lost), "0 of the 1 batches");
            assertRefused(() -> SinkTasks.commit(committer, lost, there), "1 of the 2 batches");
            assertThat(Queries.rows(settings, FIGURES)).isEmpty();
            assertThat(Queries.rows(settings, "SELECT count(*) FROM batch")).containsExactly("1");
        }
    }

    @Test
    void aJobThatWasReplacedDoesNotTakeTheTablesBack() throws Exception {
        writeFirstCheckpointOfA();
        committer("b", 1).close();
        assertRefused(() -> committer("a", 1).close(), "Job a has lost the tables");
        assertRefused(() -> committer("a", 2).close(), "to job b and may not take them back");
        assertThat(Queries.rows(settings, FENCE)).containsExactly("b|1");
        committer("c", 1).close();
        assertRefused(() -> committer("b", 1).close(), "Job b has lost the tables");
        assertRefused(() -> committer("a", 1).close(), "Job a has lost the tables");
        committer("c", 1).close();
    }

    /** A sleeper may have completed a checkpoint of the same number as its heir's, with other pages in it. */
    @Test
    void norDoesItAfterItsHeirHasWritten() throws Exception {
        writeFirstCheckpointOfA();
        try (StagingWriter writer = writer("b", 1, 0, 1);
                MergingCommitter heir = committer("b", 1)) {
            SinkTasks.commit(heir, SinkTasks.stage(writer, 2, figure(140106, "796")));
            assertRefused(() -> committer("a", 2).close(), "Job a has lost the tables");
            SinkTasks.commit(heir, SinkTasks.stage(writer, 3, figure(140106, "797")));
        }
        assertThat(Queries.rows(settings, FENCE)).containsExactly("b|3");
        committer("c", 3).close();
        assertThat(Queries.rows(settings, FENCE)).containsExactly("c|3");
    }

    private void writeFirstCheckpointOfA() throws Exception {
        try (StagingWriter writer = writer("a", 0, 0, 1);
                MergingCommitter committer = committer("a", 0)) {
            SinkTasks.commit(committer, SinkTasks.stage(writer, 1, figure(140106, "795")));
        }
    }

    @Test
    void aJobWhoseTablesWereTakenOverIsRefused() throws Exception {
        try (StagingWriter zombie = writer("a", 0, 0, 1);
                MergingCommitter dead = committer("a", 0)) {
            Batch first = SinkTasks.stage(zombie, 1, figure(140106, "795"));
            SinkTasks.commit(dead, first);
            Batch late = SinkTasks.stage(zombie, 2, figure(140106, "1"));
            try (MergingCommitter heir = committer("b", 1)) {
                assertRefused(() -> SinkTasks.commit(dead, late), "job b has taken over");
                assertThat(SinkTasks.commit(heir, first)).allMatch(Request::skipped);
            }
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|795");
        }
    }

    @Test
    void whatDeadAttemptsLeftIsClearedAwayAndNothingElse() throws Exception {
        try (StagingWriter writer = writer("a", 0, 0, 1);
                MergingCommitter committer = committer("a", 0)) {
            SinkTasks.commit(committer, SinkTasks.stage(writer, 1, figure(140106, "1")));
            SinkTasks.stage(writer, 2, figure(140106, "2"));
        }
        try (StagingWriter writer = writer("a", 1, 0, 1)) {
            SinkTasks.stage(writer, 2, figure(140106, "3"));
        }
        try (StagingWriter first = writer("a", 1, 0, 2);
                StagingWriter second = writer("a", 1, 1, 2);
                MergingCommitter committer = committer("a", 1)) {
            Batch ahead = SinkTasks.stage(second, 4, figure(140107, "5"));
            SinkTasks.commit(committer, SinkTasks.stage(first, 3, figure(140106, "4")));
            assertThat(Queries.rows(settings, "SELECT id FROM batch"))
                    .containsExactly(ahead.id().toString());
            assertThat(Queries.rows(settings, "SELECT region, value FROM staged_region_figure"))
                    .containsExactly("140107|5");
            SinkTasks.commit(committer, ahead);
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|4", "140107|5");
            assertNothingStaged();
        }
    }

    @Test
    void aWriterWhoseBatchWasClearedAwayEnds() throws Exception {
        try (StagingWriter writer = StagingWriter.open(settings, new Attempt("a", 0, 0, 1), 1)) {
            writer.write(figure(140106, "1"), new SinkTasks.NoContext());
            Queries.execute(settings, "DELETE FROM batch");
            assertRefused(
                    () -> writer.write(figure(140106, "2"), new SinkTasks.NoContext()), "staged was cleared away");
        }
    }

    @Test
    void aLostConnectionLosesNothing() throws Exception {
        try (StagingWriter writer = writer("a", 0, 0, 1);
                MergingCommitter committer = committer("a", 0)) {
            SinkTasks.commit(committer, SinkTasks.stage(writer, 1, figure(140106, "1")));
            endOtherSessions();
            Batch batch = SinkTasks.stage(writer, 2, figure(140106, "2"));
            endOtherSessions();
            SinkTasks.commit(committer, batch);
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|2");
        }
    }

    @Test
    void aConnectionLostInTheMiddleOfACommitIsTriedAgain() throws Exception {
        Queries.execute(
                settings,
                "CREATE FUNCTION cut() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN"
                        + " PERFORM pg_terminate_backend(pg_backend_pid()); RETURN NEW; END $$",
                "CREATE TRIGGER cut BEFORE INSERT ON region_figure FOR EACH ROW EXECUTE FUNCTION cut()");
        try (StagingWriter writer = writer("a", 0, 0, 1);
                MergingCommitter committer = committer("a", 0)) {
            Batch batch = SinkTasks.stage(writer, 1, figure(140106, "2"));
            assertThat(SinkTasks.commit(committer, batch)).allMatch(Request::toBeRetried);
            Queries.execute(settings, "DROP TRIGGER cut ON region_figure");
            SinkTasks.commit(committer, batch);
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|2");
            assertThat(Queries.rows(settings, FENCE)).containsExactly("a|1");
        }
    }

    private void endOtherSessions() throws SQLException {
        Queries.rows(
                settings,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = 'broadsheet' AND pid <> pg_backend_pid()");
    }
}

package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.List;
import org.broadsheet.postgres.SinkTasks.Request;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.figure.Basis;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The steps of the sink, one by one: staged, merged, skipped, refused, cleared away. */
@ExtendWith(RealDatabase.class)
class ITTableSink {
    private static final String FIGURES = "SELECT region, value FROM region_figure ORDER BY region";
    private static final String FENCE = "SELECT job, checkpoint FROM writer";

    private final DatabaseSettings settings;

    ITTableSink(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Test
    void rowsAreSeenWithTheirCheckpointAndNotBefore() throws Exception {
        try (StagingWriter writer = writer("a", 0, 0, 1);
                MergingCommitter committer = committer("a", 0)) {
            Batch batch = SinkTasks.stage(writer, 1, figure(140106, "795"), Rows.page(Examples.page()));
            assertThat(Queries.rows(settings, FIGURES)).isEmpty();

            SinkTasks.commit(committer, batch);
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|795");
            assertThat(Queries.rows(settings, "SELECT page_key FROM page")).containsExactly(Examples.PAGE_ID.key());
            assertThat(Queries.rows(settings, FENCE)).containsExactly("a|1");
            assertNothingStaged();
        }
    }

    @Test
    void theLastChangeOfAKeyHolds() throws Exception {
        try (StagingWriter writer = writer("a", 0, 0, 1);
                MergingCommitter committer = committer("a", 0)) {
            SinkTasks.commit(
                    committer,
                    SinkTasks.stage(
                            writer,
                            1,
                            figure(140106, "795"),
                            figure(140106, "796"),
                            figure(140107, "60"),
                            noFigure(140107)));
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|796");

            SinkTasks.commit(committer, SinkTasks.stage(writer, 2, noFigure(140106), figure(140107, "61")));
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140107|61");
        }
    }

    @Test
    void theLastChunkOfAKeyHolds() throws Exception {
        try (StagingWriter writer = StagingWriter.open(settings, new Attempt("a", 0, 0, 1), 1);
                MergingCommitter committer = committer("a", 0)) {
            Batch batch = SinkTasks.stage(
                    writer,
                    1,
                    figure(140106, "1"),
                    figure(140105, "3"),
                    noFigure(140106),
                    figure(140106, "2"),
                    noFigure(140105));
            assertThat(Queries.rows(settings, "SELECT chunks FROM batch")).containsExactly("5");
            SinkTasks.commit(committer, batch);
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|2");
        }
    }

    @Test
    void aPageIsNeverChanged() throws Exception {
        TableChange page = Rows.page(Examples.page());
        TableChange other =
                new TableChange(page.table(), page.key(), page.line().replace("太原晚报", "山西日报"), false);
        try (StagingWriter writer = writer("a", 0, 0, 1);
                MergingCommitter committer = committer("a", 0)) {
            SinkTasks.commit(committer, SinkTasks.stage(writer, 1, page));
            SinkTasks.commit(committer, SinkTasks.stage(writer, 2, other));
            assertThat(Queries.rows(settings, "SELECT source FROM page")).containsExactly("太原晚报");
        }
    }

    @Test
    void twoWritersAreOneCommit() throws Exception {
        try (StagingWriter first = writer("a", 0, 0, 2);
                StagingWriter second = writer("a", 0, 1, 2);
                MergingCommitter committer = committer("a", 0)) {
            Batch one = SinkTasks.stage(first, 1, figure(140106, "795"));
            Batch two = SinkTasks.stage(second, 1, figure(140107, "60"));
            SinkTasks.commit(committer, one, two);
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140106|795", "140107|60");
        }
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

    @Test
    void everyKindOfRowIsPutInAndTakenOut() throws Exception {
        try (StagingWriter writer = writer("a", 0, 0, 1);
                MergingCommitter committer = committer("a", 0)) {
            SinkTasks.commit(
                    committer,
                    SinkTasks.stage(
                            writer,
                            1,
                            Rows.page(Examples.page()),
                            Rows.mention(Examples.mention()),
                            Rows.fact(new FactChange(null, Examples.TEST_SITES)),
                            Rows.figure(new FigureChange(null, Examples.TEST_SITES_FIGURE)),
                            Rows.intake(new org.broadsheet.text.fact.Intake("articles", 0, 3, 5, 1, 1))));
            Queries.execute(settings, "INSERT INTO region VALUES (140106, '迎泽区', 'county', 140100)");
            assertThat(Queries.rows(
                            settings,
                            "SELECT region_name, value, fact_value, paper, sentence, quote, fate, start_offset, rules"
                                    + " FROM evidence"))
                    .containsExactly("迎泽区|795|795|太原晚报|迎泽区共设795个检测采样点。|795个检测采样点|counted|17|1");
            assertThat(Queries.rows(settings, "SELECT * FROM intake")).containsExactly("articles|0|3|5|1|1");
            SinkTasks.commit(
                    committer,
                    SinkTasks.stage(
                            writer,
                            2,
                            Rows.mention(new org.broadsheet.text.fact.MentionRow(
                                    Examples.mention().element(),
                                    Examples.mention().fate(),
                                    Examples.mention().fact(),
                                    false)),
                            Rows.fact(new FactChange(Examples.TEST_SITES, null)),
                            Rows.figure(new FigureChange(Examples.TEST_SITES_FIGURE, null))));
            for (String table : List.of("mention", "fact", "region_figure")) {
                assertThat(Queries.rows(settings, "SELECT * FROM " + table)).isEmpty();
            }
        }
    }

    private StagingWriter writer(String job, long restored, int subtask, int subtasks) throws IOException {
        return StagingWriter.open(settings, new Attempt(job, restored, subtask, subtasks), TableSink.DEFAULT_CHUNK);
    }

    private MergingCommitter committer(String job, long restored) throws IOException {
        return MergingCommitter.open(settings, new Attempt(job, restored, 0, 1));
    }

    private void assertNothingStaged() throws SQLException {
        assertThat(Queries.rows(settings, "SELECT id FROM batch")).isEmpty();
        for (Table table : Tables.ALL) {
            assertThat(Queries.rows(settings, "SELECT batch FROM " + table.staged()))
                    .isEmpty();
        }
    }

    private void endOtherSessions() throws SQLException {
        Queries.rows(
                settings,
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                        + " WHERE application_name = 'broadsheet' AND pid <> pg_backend_pid()");
    }

    private static void assertRefused(org.assertj.core.api.ThrowableAssert.ThrowingCallable call, String why) {
        assertThatThrownBy(call).isInstanceOf(WriteRefusedException.class).hasMessageContaining(why);
    }

    private static TableChange figure(int region, String value) {
        return Rows.figure(new FigureChange(null, example(region, value)));
    }

    private static TableChange noFigure(int region) {
        return Rows.figure(new FigureChange(example(region, "1"), null));
    }

    private static Figure example(int region, String value) {
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

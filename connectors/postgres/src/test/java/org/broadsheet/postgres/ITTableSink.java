package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.figure.FigureChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The steps of the sink, one by one: staged, folded, merged. */
@ExtendWith(RealDatabase.class)
class ITTableSink extends TableSinkSteps {
    ITTableSink(DatabaseSettings settings) {
        super(settings);
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

            SinkTasks.commit(
                    committer, SinkTasks.stage(writer, 2, noFigure(140106), figure(140106, "4"), figure(140105, "5")));
            assertThat(Queries.rows(settings, FIGURES)).containsExactly("140105|5", "140106|4");
        }
    }

    @Test
    void aPageThatIsInTwoChunksIsOneRow() throws Exception {
        TableChange page = Rows.page(Examples.page());
        try (StagingWriter writer = StagingWriter.open(settings, new Attempt("a", 0, 0, 1), 1);
                MergingCommitter committer = committer("a", 0)) {
            SinkTasks.commit(committer, SinkTasks.stage(writer, 1, page, page));
            assertThat(Queries.rows(settings, "SELECT source FROM page")).containsExactly("太原晚报");
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
            Queries.execute(
                    settings,
                    "INSERT INTO region VALUES (140106, '迎泽区', 'county', 140100)",
                    "INSERT INTO region_ancestor VALUES (140106, 140106, 0)");
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
                            Rows.mention(new org.broadsheet.text.fact.MentionRow(Examples.PAGE, 0, null)),
                            Rows.fact(new FactChange(Examples.TEST_SITES, null)),
                            Rows.figure(new FigureChange(Examples.TEST_SITES_FIGURE, null))));
            for (String table : List.of("mention", "fact", "region_figure")) {
                assertThat(Queries.rows(settings, "SELECT * FROM " + table)).isEmpty();
            }
        }
    }
}

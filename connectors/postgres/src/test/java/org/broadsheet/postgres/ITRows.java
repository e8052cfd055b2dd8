package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.sql.Connection;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.text.article.Repeat;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.mention.Sentence;
import org.broadsheet.text.page.Correction;
import org.broadsheet.text.page.PageId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever a page says, its row goes in as it is and comes out again. */
@ExtendWith(RealDatabase.class)
class ITRows {
    private static final List<String> HOSTILE = List.of(
            "\\.",
            "\\N",
            "tab\tnew\nline\r\nreturn\r",
            "\"quoted\" 'and' {braces}, NULL",
            "𠮷野家 😀 é\u0301",
            "\\\\ \\t \\x41 \\",
            "'; DROP TABLE page; --",
            "\u0001\u001F\u007F\u0085\u2028\uFEFF",
            "",
            " ");

    @Test
    void hostileTextComesOutAsItWentIn(DatabaseSettings settings) throws Exception {
        for (int i = 0; i < HOSTILE.size(); i++) {
            assertComesOut(settings, HOSTILE.get(i), HOSTILE.get(i), i);
        }
    }

    @Test
    void whatTheDatabaseCannotHoldIsReplaced(DatabaseSettings settings) throws Exception {
        assertComesOut(settings, "迎\u0000泽\uD83D区\uDE00", "迎\uFFFD泽\uFFFD区\uFFFD", 0);
    }

    @Test
    void aKeyOfAnyLengthIsTaken(DatabaseSettings settings) throws Exception {
        String longKey = "晚报/".repeat(100_000);
        assertComesOut(settings, longKey, longKey, 0);
    }

    @Test
    void aWithdrawnPageHasNoDay(DatabaseSettings settings) throws Exception {
        PageRow withdrawn = new PageRow(
                Examples.PAGE,
                Examples.PAGE_ID,
                true,
                "",
                0,
                0,
                "",
                List.of(),
                "1",
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of());
        SmallCountry.write(settings, List.of(Rows.page(withdrawn)));
        assertThat(Queries.rows(settings, "SELECT withdrawn, published, inferred, repeats FROM page"))
                .containsExactly("t|-|{}|[]");
        assertThat(Queries.rows(settings, "SELECT * FROM current_page")).isEmpty();
    }

    @Test
    void theGreatestRevisionAndContentHolds(DatabaseSettings settings) throws Exception {
        SmallCountry.write(
                settings,
                List.of(
                        page("a", 0, "11"),
                        page("a", 0, "22"),
                        page("b", 1, "11"),
                        page("b", 2, "00"),
                        page("c", 0, "11")));
        assertThat(Queries.rows(settings, "SELECT page_key, revision, content FROM current_page ORDER BY page_key"))
                .containsExactly("a|0|22", "b|2|00", "c|0|11");
        assertThat(Queries.rows(settings, "SELECT * FROM page_conflict")).containsExactly("a|0|2|11|22|0");
    }

    @Test
    void theMostCorrectedContentOfTheGreatestRevisionHolds(DatabaseSettings settings) throws Exception {
        Correction changed = new Correction("795个检测采样点", 17, "test_sites", new BigDecimal("705"), "误识");
        Correction dropped = new Correction("12名\u0000党员", Correction.ANYWHERE, "", null, "编号");
        SmallCountry.write(
                settings,
                List.of(
                        page("a", 0, "ff"),
                        page("a", 0, 1, "22", changed),
                        page("a", 0, 2, "11", changed, dropped),
                        page("b", 0, 1, "11", changed),
                        page("b", 1, "00"),
                        page("c", 0, 1, "11", dropped),
                        page("c", 0, 2, "22")));
        assertThat(Queries.rows(
                        settings, "SELECT page_key, revision, corrected, content FROM current_page ORDER BY page_key"))
                .containsExactly("a|0|2|11", "b|1|0|00", "c|0|2|22");
        assertThat(Queries.rows(
                        settings, "SELECT mentions -> 0 -> 'correction' FROM current_page WHERE page_key = 'a'"))
                .containsExactly("{\"why\": \"误识\", \"read\": 795, \"value\": 705}");
        try (Connection connection = settings.connect()) {
            assertThat(CorrectionQuery.all(connection, ""))
                    .extracting(row -> row.pageKey() + " " + row.standing() + " " + row.quote() + " " + row.value()
                            + " " + row.mentions())
                    .containsExactly(
                            "a unmatched 12名\uFFFD党员 null []",
                            "a in force 795个检测采样点 705 [0]",
                            "b superseded 795个检测采样点 705 [0]",
                            "c undone 12名\uFFFD党员 null []");
            assertThat(CorrectionQuery.all(connection, "b")).hasSize(1);
            assertThat(CorrectionQuery.greatest(connection, "a")).contains(new PageId("a", 0, 2, "11"));
            assertThat(CorrectionQuery.greatest(connection, "d")).isEmpty();
        }
    }

    private static TableChange page(String key, long revision, long corrected, String content, Correction... made) {
        PageRow row = Examples.page(
                new PageId(key, revision, corrected, content),
                Reference.of(key, Long.toString(revision), content),
                "太原晚报",
                0);
        PageRow.MentionText words = new PageRow.MentionText(
                0,
                0,
                17,
                27,
                "795个检测采样点",
                "counted-noun",
                "stated",
                new BigDecimal("795"),
                made.length == 0 ? null : made[0]);
        return Rows.page(new PageRow(
                row.reference(),
                row.id(),
                row.withdrawn(),
                row.source(),
                row.published(),
                row.home(),
                row.url(),
                row.inferred(),
                row.rules(),
                row.paragraphs(),
                row.kept(),
                row.repeated(),
                row.repeats(),
                row.articles(),
                row.sentences(),
                List.of(words),
                Stream.of(made)
                        .map(one -> new PageRow.CorrectionRow(one, one.drops() ? List.of() : List.of(0)))
                        .toList()));
    }

    private static TableChange page(String key, long revision, String content) {
        return Rows.page(Examples.page(
                new PageId(key, revision, content), Reference.of(key, Long.toString(revision), content), "太原晚报", 0));
    }

    private static void assertComesOut(DatabaseSettings settings, String text, String held, long checkpoint)
            throws Exception {
        PageRow row = new PageRow(
                Reference.of(text),
                new PageId(text, checkpoint, "00"),
                false,
                text,
                Examples.DAY,
                0,
                text,
                List.of(text, text),
                text,
                1,
                1,
                0,
                List.of(new Repeat(0, text, 2, 1, Repeat.Kind.CLAUSE)),
                List.of(new PageRow.ArticleRow(0, "article", text, 0, text)),
                List.of(new Sentence(0, text, 0, 1)),
                List.of(new PageRow.MentionText(0, 0, 0, 1, text, text, text)));
        Attempt attempt = new Attempt("a", checkpoint, 0, 1);
        try (StagingWriter writer = StagingWriter.open(settings, attempt, TableSink.DEFAULT_CHUNK);
                MergingCommitter committer = MergingCommitter.open(settings, attempt)) {
            SinkTasks.commit(committer, SinkTasks.stage(writer, checkpoint + 1, Rows.page(row)));
        }
        for (String column : List.of(
                "page_key",
                "source",
                "url",
                "rules",
                "inferred[1]",
                "inferred[2]",
                "repeats -> 0 ->> 'text'",
                "articles -> 0 ->> 'headline'",
                "articles -> 0 ->> 'text'",
                "sentences -> 0 ->> 'text'",
                "mentions -> 0 ->> 'quote'",
                "mentions -> 0 ->> 'rule'",
                "mentions -> 0 ->> 'region_why'")) {
            assertThat(Queries.rows(settings, "SELECT " + column + " FROM page WHERE revision = " + checkpoint))
                    .as(column)
                    .containsExactly(held);
        }
    }
}

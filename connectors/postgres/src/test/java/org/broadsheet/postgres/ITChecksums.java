package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.broadsheet.postgres.Checksums.TableChecksum;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(RealDatabase.class)
class ITChecksums {
    @Test
    void emptyTablesHaveTheChecksumZero(DatabaseSettings settings) throws Exception {
        String zero = "0".repeat(32);
        assertThat(checksums(settings))
                .extracting(TableChecksum::toString)
                .containsExactly("page 0 " + zero, "mention 0 " + zero, "fact 0 " + zero, "region_figure 0 " + zero);
    }

    @Test
    void theOrderOfRowsDoesNotMatter(DatabaseSettings settings, DatabaseSettings other) throws Exception {
        List<TableChange> backwards = new ArrayList<>(SmallCountry.changes());
        Collections.reverse(backwards);
        SmallCountry.write(settings, SmallCountry.changes());
        SmallCountry.write(other, List.of());
        writeOneByOne(other, backwards);
        assertThat(checksums(other)).isEqualTo(checksums(settings));
        assertThat(checksums(settings)).extracting(TableChecksum::rows).containsExactly(1L, 11L, 11L, 10L);
    }

    @ParameterizedTest
    @CsvSource({
        "page, UPDATE page SET url = url || 'x'",
        "mention, UPDATE mention SET place = place || '。' WHERE number = 3",
        "fact, UPDATE fact SET place = '桥东街' WHERE place = '桥东街道'",
        "region_figure, UPDATE region_figure SET value = 795.0 WHERE region = 140106",
    })
    void oneCharacterGivesAnotherChecksumOfItsTableOnly(String table, String sql, DatabaseSettings settings)
            throws Exception {
        SmallCountry.write(settings, SmallCountry.changes());
        List<TableChecksum> before = checksums(settings);
        Queries.execute(settings, sql);
        List<String> changed = new ArrayList<>();
        List<TableChecksum> after = checksums(settings);
        for (int i = 0; i < after.size(); i++) {
            if (!after.get(i).equals(before.get(i))) {
                changed.add(after.get(i).table());
            }
        }
        assertThat(changed).containsExactly(table);
    }

    private static void writeOneByOne(DatabaseSettings settings, List<TableChange> changes) throws Exception {
        Attempt attempt = new Attempt("a", 1, 0, 1);
        try (StagingWriter writer = StagingWriter.open(settings, attempt, TableSink.DEFAULT_CHUNK);
                MergingCommitter committer = MergingCommitter.open(settings, attempt)) {
            for (int i = 0; i < changes.size(); i++) {
                SinkTasks.commit(committer, SinkTasks.stage(writer, i + 2, changes.get(i)));
            }
        }
    }

    private static List<TableChecksum> checksums(DatabaseSettings settings) throws Exception {
        try (Connection connection = settings.connect()) {
            return Checksums.of(connection);
        }
    }
}

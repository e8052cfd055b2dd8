package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealDatabase.class)
class ITMigration {
    private final DatabaseSettings settings;

    ITMigration(DatabaseSettings settings) {
        this.settings = settings;
    }

    @Test
    void tablesThatAreThereHaveNoFault() {
        assertThat(Migration.check(settings)).isEmpty();
        Migration.migrate(settings);
        assertThat(Migration.check(settings)).isEmpty();
    }

    @Test
    void tablesThatAreNotThereAreMissed() {
        DatabaseSettings empty = settings.withSchema(settings.schema() + "_empty");
        assertThat(Migration.check(empty))
                .containsExactly("The schema " + empty.schema() + " has no tables yet: run check --create.");
    }

    @Test
    void olderAndNewerTablesAreTold() throws Exception {
        Queries.execute(settings, "DELETE FROM flyway_schema_history WHERE version IN ('6', '7', '8', '9')");
        assertThat(Migration.check(settings))
                .containsExactly("The tables in " + settings.schema()
                        + " are of an older version (5, and 9 is needed): run check --create.");
        Queries.execute(
                settings,
                "INSERT INTO flyway_schema_history SELECT installed_rank + 1, '99', 'later', type, 'V99__later.sql',"
                        + " 0, installed_by, installed_on, 0, true FROM flyway_schema_history WHERE version = '5'",
                "INSERT INTO flyway_schema_history SELECT installed_rank + 7, '6', 'closed years', type,"
                        + " 'V6__closed_years.sql',"
                        + " checksum, installed_by, installed_on, 0, true FROM flyway_schema_history WHERE version = '5'",
                "INSERT INTO flyway_schema_history SELECT installed_rank + 8, '7', 'panels', type,"
                        + " 'V7__panels.sql',"
                        + " checksum, installed_by, installed_on, 0, true FROM flyway_schema_history WHERE version = '5'",
                "INSERT INTO flyway_schema_history SELECT installed_rank + 9, '8', 'law and courses', type,"
                        + " 'V8__law_and_courses.sql',"
                        + " checksum, installed_by, installed_on, 0, true FROM flyway_schema_history WHERE version = '5'",
                "INSERT INTO flyway_schema_history SELECT installed_rank + 10, '9', 'replaced jobs', type,"
                        + " 'V9__replaced_jobs.sql',"
                        + " checksum, installed_by, installed_on, 0, true FROM flyway_schema_history WHERE version = '5'");
        assertThat(Migration.check(settings))
                .containsExactly("The tables in " + settings.schema()
                        + " are of a newer version (99): use the Broadsheet that made them.");
    }

    @Test
    void aDatabaseThatCannotBeReachedIsTold() {
        DatabaseSettings nowhere = new DatabaseSettings("jdbc:postgresql://127.0.0.1:1/x", "u", "secret", "s");
        assertThat(Migration.check(nowhere))
                .singleElement()
                .asString()
                .startsWith("The database jdbc:postgresql://127.0.0.1:1/x cannot be reached as u")
                .contains("cannot be reached")
                .doesNotContain("secret");
        assertThatThrownBy(() -> Migration.migrate(nowhere))
                .isInstanceOf(DatabaseException.class)
                .hasMessageNotContaining("secret");
    }

    @Test
    void everyTableViewAndColumnOfATableHasAComment() throws Exception {
        assertThat(Queries.rows(
                        settings,
                        "SELECT relname, attname FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid"
                                + " WHERE relnamespace = current_schema()::regnamespace AND relkind = 'r'"
                                + " AND attnum > 0 AND NOT attisdropped AND relname <> 'flyway_schema_history'"
                                + " AND coalesce(col_description(attrelid, attnum), '') = ''"))
                .isEmpty();
        assertThat(Queries.rows(
                        settings,
                        "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
                                + " AND relkind IN ('r', 'v') AND relname <> 'flyway_schema_history'"
                                + " AND coalesce(obj_description(oid, 'pg_class'), '') = ''"))
                .isEmpty();
    }

    @Test
    void theTablesAreDescribedAsTheyAre() throws Exception {
        for (Table table : Tables.ALL) {
            assertThat(columns(table.name())).isEqualTo(table.columns());
            assertThat(columns(table.staged()).subList(3, table.columns().size() + 3))
                    .isEqualTo(table.columns());
            assertThat(Queries.rows(
                            settings,
                            "SELECT attname FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum ="
                                    + " ANY (indkey) WHERE indisprimary AND indrelid = '" + table.name()
                                    + "'::regclass ORDER BY attnum"))
                    .isEqualTo(table.key());
        }
    }

    private List<String> columns(String table) throws SQLException {
        return Queries.rows(
                settings,
                "SELECT attname FROM pg_attribute WHERE attrelid = '" + table + "'::regclass AND attnum > 0"
                        + " AND NOT attisdropped AND attgenerated = '' ORDER BY attnum");
    }
}

package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the roles of {@code config/postgres/roles.sql} may do, and that everything else is refused: {@code 只读}. */
@ExtendWith(RealDatabase.class)
class ITRoles {
    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final DatabaseSettings superuser;
    private final String served;
    private final String tables;
    private final Generations generations;

    ITRoles(DatabaseSettings some) {
        superuser = some;
        served = some.schema() + "_served";
        tables = served + "_1";
        generations = new Generations(as("broadsheet_owner", served));
    }

    @BeforeEach
    void theOwnerMakesAGeneration() throws Exception {
        String roles =
                Files.readString(Path.of(System.getProperty("broadsheet.root", ""), "config/postgres/roles.sql"));
        Queries.execute(superuser, roles, roles);
        Migration.migrate(generations.tables("1"));
        SmallCountry.writeReferenceData(generations.tables("1"));
        generations.add("1");
    }

    @Test
    void theJobWritesWhatItsCommandsNeed() throws Exception {
        DatabaseSettings job = as("broadsheet_job", tables);
        assertThat(Migration.check(job)).isEmpty();
        assertThat(RulesInUse.check(job, "3-0b3fa2c4")).isEmpty();
        assertThat(Closing.closed(job)).isEqualTo(ClosedYears.NONE);
        try (Connection connection = job.connect()) {
            ReferenceData.write(connection, SmallCountry.REGIONS.subList(0, 2), SmallCountry.METRICS, List.of());
        }
        SmallCountry.write(job, SmallCountry.changes());
        assertThat(new Generations(as("broadsheet_job", served)).serves()).contains("1");
        assertThat(Queries.rows(job, "SELECT value FROM figure WHERE region_name = '迎泽区'"))
                .containsExactly("795");
    }

    @Test
    void theReaderReadsTablesAndViewsAndAudits() throws Exception {
        SmallCountry.write(as("broadsheet_job", tables), SmallCountry.changes());
        DatabaseSettings reader = as("broadsheet_reader", tables);
        assertThat(Migration.check(reader)).isEmpty();
        try (Connection connection = reader.connect()) {
            assertThat(Audit.run(connection).clean()).isTrue();
            assertThat(Checksums.of(connection)).hasSize(4);
        }
        assertThat(Queries.rows(reader, "SHOW jit")).containsExactly("off");
        DatabaseSettings views = as("broadsheet_reader", served);
        assertThat(Queries.rows(views, "SELECT value FROM figure WHERE region_name = '迎泽区'"))
                .containsExactly("795");
        assertThat(Queries.rows(
                        views,
                        "SELECT relname FROM pg_class WHERE relnamespace = current_schema()::regnamespace"
                                + " AND relkind IN ('r', 'v') AND NOT has_table_privilege(oid, 'SELECT')"))
                .isEmpty();
    }

    @Test
    void everythingElseIsRefused() throws Exception {
        Queries.execute(
                superuser,
                "CREATE SCHEMA others",
                "CREATE TABLE others.secret (text text)",
                "CREATE ROLE broadsheet_nobody LOGIN",
                "GRANT CONNECT ON DATABASE broadsheet TO broadsheet_nobody");
        List<String> notRefused = new ArrayList<>();
        for (String who : List.of("broadsheet_job", "broadsheet_reader", "broadsheet_nobody")) {
            try (Connection connection = as(who, tables).connect()) {
                for (String line : refused(who)) {
                    String sql = line.replace("{who}", who)
                            .replace("{tables}", tables)
                            .replace("{served}", served);
                    String state = state(connection, sql);
                    if (!INSUFFICIENT_PRIVILEGE.equals(state)) {
                        notRefused.add(who + ": " + sql + " → " + state);
                    }
                }
            }
        }
        assertThat(notRefused).isEmpty();
    }

    @Test
    void whoHasNoRoleDoesNotGetIn() throws Exception {
        Queries.execute(superuser, "CREATE ROLE broadsheet_stranger LOGIN");
        assertThatThrownBy(() -> as("broadsheet_stranger", tables).connect())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied for database \"broadsheet\"");
    }

    @Test
    void whatOlderVersionsGrantedIsTakenAway() throws Exception {
        Queries.execute(
                superuser.withSchema(tables),
                "GRANT ALL ON SCHEMA " + tables + " TO broadsheet_job, PUBLIC",
                "GRANT ALL ON ALL TABLES IN SCHEMA " + tables + " TO broadsheet_job, broadsheet_reader, PUBLIC");
        DatabaseSettings job = as("broadsheet_job", tables);
        assertThat(state(job, "TRUNCATE fact")).isNull();
        Migration.migrate(generations.tables("1"));
        assertThat(state(job, "TRUNCATE fact")).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(state(job, "CREATE TABLE more (id int)")).isEqualTo(INSUFFICIENT_PRIVILEGE);
        assertThat(state(as("broadsheet_reader", tables), "DELETE FROM fact")).isEqualTo(INSUFFICIENT_PRIVILEGE);
    }

    private DatabaseSettings as(String user, String schema) {
        return new DatabaseSettings(superuser.url(), user, "", schema);
    }

    private static @Nullable String state(DatabaseSettings settings, String sql) throws SQLException {
        try (Connection connection = settings.connect()) {
            return state(connection, sql);
        }
    }

    /** The SQL state with which it ends; null where it is done. */
    private static @Nullable String state(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
            return null;
        } catch (SQLException refused) {
            return refused.getSQLState();
        }
    }

    /** What this role tries: the last of the columns role, kind, statement. */
    private static List<String> refused(String who) throws IOException {
        try (InputStream lines = Objects.requireNonNull(ITRoles.class.getResourceAsStream("refused.tsv"))) {
            return new String(lines.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(who + "\t"))
                    .map(line -> line.split("\t", 3)[2])
                    .toList();
        }
    }
}

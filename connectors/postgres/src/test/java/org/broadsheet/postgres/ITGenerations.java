package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealDatabase.class)
class ITGenerations {
    private final DatabaseSettings served;
    private final Generations generations;

    ITGenerations(DatabaseSettings some) {
        served = some.withSchema(some.schema() + "_served");
        generations = new Generations(served);
    }

    @BeforeEach
    void twoGenerations() throws Exception {
        assertThat(generations.serves()).isEmpty();
        fill("1", 795);
        generations.add("1");
        fill("2", 800);
        generations.add("2");
    }

    @Test
    void readersSeeTheOneThatWasPromotedAndTheFormerOneAgain() throws Exception {
        assertThat(generations.serves()).contains("1");
        assertThat(Queries.rows(served, "SELECT region_name, value FROM figure"))
                .containsExactly("迎泽区|795");
        generations.promote("2");
        assertThat(Queries.rows(served, "SELECT serves FROM generation")).containsExactly("2");
        assertThat(Queries.rows(served, "SELECT region_name, value FROM figure"))
                .containsExactly("迎泽区|800");
        assertThat(generations.all())
                .containsExactly(
                        new Generations.Generation("1", "3-0b3fa2c4", 1, false),
                        new Generations.Generation("2", "3-0b3fa2c4", 1, true));
        generations.promote("1");
        assertThat(Queries.rows(served, "SELECT region_name, value FROM figure"))
                .containsExactly("迎泽区|795");
        assertThat(Queries.rows(served, "SELECT obj_description('figure'::regclass)"))
                .containsExactly("Figures with the names of their regions and metrics.");
    }

    @Test
    void noReaderEverSeesHalfOfTwo() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        List<CompletableFuture<Integer>> readers = new ArrayList<>();
        for (boolean several : List.of(false, true, true)) {
            readers.add(CompletableFuture.supplyAsync(() -> read(over, several)));
        }
        for (int i = 0; i < 30; i++) {
            generations.promote(i % 2 == 0 ? "2" : "1");
        }
        over.set(true);
        for (CompletableFuture<Integer> reader : readers) {
            assertThat(reader.get()).isPositive();
        }
    }

    /** Reads three views until it is over; returns how often. */
    private int read(AtomicBoolean over, boolean several) {
        List<String> questions = several
                ? List.of(
                        "SELECT min(value) FROM region_figure",
                        "SELECT min(value) FROM fact",
                        "SELECT min(value) FROM figure")
                : List.of("SELECT region_figure.value, fact.value, figure.value FROM fact, region_figure, figure");
        int times = 0;
        try (Connection connection = served.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            for (; !over.get() || times == 0; times++) {
                List<String> seen = new ArrayList<>();
                for (String question : questions) {
                    try (ResultSet row = statement.executeQuery(question)) {
                        row.next();
                        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                            seen.add(row.getString(i));
                        }
                    }
                }
                connection.commit();
                assertThat(seen).hasSize(3);
                assertThat(seen.stream().distinct()).as("one generation").hasSize(1);
            }
            return times;
        } catch (java.sql.SQLException broken) {
            throw new AssertionError("a reader was broken off", broken);
        }
    }

    @Test
    void pagesThatAreMissingAreCounted() throws Exception {
        assertThat(generations.missing("2")).isZero();
        Queries.execute(generations.tables("1"), page("太原晚报/2022-11-23/001"), page("太原晚报/2022-11-23/002"));
        assertThat(generations.missing("2")).isEqualTo(2);
        assertThat(generations.missing("1")).isZero();
    }

    @Test
    void differencesAreThoseOfTheFigures() throws Exception {
        Queries.execute(
                generations.tables("1"),
                "INSERT INTO region_figure VALUES (140105, 'test_sites', 'current', '2022-11-22', 60, 'over', 'parts', 2, 0, 1)");
        Queries.execute(
                generations.tables("2"),
                "INSERT INTO region_figure VALUES (140105, 'test_sites', 'current', '2022-11-22', 60, 'over', 'parts', 2, 0, 1),"
                        + " (140107, 'test_sites', 'current', '2022-11-22', 3, 'exact', 'stated', 0, 0, 1)");
        List<String> found = new ArrayList<>();
        generations.differences(
                "1",
                "2",
                difference -> found.add(difference.region() + difference.regionName() + " " + value(difference.before())
                        + "→" + value(difference.after())));
        assertThat(found).containsExactly("140106迎泽区 795→800", "140107 -→3");
        found.clear();
        generations.differences("1", "1", difference -> found.add(difference.toString()));
        assertThat(found).isEmpty();
    }

    private static String value(FigureDifference.@org.jspecify.annotations.Nullable Reading reading) {
        return reading == null ? "-" : reading.value().toPlainString();
    }

    @Test
    void whatServesIsNotDropped() throws Exception {
        assertThatThrownBy(() -> generations.drop("1"))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("Generation 1 serves: promote another one first.");
        generations.drop("2");
        assertThat(generations.all()).extracting(Generations.Generation::name).containsExactly("1");
        assertThatThrownBy(() -> generations.promote("2"))
                .isInstanceOf(DatabaseException.class)
                .hasMessage("There is no generation 2; there are 1.");
    }

    @Test
    void viewsOfOthersStay() throws Exception {
        Queries.execute(served, "CREATE VIEW " + served.schema() + ".mine AS SELECT value FROM figure");
        generations.promote("2");
        assertThat(Queries.rows(served, "SELECT value FROM mine")).containsExactly("800");
        generations.drop("1");
        assertThat(Queries.rows(served, "SELECT value FROM mine")).containsExactly("800");
    }

    @Test
    void onlyTheOneThatServesIsRead() throws Exception {
        String plan =
                String.join("\n", Queries.rows(served, "EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF) SELECT * FROM fact"));
        assertThat(plan).contains("(never executed)");
        assertThat(plan.split("never executed", -1)).hasSize(2);
    }

    @Test
    void tablesWhereTheViewsShouldBeAreNamed() throws Exception {
        DatabaseSettings old = served.withSchema(served.schema() + "_old");
        Generations first = new Generations(old);
        Migration.migrate(old);
        Migration.migrate(first.tables("1"));
        assertThatThrownBy(() -> first.add("1"))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining(" is in the way: no view of a generation.")
                .hasMessageContaining("ALTER SCHEMA " + old.schema() + " RENAME TO " + old.schema() + "_1");
        assertThat(first.serves()).isEmpty();
    }

    private void fill(String name, int value) throws Exception {
        DatabaseSettings tables = generations.tables(name);
        Migration.migrate(tables);
        SmallCountry.writeReferenceData(tables);
        Queries.execute(
                tables,
                page("太原晚报/2022-11-22/003"),
                "INSERT INTO region_figure VALUES (140106, 'test_sites', 'current', '2022-11-22', " + value
                        + ", 'exact', 'stated', 0, 0, 1)",
                "INSERT INTO fact VALUES (gen_random_uuid(), 'test_sites', 140106, '', 'current', " + value
                        + ", 'exact', '2022-11-22', 1, 1, '2022-11-22', '2022-11-22')");
    }

    private static String page(String key) {
        return "INSERT INTO page VALUES (gen_random_uuid(), '" + key + "', 0, 'c', false, '太原晚报', '2022-11-22', 140100,"
                + " '', '{}', '3-0b3fa2c4', 1, 1, 0, '[]', '[]', '[]', '[]', 0, '[]')";
    }
}

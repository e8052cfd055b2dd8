package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * Which version of the rules the rows of a schema were read by: {@code 3-0b3fa2c4}, 一套规则一个模式.
 *
 * <p>Pages read by two versions must not stand in one schema: both readings of a page would count.
 */
public final class RulesInUse {
    private RulesInUse() {}

    /**
     * What is wrong where the tables hold pages that were read by other rules; empty where they hold none, or are not there.
     *
     * @param rules the version that a job is about to read by
     */
    public static List<String> check(DatabaseSettings settings, String rules) {
        try (Connection connection = settings.connect();
                Statement statement = connection.createStatement();
                ResultSet others = statement.executeQuery("SELECT rules FROM page LIMIT 1")) {
            if (!others.next() || others.getString(1).equals(rules)) {
                return List.of();
            }
            return List.of("The tables in " + settings.schema() + " were filled by the rules " + others.getString(1)
                    + ", and these are " + rules
                    + ": make a new generation for them (check --create --generation 2, run --generation 2), or take the rules that"
                    + " filled these.");
        } catch (SQLException notThere) {
            // Migration.check says so
            return List.of();
        }
    }
}

package org.broadsheet.postgres;

import java.io.Serializable;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Properties;
import java.util.regex.Pattern;
import org.postgresql.Driver;

/**
 * Where the tables are: {@code jdbc:postgresql://127.0.0.1:5432/broadsheet}, as {@code broadsheet_job}, in the schema
 * of a generation; a database may be called {@code 报纸}, a schema may not.
 *
 * @param url {@code jdbc:postgresql://host:port/database}; its parameters go before what is set here
 * @param schema at most 48 of {@code a-z 0-9 _}, not beginning with a digit
 */
public record DatabaseSettings(String url, String user, String password, String schema) implements Serializable {
    /** The schema where nothing else is said. */
    public static final String DEFAULT_SCHEMA = "broadsheet";

    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,47}");

    /**
     * Checks url and schema.
     *
     * @throws IllegalArgumentException where they cannot be
     */
    public DatabaseSettings {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("a database URL begins with jdbc:postgresql: and not with " + head(url));
        }
        if (!SCHEMA.matcher(schema).matches()) {
            throw new IllegalArgumentException(
                    "a schema is at most 48 of a-z 0-9 _ and begins with no digit: " + schema);
        }
    }

    /** The same database and user, another schema. */
    public DatabaseSettings withSchema(String other) {
        return new DatabaseSettings(url, user, password, other);
    }

    /**
     * A new connection; every name is looked up in the schema, and no zone matters.
     *
     * @throws SQLException where the database cannot be reached or refuses
     */
    public Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("currentSchema", schema);
        properties.setProperty("ApplicationName", "broadsheet");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        // A process that froze in a transaction loses its locks before the one in its place gives up waiting.
        properties.setProperty("options", "-c idle_in_transaction_session_timeout=30000 -c lock_timeout=60000");
        // Not by DriverManager: in a cluster's JVM it knows the drivers of the first job alone.
        Connection connection = new Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("No suitable driver found for " + head(url));
        }
        return connection;
    }

    private static String head(String url) {
        return url.substring(0, Math.min(url.length(), 16));
    }

    /** Where it is, without the parameters of the URL: they may hold a password. */
    String shownUrl() {
        int parameters = url.indexOf('?');
        return parameters < 0 ? url : url.substring(0, parameters);
    }

    /** All but the password. */
    @Override
    public String toString() {
        return "DatabaseSettings[url=" + shownUrl() + ", user=" + user + ", password=***, schema=" + schema + "]";
    }
}

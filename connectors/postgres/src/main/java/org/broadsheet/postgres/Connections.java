package org.broadsheet.postgres;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Connections that are kept between two checkpoints and may have gone meanwhile. */
final class Connections {
    private static final Logger LOG = LoggerFactory.getLogger(Connections.class);
    private static final int SECONDS_TO_ANSWER = 10;
    /** The server ends the session: {@code admin_shutdown crash_shutdown cannot_connect_now idle_session_timeout}. */
    private static final Set<String> SESSION_ENDED = Set.of("57P01", "57P02", "57P03", "57P05", "25P03");

    private Connections() {}

    /** {@code kept} where it still answers, else a new one. */
    static Connection live(@Nullable Connection kept, DatabaseSettings settings) throws SQLException {
        if (kept != null) {
            if (kept.isValid(SECONDS_TO_ANSWER)) {
                return kept;
            }
            closeQuietly(kept);
        }
        return settings.connect();
    }

    /** Whether the connection was lost rather than the statement wrong. */
    static boolean isLost(SQLException e) {
        String state = e.getSQLState();
        return state != null && (state.startsWith("08") || SESSION_ENDED.contains(state));
    }

    static void closeQuietly(@Nullable Connection connection) {
        if (connection == null) {
            return;
        }
        try {
            connection.close();
        } catch (SQLException e) {
            LOG.debug("A connection that is no longer needed did not close", e);
        }
    }
}

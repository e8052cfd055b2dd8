package org.broadsheet.cli;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.BindException;
import java.net.ConnectException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import java.util.List;
import org.broadsheet.archive.ManifestException;
import org.broadsheet.embedded.ServerStartException;
import org.broadsheet.job.cluster.ClusterAccessException;
import org.broadsheet.job.settings.SettingsException;
import org.broadsheet.kafka.KafkaAccessException;
import org.broadsheet.postgres.DatabaseException;
import org.broadsheet.postgres.WriteRefusedException;
import org.broadsheet.text.metric.CatalogueException;
import org.broadsheet.text.page.InvalidSourcesException;
import org.jspecify.annotations.Nullable;

/** Says in one plain sentence what went wrong, where it is something a person can mend. */
final class Faults {
    private static final int DEEPEST = 20;

    /** Exceptions whose message is written for a person. */
    private static final List<Class<? extends Exception>> TELLING = List.of(
            PlainFault.class,
            SettingsException.class,
            CatalogueException.class,
            InvalidSourcesException.class,
            ManifestException.class,
            ServerStartException.class,
            KafkaAccessException.class,
            ClusterAccessException.class,
            DatabaseException.class,
            WriteRefusedException.class);

    private Faults() {}

    /** The sentence, or null where this is a fault of ours and the stack trace is wanted. */
    static @Nullable String sentence(Throwable thrown) {
        @Nullable Throwable cause = thrown;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            String sentence = sentenceOf(cause);
            if (sentence != null) {
                return sentence;
            }
            cause = cause.getCause();
        }
        return null;
    }

    private static @Nullable String sentenceOf(Throwable cause) {
        String message = String.valueOf(cause.getMessage());
        if (TELLING.stream().anyMatch(type -> type.isInstance(cause))) {
            return message;
        }
        if (message.contains("No space left on device")) {
            return "The disk is full: " + message;
        }
        if (cause instanceof NoSuchFileException || cause instanceof FileNotFoundException) {
            return "There is no file " + message + ".";
        }
        if (cause instanceof FileAlreadyExistsException) {
            return "There is a file " + message + " where a folder is needed.";
        }
        if (cause instanceof AccessDeniedException) {
            return "No right to use " + message + ".";
        }
        if (cause instanceof BindException) {
            return "A port is taken: " + message + ".";
        }
        if (cause instanceof SQLException sql && "08".equals(sqlClass(sql))) {
            return "The database cannot be reached: " + message;
        }
        if (cause instanceof SQLException) {
            return "The database refused: " + message;
        }
        if (cause instanceof ConnectException) {
            return "No connection: " + message + ".";
        }
        return cause instanceof IOException && cause.getCause() == null ? message : null;
    }

    private static String sqlClass(SQLException sql) {
        String state = sql.getSQLState();
        return state == null || state.length() < 2 ? "" : state.substring(0, 2);
    }
}

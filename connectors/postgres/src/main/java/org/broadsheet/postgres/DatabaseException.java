package org.broadsheet.postgres;

/** The database cannot do what it must; the message says what in one plain sentence. */
public final class DatabaseException extends RuntimeException {
    public DatabaseException(String message) {
        super(message);
    }

    public DatabaseException(String message, Throwable cause) {
        super(message, cause);
    }
}

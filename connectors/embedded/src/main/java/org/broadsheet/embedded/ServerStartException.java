package org.broadsheet.embedded;

import org.jspecify.annotations.Nullable;

/**
 * A server could not be started; the message is one plain sentence for a person: {@code Port 9092 on 127.0.0.1 is
 * taken.} The cause, where there is one, is for the log.
 */
public final class ServerStartException extends RuntimeException {
    /** A sentence that ends with a full stop. */
    public ServerStartException(String sentence) {
        super(sentence);
    }

    /** A sentence that ends with a full stop, and what brought it about. */
    public ServerStartException(String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
    }
}

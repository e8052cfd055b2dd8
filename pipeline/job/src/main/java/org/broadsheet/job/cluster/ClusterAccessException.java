package org.broadsheet.job.cluster;

/** A cluster did not answer, or refused; the message is a sentence for the person at the terminal. */
public final class ClusterAccessException extends RuntimeException {
    ClusterAccessException(String sentence) {
        super(sentence);
    }

    ClusterAccessException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

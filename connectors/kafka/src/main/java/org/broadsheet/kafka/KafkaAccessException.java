package org.broadsheet.kafka;

/** The broker did not do what it was asked to; the message is one sentence: {@code No Kafka broker answers at …} */
public final class KafkaAccessException extends RuntimeException {
    /** A sentence that ends with a full stop. */
    public KafkaAccessException(String sentence) {
        super(sentence);
    }

    /** A sentence that ends with a full stop, and what brought it about. */
    public KafkaAccessException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Whether the broker did not answer at all: it may, later. */
    public boolean isForNow() {
        return getCause() instanceof org.apache.kafka.common.errors.RetriableException;
    }
}

package org.broadsheet.cli.bench;

import java.util.Locale;
import java.util.Map;
import org.broadsheet.job.settings.Settings.StateBackend;

/** What is measured: {@code text} is Kafka → text stage → count, {@code heap} the whole job to outlets that count. */
public enum Part {
    /** Kafka → count: the engine doing nothing. */
    NULL,
    /** Kafka → read, clean, deduplicate, extract → count. */
    TEXT,
    /** The whole job, its state on the heap, to outlets that count. */
    HEAP,
    /** The whole job, its state in RocksDB, to outlets that count. */
    ROCKSDB,
    /** The whole job, figures and dead letters to Kafka, rows counted. */
    KAFKA,
    /** The whole job as it runs: rows to PostgreSQL, figures and dead letters to Kafka. */
    POSTGRES;

    /** As it is typed: {@code rocksdb}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The settings that make it this part. */
    public Map<String, String> settings() {
        return switch (this) {
            case HEAP, ROCKSDB ->
                Map.of("job.state-backend", StateBackend.valueOf(name()).name());
            case NULL, TEXT, KAFKA, POSTGRES -> Map.of();
        };
    }

    /** Whether it keeps state between pages. */
    public boolean isWhole() {
        return compareTo(TEXT) > 0;
    }
}

package org.broadsheet.job.operators;

import java.util.EnumMap;
import java.util.Map;
import org.apache.flink.metrics.Counter;
import org.apache.flink.metrics.MetricGroup;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.page.Reason;

/**
 * What one subtask has read since it was started, for Prometheus: {@code pagesRejected{reason="not_text"} 3}. The books that last
 * are kept by {@link CountIntake}; law: paragraphs = paragraphsKept + paragraphsRepeated. Not thread-safe.
 */
final class ReadingCounters {
    private final Counter pages;
    private final Counter paragraphs;
    private final Counter kept;
    private final Counter repeated;
    private final Counter mentions;
    private final Map<Reason, Counter> rejected = new EnumMap<>(Reason.class);

    ReadingCounters(MetricGroup metrics) {
        pages = metrics.counter("pagesRead");
        paragraphs = metrics.counter("paragraphs");
        kept = metrics.counter("paragraphsKept");
        repeated = metrics.counter("paragraphsRepeated");
        mentions = metrics.counter("mentions");
        for (Reason reason : Reason.values()) {
            rejected.put(reason, metrics.addGroup("reason", reason.label()).counter("pagesRejected"));
        }
    }

    void read(PageRow row) {
        pages.inc();
        paragraphs.inc(row.paragraphs());
        kept.inc(row.kept());
        repeated.inc(row.repeated());
        mentions.inc(row.mentions().size());
    }

    void rejected(Reason reason) {
        java.util.Objects.requireNonNull(rejected.get(reason)).inc();
    }
}

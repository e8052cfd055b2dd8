package org.broadsheet.job.operators;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.broadsheet.text.page.DeadLetter;
import org.broadsheet.text.page.Reason;
import org.jspecify.annotations.Nullable;

/**
 * Counts the rejected among the last pages of a subtask, and says when they are too many: {@code 501 of the last 1000
 * pages were rejected (501 not-text)}. Begins anew with each start of the job. Not thread-safe.
 */
final class RejectionWindow {
    private final RejectionLimit limit;
    /** Of each of the last pages why it was rejected; null where it was read. */
    private final @Nullable Reason[] last;

    private int next;
    private boolean full;
    private int rejected;

    RejectionWindow(RejectionLimit limit) {
        this.limit = limit;
        this.last = new @Nullable Reason[limit.window()];
    }

    /** A page was read. */
    void read() {
        put(null);
    }

    /**
     * A page was rejected. One of a closed year is none to worry about: somebody has said that they are to be.
     *
     * @return where they are too many now: what happened and what to do, in sentences
     */
    Optional<String> rejected(DeadLetter letter) {
        put(letter.reason() == Reason.CLOSED ? null : letter.reason());
        return full && limit.isExceededBy(rejected) ? Optional.of(told(letter)) : Optional.empty();
    }

    private void put(@Nullable Reason outcome) {
        rejected += (outcome == null ? 0 : 1) - (last[next] == null ? 0 : 1);
        last[next] = outcome;
        next = (next + 1) % last.length;
        full |= next == 0;
    }

    private String told(DeadLetter letter) {
        return rejected + " of the last " + last.length + " pages were rejected (" + byReason() + "), the last being "
                + letter.page().topic() + " " + letter.page().partition() + ":"
                + letter.page().offset() + " (" + letter.detail()
                + "). The job has stopped, so that they do not all go to the dead letters; the pages behind its last"
                + " checkpoint are read again when it is started. Look at what the sender sends, have it mended and"
                + " start the job again; with job.rejected-share=1 it goes on however many are rejected. What has gone to"
                + " the dead letters is counted by ./broadsheet redrive --dry-run, and sent again by ./broadsheet"
                + " redrive.";
    }

    private String byReason() {
        Map<Reason, Integer> counts = new EnumMap<>(Reason.class);
        for (@Nullable Reason outcome : last) {
            if (outcome != null) {
                counts.merge(outcome, 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .map(count -> count.getValue() + " " + count.getKey().label())
                .collect(Collectors.joining(", "));
    }
}

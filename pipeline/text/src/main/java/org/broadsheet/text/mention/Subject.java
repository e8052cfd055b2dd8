package org.broadsheet.text.mention;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.place.Spot;
import org.jspecify.annotations.Nullable;

/**
 * The place that sentences leave to those behind them: {@code 共设立12个采样点。} behind {@code 迎泽区今天部署。} is 迎泽区's.
 *
 * <p>Sentences are looked at only when a claim has no place of its own. One per article, not thread-safe.
 */
final class Subject {
    private final Owners owners;
    private final Queue<Runnable> unlearnt = new ArrayDeque<>();
    private @Nullable Where subject;
    private @Nullable Where first;

    /** @param headline the place of the headline; null where it names none */
    Subject(Owners owners, @Nullable Where headline) {
        this.owners = owners;
        this.subject = headline;
    }

    /** A new part of the story is about the whole again. */
    void section() {
        unlearnt.add(() -> subject = first);
    }

    /** Another report begins, of {@code where}: it has nothing to do with the one before. */
    void report(@Nullable Where where) {
        unlearnt.add(() -> subject = where);
    }

    /** The next sentence of the body, and what it claims. */
    void sentence(String text, List<Spot> spots, List<Claim> claims) {
        unlearnt.add(() -> learn(text, spots, claims));
    }

    private void learn(String text, List<Spot> spots, List<Claim> claims) {
        List<Spot> able = owners.lasting(text, spots, claims);
        if (!able.isEmpty()) {
            first = first == null ? Owners.where(able.get(0)) : first;
            Where last = owners.subject(text, able);
            subject = new Where(last.region(), last.place(), "subject", false);
        }
    }

    /** The place behind all sentences so far; null where none is known. */
    @Nullable
    Where now() {
        while (!unlearnt.isEmpty()) {
            unlearnt.remove().run();
        }
        return subject;
    }

    /** The first place of the body; null where it names none. */
    @Nullable
    Where first() {
        while (first == null && !unlearnt.isEmpty()) {
            unlearnt.remove().run();
        }
        return first;
    }
}

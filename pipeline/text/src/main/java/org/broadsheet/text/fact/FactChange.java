package org.broadsheet.text.fact;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * f(after) − f(before) of one fact: {@code before} is taken out, {@code after} is put in. Both have the same key;
 * at least one is there.
 */
public record FactChange(@Nullable Fact before, @Nullable Fact after) {
    /** The one after, or the one before where none is left: for what both have in common, the key. */
    public Fact either() {
        return after != null ? after : Objects.requireNonNull(before);
    }
}

package org.broadsheet.text.figure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * f(after) − f(before) of one figure; both have the same (region, metric, scope, day); at least one is there. A figure
 * with no {@code after} is deleted.
 */
public record FigureChange(
        @Nullable Figure before, @Nullable Figure after) {
    /** The one after, or the one before where none is left: for what both have in common, the key. */
    public Figure either() {
        return after != null ? after : Objects.requireNonNull(before);
    }
}

package org.broadsheet.text.figure;

import org.jspecify.annotations.Nullable;

/**
 * f(after) − f(before) of one figure; both have the same (region, metric, scope, day); at least one is there. A figure
 * with no {@code after} is deleted.
 */
public record FigureChange(
        @Nullable Figure before, @Nullable Figure after) {}

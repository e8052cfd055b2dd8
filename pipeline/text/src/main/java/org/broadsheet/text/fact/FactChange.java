package org.broadsheet.text.fact;

import org.jspecify.annotations.Nullable;

/**
 * f(after) − f(before) of one fact: {@code before} is taken out, {@code after} is put in. Both have the same key;
 * at least one is there.
 */
public record FactChange(@Nullable Fact before, @Nullable Fact after) {}

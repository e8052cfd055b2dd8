package org.broadsheet.text.fact;

import org.broadsheet.text.mention.Fate;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code mention}, to be written or (not {@code present}) deleted; its key is (page, number).
 *
 * @param fact the fact it reports; null for retold and unplaced mentions
 */
public record MentionRow(
        Element element, Fate fate, @Nullable Reference fact, boolean present) {}

package org.broadsheet.generator;

import java.util.List;
import org.broadsheet.text.page.RawPage;

/**
 * A record of an archive, and what must become of it.
 *
 * @param raw of no topic; partition and offset are 0
 * @param ingredients what it holds: {@code [REPRINT, REPRINT, FRESH]}
 */
public record Delivery(RawPage raw, Told told, List<Ingredient> ingredients) {}

package org.broadsheet.generator;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Hands out numbers so that no two notices of a chapter claim the same of a region. Not thread-safe. */
final class Ledger {
    private final Set<Entry> taken = new HashSet<>();
    private final Random random;
    private long wordings;

    private record Entry(String metric, int region, BigDecimal value) {}

    /** @param first name of the first wording */
    Ledger(Random random, long first) {
        this.random = random;
        this.wordings = first;
    }

    /** A quantity of the thing that nobody has claimed of this region. */
    Quantity quantity(Thing thing, boolean nounBefore, int region) {
        while (true) {
            Quantity drawn = QuantityWriter.write(thing, nounBefore, random);
            List<Entry> entries = thing.metrics().stream()
                    .map(metric -> new Entry(metric, region, drawn.value()))
                    .toList();
            if (entries.stream().noneMatch(taken::contains)) {
                taken.addAll(entries);
                return drawn;
            }
        }
    }

    /** A name for a sentence that was not written before. */
    long wording() {
        return wordings++;
    }
}

package org.broadsheet.text.fact;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of one fact of a spread claim: how many papers and mentions report it, and on which days. 795 test sites in
 * 迎泽区: two papers, one on 22 November, one on the 24th. Not thread-safe.
 */
final class Tally {
    private final FactKey key;
    private final TreeMap<Integer, Integer> days = new TreeMap<>();
    private int reporters;
    private int mentions;

    Tally(FactKey key) {
        this.key = key;
    }

    static Tally read(byte[] cell) {
        PackedReader in = new PackedReader(cell);
        Tally tally = new Tally(FactKey.read(in));
        tally.reporters = in.small();
        int day = 0;
        while (!in.isAtEnd()) {
            day += (int) in.signed();
            int count = in.small();
            tally.days.put(day, count);
            tally.mentions += count;
        }
        return tally;
    }

    byte[] toBytes() {
        PackedWriter out = new PackedWriter();
        key.write(out);
        out.number(reporters);
        int before = 0;
        for (Map.Entry<Integer, Integer> day : days.entrySet()) {
            out.signed((long) day.getKey() - before).number(day.getValue());
            before = day.getKey();
        }
        return out.toBytes();
    }

    /** One mention more or less. */
    void count(int published, int weight) {
        mentions += weight;
        if (days.merge(published, weight, Integer::sum) == 0) {
            days.remove(published);
        }
    }

    /** One paper more or less. */
    void countReporter(int weight) {
        reporters += weight;
    }

    boolean isEmpty() {
        return mentions == 0;
    }

    /** The fact; null where nobody reports it. */
    @Nullable
    Fact fact(Claim claim) {
        return isEmpty() ? null : claim.fact(key, reporters, mentions, days.firstKey(), days.lastKey());
    }
}

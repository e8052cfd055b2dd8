package org.broadsheet.text.figure;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.text.fact.PackedReader;
import org.broadsheet.text.fact.PackedWriter;
import org.jspecify.annotations.Nullable;

/**
 * The statements of one metric, scope and day, each with the sum of its weights: 795 of 迎泽区 once. Zero is forgotten, a
 * negative sum waits for its partner, and only what has a positive sum is there. Not thread-safe.
 */
final class Statements {
    private final Map<PlacedStatement, Integer> sums = new LinkedHashMap<>();

    /** Reads what {@link #toBytes} wrote; null is nothing. */
    static Statements read(byte @Nullable [] bytes) {
        Statements statements = new Statements();
        if (bytes != null) {
            PackedReader in = new PackedReader(bytes);
            while (!in.isAtEnd()) {
                PlacedStatement statement = PlacedStatement.read(in);
                statements.sums.put(statement, (int) in.signed());
            }
        }
        return statements;
    }

    /** All of them in few bytes; null where there is nothing to keep. */
    byte @Nullable [] toBytes() {
        if (sums.isEmpty()) {
            return null;
        }
        PackedWriter out = new PackedWriter();
        sums.forEach((statement, sum) -> {
            statement.write(out);
            out.signed(sum);
        });
        return out.toBytes();
    }

    /** Takes one out and puts another in; null is nothing. */
    void change(@Nullable PlacedStatement before, @Nullable PlacedStatement after) {
        if (before != null) {
            add(before, -1);
        }
        if (after != null) {
            add(after, +1);
        }
    }

    private void add(PlacedStatement statement, int weight) {
        int sum = sums.getOrDefault(statement, 0) + weight;
        if (sum == 0) {
            sums.remove(statement);
        } else {
            sums.put(statement, sum);
        }
    }

    /** Those that are there. */
    List<PlacedStatement> present() {
        List<PlacedStatement> present = new ArrayList<>(sums.size());
        sums.forEach((statement, sum) -> {
            if (sum > 0) {
                present.add(statement);
            }
        });
        return present;
    }
}

package org.broadsheet.text.fact;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Sums of weights: what was put in (+1) and taken out (−1), in whatever order it came. Zero is forgotten, a negative
 * sum waits for its partner, and only what has a positive sum is there.
 */
public final class Weights {
    private Weights() {}

    /** The sums with one more weight; the map given stays as it is. */
    public static <T> Map<T, Integer> plus(Map<T, Integer> sums, T element, int weight) {
        Map<T, Integer> next = new HashMap<>(sums);
        int sum = sums.getOrDefault(element, 0) + weight;
        if (sum == 0) {
            next.remove(element);
        } else {
            next.put(element, sum);
        }
        return Map.copyOf(next);
    }

    /** The sums with {@code before} taken out and {@code after} put in; null is nothing. */
    public static <T> Map<T, Integer> plus(Map<T, Integer> sums, @Nullable T before, @Nullable T after) {
        Map<T, Integer> without = before == null ? sums : plus(sums, before, -1);
        return after == null ? without : plus(without, after, +1);
    }

    /** What is there: the elements with a positive sum, in no order that matters. */
    public static <T> Stream<T> present(Map<T, Integer> sums) {
        return sums.entrySet().stream().filter(held -> held.getValue() > 0).map(Map.Entry::getKey);
    }

    /** Whether an element is there. */
    public static <T> boolean isPresent(Map<T, Integer> sums, T element) {
        return sums.getOrDefault(element, 0) > 0;
    }
}

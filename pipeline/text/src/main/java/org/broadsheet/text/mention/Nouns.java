package org.broadsheet.text.mention;

import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.Metric;
import org.jspecify.annotations.Nullable;

/**
 * The head nouns of a catalogue: {@code 便民核酸采样点} ends in 采样点, a noun of {@code test_sites}.
 *
 * <p>Immutable, thread-safe. A look-up costs the length of the longest noun.
 */
final class Nouns {
    private static final Set<String> NONE = Set.of();

    private final Map<String, Set<String>> metricsByNoun = new HashMap<>();
    private final Map<String, Set<String>> before = new HashMap<>();
    private final Map<String, Set<String>> also = new HashMap<>();
    private final Set<String> bare = new HashSet<>();
    private final Set<String> not = new HashSet<>();
    private final Set<String> units = new HashSet<>();
    private final BitSet firsts = new BitSet();
    private final BitSet lasts = new BitSet();
    private int longest;

    Nouns(Catalogue catalogue) {
        for (Metric metric : catalogue.metrics()) {
            metric.nouns().forEach(noun -> add(metricsByNoun, noun, metric));
            metric.before().forEach(noun -> add(before, noun, metric));
            metric.also().forEach(noun -> add(also, noun, metric));
            metric.not().forEach(noun -> {
                not.add(noun);
                known(noun);
            });
            bare.addAll(metric.bare());
            if (metric.measured()) {
                units.addAll(metric.units().keySet());
            }
        }
    }

    private void add(Map<String, Set<String>> table, String noun, Metric metric) {
        table.computeIfAbsent(noun, key -> new LinkedHashSet<>()).add(metric.id());
        known(noun);
    }

    private void known(String noun) {
        longest = Math.max(longest, noun.length());
        firsts.set(noun.charAt(0));
        lasts.set(noun.charAt(noun.length() - 1));
    }

    /**
     * A noun found at a place.
     *
     * @param metrics ids of its metrics; empty for a phrase that is none
     */
    record Found(int start, int end, Set<String> metrics) {}

    /** The longest noun that ends at {@code end} and begins not before {@code from}. */
    @Nullable
    Found endingAt(String text, int from, int end, boolean beforeNumber) {
        if (end <= from || !lasts.get(text.charAt(end - 1))) {
            return null;
        }
        for (int length = Math.min(longest, end - from); length > 0; length--) {
            String noun = text.substring(end - length, end);
            if (not.contains(noun)) {
                return new Found(end - length, end, NONE);
            }
            Set<String> metrics = metricsByNoun.get(noun);
            if (metrics == null && beforeNumber) {
                metrics = before.get(noun);
            }
            if (metrics != null && !isUnit(text, from, end - length, length)) {
                return new Found(end - length, end, metrics);
            }
        }
        return null;
    }

    /** 米 in {@code 5.3米} is no rice. */
    private static boolean isUnit(String text, int from, int start, int length) {
        return length == 1 && start > from && Character.isDigit(text.charAt(start - 1));
    }

    /** The longest noun that begins at {@code start} and ends not behind {@code to}. */
    @Nullable
    Found beginningAt(String text, int start, int to) {
        if (start >= to || !firsts.get(text.charAt(start))) {
            return null;
        }
        for (int length = Math.min(longest, to - start); length > 0; length--) {
            String noun = text.substring(start, start + length);
            if (not.contains(noun)) {
                return new Found(start, start + length, NONE);
            }
            Set<String> metrics = metricsByNoun.get(noun);
            if (metrics != null) {
                return new Found(start, start + length, metrics);
            }
        }
        return null;
    }

    /** Metrics of which a noun in front of another noun of persons is one, too: 党员 in {@code 党员民警}. */
    Set<String> also(String noun) {
        return also.getOrDefault(noun, NONE);
    }

    /** The nouns that {@link #also} knows. */
    Set<String> alsoNouns() {
        return also.keySet();
    }

    /** Whether goods or money are counted in it, which can be halved: 吨. */
    boolean isUnit(String measure) {
        return units.contains(measure);
    }

    /** Whether a noun needs no measure word: 人口. */
    boolean bare(String noun) {
        return bare.contains(noun);
    }
}

package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.Metric;

/**
 * What the catalogue counts by each measure word: {@code test_sites} and others by 个, {@code buildings} by 栋 whatever the noun.
 *
 * <p>Ids are in the order of the catalogue. Immutable, thread-safe.
 */
final class MeasureWords {
    private final Map<String, Meaning> meanings = new HashMap<>();
    private final Set<String> measured = new LinkedHashSet<>();
    private final WordTable<Integer> alone;

    /**
     * What a measure word counts.
     *
     * @param fits metrics counted by it
     * @param alone metrics that need no noun beside it
     * @param any metrics that it counts whatever the noun
     * @param with metrics that it counts right behind the number of another measure word, by that
     * @param not what ends in a noun that it counts, and is none
     */
    record Meaning(
            Set<String> fits,
            Set<String> alone,
            Set<String> any,
            Map<String, Set<String>> with,
            WordTable<Integer> not) {}

    private static final Meaning NOTHING = new Meaning(Set.of(), Set.of(), Set.of(), Map.of(), WordTable.of(List.of()));

    MeasureWords(Catalogue catalogue) {
        Set<String> words = new LinkedHashSet<>();
        Set<String> needless = new LinkedHashSet<>();
        for (Metric metric : catalogue.metrics()) {
            words.addAll(metric.units().keySet());
            words.addAll(metric.alone());
            words.addAll(metric.any());
            needless.addAll(metric.alone());
            if (metric.measured()) {
                measured.add(metric.id());
            }
        }
        words.forEach(word -> meanings.put(word, meaning(word, catalogue)));
        alone = WordTable.of(List.copyOf(needless));
    }

    private static Meaning meaning(String word, Catalogue catalogue) {
        Set<String> fits = new LinkedHashSet<>();
        Set<String> alone = new LinkedHashSet<>();
        Set<String> any = new LinkedHashSet<>();
        Map<String, Set<String>> with = new LinkedHashMap<>();
        List<String> not = new ArrayList<>();
        for (Metric metric : catalogue.metrics()) {
            if (metric.units().containsKey(word)) {
                fits.add(metric.id());
                metric.with()
                        .forEach(first -> with.computeIfAbsent(first, key -> new LinkedHashSet<>())
                                .add(metric.id()));
            }
            if (metric.alone().contains(word)) {
                alone.add(metric.id());
            }
            if (metric.any().contains(word)) {
                any.add(metric.id());
            }
            if (metric.alone().contains(word) || metric.any().contains(word)) {
                not.addAll(metric.not());
            }
        }
        return new Meaning(fits, alone, any, with, WordTable.of(not));
    }

    Meaning of(String measure) {
        return meanings.getOrDefault(measure, NOTHING);
    }

    /** Whether a number in these metrics is a mass or a sum of money: a list under it need not be of one sort. */
    boolean areMeasured(Set<String> metrics) {
        for (String metric : metrics) {
            if (measured.contains(metric)) {
                return true;
            }
        }
        return false;
    }

    /** Metrics counted by a measure word that a noun ends in: 户 of 农户. */
    Set<String> countedByItself(String text, int start, int end) {
        WordTable.Entry<Integer> last = alone.longestBefore(text, start, end);
        return last == null ? Set.of() : of(last.word()).alone();
    }
}

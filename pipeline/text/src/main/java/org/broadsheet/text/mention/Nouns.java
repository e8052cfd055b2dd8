package org.broadsheet.text.mention;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
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

    private final WordTable<Meaning> nouns;
    private final Map<String, Set<String>> also = new HashMap<>();
    private final Set<String> bare = new HashSet<>();
    private final Set<String> units = new HashSet<>();

    Nouns(Catalogue catalogue) {
        Map<String, Meaning> meanings = new HashMap<>();
        for (Metric metric : catalogue.metrics()) {
            metric.nouns().forEach(noun -> meaning(meanings, noun).metrics().add(metric.id()));
            metric.before().forEach(noun -> meaning(meanings, noun).before().add(metric.id()));
            metric.also()
                    .forEach(noun -> also.computeIfAbsent(noun, key -> new LinkedHashSet<>())
                            .add(metric.id()));
            bare.addAll(metric.bare());
            if (metric.measured()) {
                units.addAll(metric.units().keySet());
            }
        }
        for (Metric metric : catalogue.metrics()) {
            metric.not().forEach(noun -> meanings.put(noun, Meaning.NOT));
        }
        nouns = new WordTable<>(meanings);
    }

    /**
     * What a noun is of.
     *
     * @param metrics ids of its metrics
     * @param before ids of its metrics where it stands before the number; asked only where it has no others
     */
    private record Meaning(Set<String> metrics, Set<String> before) {
        private static final Meaning NOT = new Meaning(Set.of(), Set.of());

        private static Meaning none() {
            return new Meaning(new LinkedHashSet<>(), new LinkedHashSet<>());
        }
    }

    private static Meaning meaning(Map<String, Meaning> meanings, String noun) {
        return meanings.computeIfAbsent(noun, key -> Meaning.none());
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
        if (end <= from) {
            return null;
        }
        List<WordTable.Entry<Meaning>> ending = nouns.endingIn(text.charAt(end - 1));
        for (int i = 0; i < ending.size(); i++) {
            WordTable.Entry<Meaning> noun = ending.get(i);
            int start = end - noun.word().length();
            if (start < from || !noun.ends(text, end)) {
                continue;
            }
            if (isNot(noun.value())) {
                return new Found(start, end, NONE);
            }
            Set<String> metrics = noun.value().metrics();
            metrics = metrics.isEmpty() && beforeNumber ? noun.value().before() : metrics;
            if (!metrics.isEmpty() && !isUnit(text, from, start, end - start)) {
                return new Found(start, end, metrics);
            }
        }
        return null;
    }

    private static boolean isNot(Meaning noun) {
        return noun.metrics().isEmpty() && noun.before().isEmpty();
    }

    /** 米 in {@code 5.3米} is no rice. */
    private static boolean isUnit(String text, int from, int start, int length) {
        return length == 1 && start > from && Character.isDigit(text.charAt(start - 1));
    }

    /** The longest noun that begins at {@code start} and ends not behind {@code to}. */
    @Nullable
    Found beginningAt(String text, int start, int to) {
        if (start >= to) {
            return null;
        }
        List<WordTable.Entry<Meaning>> beginning = nouns.candidatesAt(text, start);
        for (int i = 0; i < beginning.size(); i++) {
            WordTable.Entry<Meaning> noun = beginning.get(i);
            int end = start + noun.word().length();
            boolean known = !noun.value().metrics().isEmpty() || isNot(noun.value());
            if (known && end <= to && noun.begins(text, start)) {
                return new Found(start, end, noun.value().metrics());
            }
        }
        return null;
    }

    /** Whether a noun or what is none stands in a text; a single character behind a digit is a unit: 米 in {@code 5.3米}. */
    boolean areIn(String text) {
        int length = text.length();
        for (int at = nouns.next(text, 0, length); at < length; at = nouns.next(text, at + 1, length)) {
            WordTable.Entry<Meaning> longest = nouns.longestAt(text, at);
            if (longest != null && !isUnit(text, 0, at, longest.word().length())) {
                return true;
            }
        }
        return false;
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

    /** The first place from {@code from} on where a noun may begin that ends not behind {@code to}; {@code to} where there is none. */
    int next(String text, int from, int to) {
        return nouns.next(text, from, to);
    }

    /** Whether a noun needs no measure word: 人口. */
    boolean bare(String noun) {
        return bare.contains(noun);
    }
}

package org.broadsheet.text.mention;

import java.util.List;
import java.util.Optional;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.metric.Metric;

/**
 * A number in its sentence, and what it would be a mention of.
 *
 * @param metrics of its phrase; none where only the number is asked about
 * @param clause offset where its clause begins
 * @param end offset behind its phrase
 * @param before what its clause says in front of it
 */
record Candidate(String sentence, Quantity quantity, List<Metric> metrics, int clause, int end, String before) {
    static Candidate of(String sentence, Quantity quantity, List<Metric> metrics, int end) {
        int clause = Marks.clauseStart(sentence, quantity.start());
        return new Candidate(sentence, quantity, metrics, clause, end, sentence.substring(clause, quantity.start()));
    }

    /** Whether something is counted in such a unit: {@code person}. */
    boolean isIn(String unit) {
        return metrics.stream().anyMatch(metric -> metric.unit().equals(unit));
    }

    boolean isOf(String id) {
        return metrics.stream().anyMatch(metric -> metric.id().equals(id));
    }

    /** Offset where the clause ends in which its phrase does. */
    int clauseEnd() {
        return Marks.clauseEnd(sentence, end);
    }

    /** Whether a word stands in front of it in its clause. */
    boolean follows(WordTable<Integer> words) {
        return words.isIn(sentence, clause, quantity.start());
    }

    /** A reason and the word of it that stands between {@code from} and the number; empty where none does. */
    Optional<String> behind(WordTable<Integer> words, int from, String reason) {
        WordTable.Entry<Integer> first = words.firstIn(sentence, from, quantity.start());
        return first == null ? Optional.empty() : Optional.of(reason + ": " + first.word());
    }
}

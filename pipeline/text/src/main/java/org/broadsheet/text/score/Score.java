package org.broadsheet.text.score;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.text.mention.Extraction;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Mention;

/**
 * How well the mentions of texts agree with their labels: 64 labels, 60 matched, 4 missed, 2 extra.
 *
 * <p>A mention matches a label on metric, value and region, one to one; what was told again in an article is no mention.
 *
 * @param total over all metrics
 * @param byMetric by id
 * @param fields of the matched, how many agree in modifier, scope, date and place
 * @param misses labels without a mention
 * @param extras mentions without a label
 * @param differences fields in which a matched mention differs from its label
 */
public record Score(
        Tally total,
        Map<String, Tally> byMetric,
        Map<String, Integer> fields,
        List<Miss> misses,
        List<Extra> extras,
        List<Difference> differences) {
    /** A text with its labels and what was extracted from it. */
    public record Answer(String file, List<Label> labels, Extraction extraction) {}

    /** A label without a mention. */
    public record Miss(String file, Label label) {}

    /** A mention without a label, with its sentence and the rule that spoke in {@link Mention#rule()}. */
    public record Extra(String file, Mention mention, String sentence) {}

    /** A field in which mention and label differ: {@code scope: new, labelled current}. */
    public record Difference(String file, Mention mention, String field, String found, String labelled) {}

    /** Compares answers with their labels; the order of the answers does not matter to the figures. */
    public static Score of(List<Answer> answers) {
        Counter counter = new Counter();
        answers.forEach(counter::add);
        return counter.score();
    }

    /** Share of the matched that agree in a field: {@code modifier}, {@code scope}, {@code date}, {@code place}. */
    public double agreement(String field) {
        return total.matched() == 0 ? 1 : (double) fields.getOrDefault(field, 0) / total.matched();
    }

    private static final class Counter {
        private final Map<String, Tally> byMetric = new TreeMap<>();
        private final Map<String, Integer> fields = new TreeMap<>();
        private final List<Miss> misses = new ArrayList<>();
        private final List<Extra> extras = new ArrayList<>();
        private final List<Difference> differences = new ArrayList<>();

        void add(Answer answer) {
            List<Mention> left = new ArrayList<>(answer.extraction().mentions().stream()
                    .filter(mention -> mention.fate() != Fate.RETOLD)
                    .toList());
            for (Label label : answer.labels()) {
                Mention mention = best(label, left);
                if (mention == null) {
                    misses.add(new Miss(answer.file(), label));
                    count(label.metric(), new Tally(0, 1, 0));
                } else {
                    left.remove(mention);
                    count(label.metric(), new Tally(1, 0, 0));
                    compare(answer.file(), label, mention);
                }
            }
            for (Mention mention : left) {
                String sentence =
                        answer.extraction().sentences().get(mention.sentence()).text();
                extras.add(new Extra(answer.file(), mention, sentence));
                count(mention.metric(), new Tally(0, 0, 1));
            }
        }

        private void count(String metric, Tally tally) {
            byMetric.merge(metric, tally, Tally::plus);
        }

        private static @org.jspecify.annotations.Nullable Mention best(Label label, List<Mention> mentions) {
            Mention best = null;
            for (Mention mention : mentions) {
                boolean matches = mention.metric().equals(label.metric())
                        && mention.value().compareTo(label.value()) == 0
                        && label.regions().contains(mention.region());
                boolean nearer = best == null
                        || (mention.place().equals(label.place())
                                && !best.place().equals(label.place()));
                best = matches && nearer ? mention : best;
            }
            return best;
        }

        private void compare(String file, Label label, Mention mention) {
            compare(file, mention, "modifier", mention.modifier().label(), label.modifier());
            compare(file, mention, "scope", mention.scope().label(), label.scope());
            compare(file, mention, "date", LocalDate.ofEpochDay(mention.day()).toString(), label.date());
            compare(file, mention, "place", mention.place(), label.place());
        }

        private void compare(String file, Mention mention, String field, String found, String labelled) {
            if (found.equals(labelled)) {
                fields.merge(field, 1, Integer::sum);
            } else {
                differences.add(new Difference(file, mention, field, found, labelled));
            }
        }

        Score score() {
            Tally total = byMetric.values().stream().reduce(Tally.NONE, Tally::plus);
            return new Score(
                    total,
                    new TreeMap<>(byMetric),
                    new TreeMap<>(fields),
                    List.copyOf(misses),
                    List.copyOf(extras),
                    List.copyOf(differences));
        }
    }
}

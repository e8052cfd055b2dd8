package org.broadsheet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.broadsheet.bench.wear.Injury;
import org.broadsheet.bench.wear.PageWearer;
import org.broadsheet.bench.wear.Wear;
import org.broadsheet.bench.wear.WornPage;

/**
 * Measures over many seeded cases which share of injected loops and copies is removed, and how much of the text beside
 * them is lost: {@code java -cp pipeline/bench/target/benchmarks.jar org.broadsheet.bench.RepeatTrials 10000}.
 */
public final class RepeatTrials {
    private static final int MOST_PARAGRAPHS = 12;
    private static final int SHORTEST_PARAGRAPH = 12;

    private final List<List<String>> articles;
    private final PageWearer wearer = new PageWearer();
    private final RepeatTrial trial = new RepeatTrial();

    private final Map<Injury.Kind, Integer> injected = new EnumMap<>(Injury.Kind.class);
    private final Map<Injury.Kind, Integer> missed = new EnumMap<>(Injury.Kind.class);
    private final List<String> faults = new ArrayList<>();
    private int misreadInjected;
    private int misreadMissed;
    private int lost;
    private long characters;

    /** @param articles clean paragraphs of articles, to take the cases from */
    public RepeatTrials(List<List<String>> articles) {
        this.articles = articles;
    }

    /** Runs the cases of the seeds from {@code first} to before {@code end}. */
    public void run(int first, int end) {
        for (int seed = first; seed < end; seed++) {
            WornPage worn = worn(seed);
            count(seed, worn, trial.of(worn));
        }
    }

    /** The worn page of a seed. */
    public WornPage worn(int seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        List<String> paragraphs = paragraphs(random);
        return wearer.wear(paragraphs, wear(random), seed);
    }

    /** Share of the injected loops and copies that went, 0 to 1. */
    public double removed() {
        return 1 - (double) sum(missed) / Math.max(1, sum(injected));
    }

    /** The same of loops and copies in which no character differs. */
    public double removedExact() {
        int exact = injected() - misreadInjected;
        return 1 - (double) (sum(missed) - misreadMissed) / Math.max(1, exact);
    }

    /** Loops and copies put in. */
    public int injected() {
        return sum(injected);
    }

    /** Characters that were not put in, and went. */
    public int lost() {
        return lost;
    }

    /** The cases in which something was missed or lost, for a person. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    /** Some paragraphs of one article; without those that open or close it, behind which another one begins. */
    private List<String> paragraphs(Random random) {
        List<String> paragraphs = new ArrayList<>();
        while (paragraphs.isEmpty()) {
            List<String> article = articles.get(random.nextInt(articles.size()));
            int from = random.nextInt(article.size());
            int to = Math.min(article.size(), from + 1 + random.nextInt(MOST_PARAGRAPHS));
            for (String paragraph : article.subList(from, to)) {
                boolean edge = paragraph.startsWith("本报") || paragraph.contains("下转") || paragraph.contains("上接");
                if (paragraph.length() >= SHORTEST_PARAGRAPH && !edge) {
                    paragraphs.add(paragraph);
                }
            }
        }
        return paragraphs;
    }

    private static Wear wear(Random random) {
        Wear wear = Wear.NONE
                .withLoops(random.nextInt(3))
                .withCopies(random.nextInt(2), random.nextInt(2), random.nextInt(3));
        if (random.nextInt(4) == 0) {
            wear = wear.withMisreadings(10 + random.nextInt(91), random.nextBoolean());
        }
        if (random.nextInt(4) == 0) {
            wear = wear.withPunctuation(20 + random.nextInt(200));
        }
        return random.nextInt(4) > 0 ? wear : wear.withLines(12 + random.nextInt(20), 0);
    }

    private void count(int seed, WornPage worn, RepeatTrial.Outcome outcome) {
        for (Injury injury : outcome.injected()) {
            injected.merge(injury.kind(), 1, Integer::sum);
            misreadInjected += injury.misread() > 0 ? 1 : 0;
        }
        for (Injury injury : outcome.missed()) {
            missed.merge(injury.kind(), 1, Integer::sum);
            misreadMissed += injury.misread() > 0 ? 1 : 0;
            String text = worn.clean().substring(injury.start(), injury.end());
            faults.add("%d missed %s %d× %d misread: %s"
                    .formatted(seed, injury.kind(), injury.copies(), injury.misread(), text));
        }
        if (outcome.lost() > 0) {
            faults.add("%d lost %d characters".formatted(seed, outcome.lost()));
        }
        lost += outcome.lost();
        characters += outcome.length();
    }

    private static int sum(Map<Injury.Kind, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        injected.forEach((kind, count) ->
                lines.append("%-10s %6d injected, %4d missed%n".formatted(kind, count, missed.getOrDefault(kind, 0))));
        lines.append("misread    %6d injected, %4d missed%n".formatted(misreadInjected, misreadMissed));
        lines.append("exact      %.4f of %d%n".formatted(removedExact(), injected() - misreadInjected));
        lines.append("removed    %.4f of %d%n".formatted(removed(), injected()));
        lines.append("lost       %d of %d characters".formatted(lost, characters));
        return lines.toString();
    }

    /** Runs as many cases as the first argument says (10000 without one) and prints the figures; {@code -v} prints the faults. */
    public static void main(String[] arguments) throws IOException {
        int cases = arguments.length == 0 ? 10_000 : Integer.parseInt(arguments[0]);
        RepeatTrials trials = new RepeatTrials(Samples.ofProject().articles());
        trials.run(0, cases);
        if (arguments.length > 1) {
            trials.faults().forEach(System.out::println);
        }
        System.out.println(trials);
    }
}

package org.broadsheet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.broadsheet.bench.wear.PageWearer;
import org.broadsheet.bench.wear.Wear;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.fact.Cells;
import org.broadsheet.text.fact.Element;
import org.broadsheet.text.fact.ElementChange;
import org.broadsheet.text.fact.MentionRow;
import org.broadsheet.text.fact.MergeReports;
import org.broadsheet.text.fact.PageElementReader;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.mention.Extractor;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;
import org.broadsheet.text.place.Gazetteer;

/**
 * Measures which share of reprints is recognised where real articles are printed in a second paper, worn, and which pairs
 * are merged that are none: {@code java -cp pipeline/bench/target/benchmarks.jar org.broadsheet.bench.ReprintTrials 50}.
 */
public final class ReprintTrials {
    private static final int FIRST_DAY = 19000;
    private static final int TAIYUAN = 140100;
    private static final int REACH = 30;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,6}");

    private final List<List<String>> articles;
    private final PageWearer wearer = new PageWearer();
    private final PageCleaner cleaner = new PageCleaner();
    private final Extractor extractor = new Extractor(Catalogue.packaged(), Gazetteer.load());
    private final Map<Print, int[]> counts = new EnumMap<>(Print.class);
    private final List<String> faults = new ArrayList<>();

    /** How an article is printed the second time. */
    public enum Print {
        /** Up to 5 % wrong characters, other marks, other lines. */
        WORN,
        /** As it is, and other lines. */
        RESET,
        /** Another number beside the mention. */
        OTHER_FIGURES,
        /** The mention's place is another one. */
        OTHER_PLACE,
        /** The text names a day, another in each paper. */
        OTHER_DAY,
        /** The same paper's same words, a week later. */
        SAME_PAPER
    }

    /** @param articles clean paragraphs of articles */
    public ReprintTrials(List<List<String>> articles) {
        this.articles = articles;
        for (Print print : Print.values()) {
            counts.put(print, new int[2]);
        }
    }

    /** Prints every article a second time in every way, worn by that seed. */
    public void run(long seed) {
        Random random = new Random(seed * 0x9E3779B97F4A7C15L);
        for (List<String> article : articles) {
            List<Element> first = elements("太原甲报", FIRST_DAY, String.join("\n\n", article));
            for (Print print : Print.values()) {
                compare(print, article, first, random);
            }
        }
    }

    /** How many mentions of the second prints claim what one of the first claims, in that way. */
    public int pairs(Print print) {
        return Objects.requireNonNull(counts.get(print))[0];
    }

    /** How many of them were taken for reprints. */
    public int merged(Print print) {
        return Objects.requireNonNull(counts.get(print))[1];
    }

    /** Reprints that were not recognised and pairs merged that are none, for a person. */
    public List<String> faults() {
        return List.copyOf(faults);
    }

    private void compare(Print print, List<String> article, List<Element> first, Random random) {
        int later = FIRST_DAY + 1 + random.nextInt(REACH);
        switch (print) {
            case WORN -> count(print, first, "太原乙报", later, worn(article, random), true);
            case RESET -> count(print, first, "太原乙报", later, reset(article, random), true);
            case SAME_PAPER -> count(print, first, "太原甲报", FIRST_DAY + 7, String.join("\n\n", article), false);
            case OTHER_FIGURES -> otherFigures(article, first, random);
            case OTHER_PLACE -> otherPlaces(article, first);
            case OTHER_DAY ->
                count(print, first, "太原乙报", later, "1月" + (1 + random.nextInt(28)) + "日，" + article.get(0), false);
        }
    }

    private String worn(List<String> article, Random random) {
        Wear wear = Wear.NONE.withMisreadings(1 + random.nextInt(50), true).withPunctuation(random.nextInt(200));
        if (random.nextBoolean()) {
            wear = wear.withLines(14 + random.nextInt(16), 0);
        }
        return wearer.wear(article, wear, random.nextLong()).text();
    }

    private String reset(List<String> article, Random random) {
        return wearer.wear(article, Wear.NONE.withLines(14 + random.nextInt(16), 0), random.nextLong())
                .text();
    }

    /** For each number of the article once: the next number is another, all else is as it was. */
    private void otherFigures(List<String> article, List<Element> first, Random random) {
        String text = String.join("\n\n", article);
        Matcher numbers = NUMBER.matcher(text);
        while (numbers.find()) {
            long other = Long.parseLong(numbers.group()) + 1 + random.nextInt(8);
            String changed = text.substring(0, numbers.start()) + other + text.substring(numbers.end());
            int at = numbers.start();
            int[] tally = Objects.requireNonNull(counts.get(Print.OTHER_FIGURES));
            for (Element element : reprints(first, elements("太原乙报", FIRST_DAY + 3, changed), null)) {
                faults.add("merged, but for a number: " + element.metric() + ' ' + element.value() + " near "
                        + text.substring(Math.max(0, at - 20), Math.min(text.length(), at + 20)));
                tally[1]++;
            }
            tally[0]++;
        }
    }

    private void otherPlaces(List<String> article, List<Element> first) {
        for (Element element : first) {
            if (!element.place().isEmpty()) {
                List<Element> alone = List.of(element);
                String text = String.join("\n\n", article);
                String changed = text.replace(element.place(), "另" + element.place());
                if (!changed.equals(text)) {
                    count(Print.OTHER_PLACE, alone, "太原乙报", FIRST_DAY + 3, changed, false);
                }
            }
        }
    }

    private void count(Print print, List<Element> first, String paper, int day, String text, boolean wanted) {
        int[] tally = Objects.requireNonNull(counts.get(print));
        List<Element> second = elements(paper, day, text);
        int[] pairs = new int[1];
        List<Element> found = reprints(first, second, pairs);
        tally[0] += pairs[0];
        tally[1] += found.size();
        if (wanted ? found.size() < pairs[0] : !found.isEmpty()) {
            faults.add(print + " " + found.size() + " of " + pairs[0] + ": " + text.replace("\n", ""));
        }
    }

    /** Which of the second print's mentions are taken for reprints. */
    private static List<Element> reprints(
            List<Element> first, List<Element> second, int @org.jspecify.annotations.Nullable [] pairs) {
        MergeReports step = new MergeReports();
        Map<Reference, Map<Long, byte[]>> claims = new HashMap<>();
        for (Element element : first) {
            apply(step, claims, element);
        }
        Map<Reference, Map<Long, byte[]>> original = Map.copyOf(claims);
        List<Element> reprints = new ArrayList<>();
        for (Element element : second) {
            if (original.containsKey(element.claim().reference())) {
                if (pairs != null && !element.dayStated()) {
                    pairs[0]++;
                }
                if (isReprinted(apply(step, claims, element), element)) {
                    reprints.add(element);
                }
            }
        }
        return reprints;
    }

    private static MergeReports.Outcome apply(
            MergeReports step, Map<Reference, Map<Long, byte[]>> claims, Element element) {
        ElementChange in = ElementChange.in(element);
        return step.apply(Cells.over(claims.computeIfAbsent(in.claim(), none -> new HashMap<>())), in);
    }

    private static boolean isReprinted(MergeReports.Outcome outcome, Element element) {
        for (MentionRow row : outcome.mentions()) {
            if (row.page().equals(element.page()) && row.number() == element.number()) {
                return Objects.requireNonNull(row.said()).fate() == Fate.REPRINTED;
            }
        }
        return false;
    }

    private List<Element> elements(String paper, int published, String text) {
        Page page = new Page(
                new PageId(paper + "/" + published + "/" + text.hashCode(), 0, ""),
                paper,
                published,
                TAIYUAN,
                "",
                List.of(),
                text);
        CleanPage clean = cleaner.clean(page);
        Reference reference = Reference.of(page.id().key());
        return new PageElementReader(reference, page, clean.articles())
                .elements(extractor.extract(page, clean).mentions()).stream()
                        .filter(element -> element.fate() == Fate.COUNTED)
                        .toList();
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        for (Print print : Print.values()) {
            lines.append("%-14s %6d pairs, %6d taken for reprints, %.4f%n"
                    .formatted(print, pairs(print), merged(print), merged(print) / (double) Math.max(1, pairs(print))));
        }
        return lines.toString();
    }

    /** Runs as many rounds as the first argument says (20 without one) and prints the figures; {@code -v} prints the faults. */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length == 0 ? 20 : Integer.parseInt(arguments[0]);
        ReprintTrials trials = new ReprintTrials(Samples.ofProject().articles());
        for (int seed = 0; seed < rounds; seed++) {
            trials.run(seed);
        }
        if (arguments.length > 1) {
            trials.faults().forEach(System.out::println);
        }
        System.out.print(trials);
    }
}

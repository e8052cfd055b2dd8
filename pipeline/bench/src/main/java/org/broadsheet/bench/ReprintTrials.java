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
import org.broadsheet.text.mention.Extraction;
import org.broadsheet.text.mention.Extractor;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Mention;
import org.broadsheet.text.mention.Sentence;
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
    private static final int SHIFT = 8;
    private static final String FIRST_PAPER = "太原甲报";
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
        /** Another number in its sentence is another one. */
        OTHER_FIGURES,
        /** The mention's place is another one. */
        OTHER_PLACE,
        /** The sentence names a day. */
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
            Printed first = print(FIRST_PAPER, FIRST_DAY, String.join("\n\n", article));
            for (Print print : List.of(Print.WORN, Print.RESET, Print.SAME_PAPER)) {
                reprint(print, article, first, random);
            }
            change(first, random);
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

    private void reprint(Print print, List<String> article, Printed first, Random random) {
        int later = FIRST_DAY + 1 + random.nextInt(REACH);
        boolean same = print == Print.SAME_PAPER;
        String text = switch (print) {
            case WORN -> worn(article, random);
            case RESET -> reset(article, random);
            default -> first.text();
        };
        Printed second = print(same ? FIRST_PAPER : "太原乙报", same ? FIRST_DAY + 7 : later, text);
        List<Element> sought = second.elements().stream()
                .filter(element -> !element.dayStated())
                .filter(element -> first.elements().stream()
                        .anyMatch(other -> other.claim().equals(element.claim())))
                .toList();
        int merged = merged(first.elements(), sought);
        count(print, sought.size(), merged, same ? merged == 0 : merged == sought.size(), text);
    }

    /** Each mention whose day is that of publication, printed again with one thing in its sentence that is another. */
    private void change(Printed first, Random random) {
        for (Element element : first.elements()) {
            if (element.dayStated()) {
                continue;
            }
            Mention mention = first.extraction().mentions().get(element.number());
            Sentence sentence = first.extraction().sentences().get(mention.sentence());
            String text = first.text();
            Matcher numbers = NUMBER.matcher(text).region(sentence.start(), sentence.end());
            while (numbers.find()) {
                if (numbers.end() <= mention.start() || numbers.start() >= mention.end()) {
                    long other = Long.parseLong(numbers.group()) + 1 + random.nextInt(8);
                    String changed = text.substring(0, numbers.start()) + other + text.substring(numbers.end());
                    compare(Print.OTHER_FIGURES, element, sentence, changed);
                }
            }
            if (element.place().length() > 2 && text.contains(element.place())) {
                String other = "河东" + element.place().substring(2);
                compare(Print.OTHER_PLACE, element, sentence, text.replace(element.place(), other));
            }
            String day = "1月" + (1 + random.nextInt(12)) + "日，";
            compare(
                    Print.OTHER_DAY,
                    element,
                    sentence,
                    text.substring(0, sentence.start()) + day + text.substring(sentence.start()));
        }
    }

    private void compare(Print print, Element element, Sentence sentence, String changed) {
        Printed second = print("太原乙报", FIRST_DAY + 3, changed);
        List<Element> sought = second.elements().stream()
                .filter(other -> other.claim().equals(element.claim()))
                .filter(other -> {
                    int start =
                            second.extraction().mentions().get(other.number()).start();
                    return start >= sentence.start() && start < sentence.end() + SHIFT;
                })
                .toList();
        int merged = merged(List.of(element), sought);
        count(print, sought.size(), merged, merged == 0, changed.substring(sentence.start(), sentence.end()));
    }

    private void count(Print print, int pairs, int merged, boolean right, String text) {
        int[] tally = Objects.requireNonNull(counts.get(print));
        tally[0] += pairs;
        tally[1] += merged;
        if (!right) {
            faults.add(print + " " + merged + " of " + pairs + ": " + text.replace("\n", ""));
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

    /** How many of the second print's mentions are taken for reprints of the first's. */
    private static int merged(List<Element> first, List<Element> second) {
        MergeReports step = new MergeReports();
        Map<Reference, Map<Long, byte[]>> claims = new HashMap<>();
        first.forEach(element -> apply(step, claims, element));
        int merged = 0;
        for (Element element : second) {
            for (MentionRow row : apply(step, claims, element).mentions()) {
                boolean itself = row.page().equals(element.page()) && row.number() == element.number();
                merged += itself && Objects.requireNonNull(row.said()).fate() == Fate.REPRINTED ? 1 : 0;
            }
        }
        return merged;
    }

    private static MergeReports.Outcome apply(
            MergeReports step, Map<Reference, Map<Long, byte[]>> claims, Element element) {
        ElementChange in = ElementChange.in(element);
        return step.apply(Cells.over(claims.computeIfAbsent(in.claim(), none -> new HashMap<>())), in);
    }

    /** What was read of a page: elements are those that count. */
    private record Printed(String text, Extraction extraction, List<Element> elements) {}

    private Printed print(String paper, int published, String text) {
        PageId id = new PageId(paper + "/" + published + "/" + text.hashCode(), 0, "");
        Page page = new Page(id, paper, published, TAIYUAN, "", List.of(), text);
        CleanPage clean = cleaner.clean(page);
        Extraction extraction = extractor.extract(page, clean);
        Reference reference = Reference.of(page.id().key());
        List<Element> elements = new PageElementReader(reference, page, clean.articles())
                .elements(extraction.mentions()).stream()
                        .filter(element -> element.fate() == Fate.COUNTED)
                        .toList();
        return new Printed(text, extraction, elements);
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

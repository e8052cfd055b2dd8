package org.broadsheet.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.broadsheet.bench.wear.PageWearer;
import org.broadsheet.bench.wear.Wear;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.PageCleaner;

/**
 * Measures how many of 200 texts, drawn by seed, come back with the paragraphs they had once they are set in lines, and
 * torn: {@code java -cp pipeline/bench/target/benchmarks.jar org.broadsheet.bench.ParagraphTrials texts.jsonl.gz}.
 *
 * <p>The file has one JSON object a line, its text under {@code text}, paragraphs parted by line feeds.
 */
public final class ParagraphTrials {
    private static final int TEXTS = 200;
    private static final int SEED = 20;
    private static final int LEAST_PARAGRAPHS = 3;
    private static final int NARROWEST = 14;
    private static final int WIDTHS = 13;

    private final PageWearer wearer = new PageWearer();
    private final PageCleaner cleaner = new PageCleaner();

    /** How a text came back. */
    private record Outcome(int paragraphs, int found, List<String> missing) {
        boolean isWhole() {
            return missing.isEmpty();
        }
    }

    /** Draws the texts, wears them in three ways and prints the shares; a second argument prints what is missing. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("ParagraphTrials <texts.jsonl.gz> [-v]");
            return;
        }
        List<List<String>> texts = draw(read(Path.of(arguments[0])));
        ParagraphTrials trials = new ParagraphTrials();
        for (int tears = -1; tears <= 2; tears++) {
            trials.report(texts, tears, arguments.length > 1);
        }
    }

    private void report(List<List<String>> texts, int tears, boolean verbose) {
        int whole = 0;
        int paragraphs = 0;
        int found = 0;
        for (int i = 0; i < texts.size(); i++) {
            Wear wear = tears < 0 ? Wear.NONE : Wear.NONE.withLines(NARROWEST + i % WIDTHS, tears);
            Outcome outcome = of(texts.get(i), wear, i);
            whole += outcome.isWhole() ? 1 : 0;
            paragraphs += outcome.paragraphs();
            found += outcome.found();
            if (verbose && !outcome.isWhole()) {
                System.out.println("text " + i + " tears " + tears + ": " + outcome.missing());
            }
        }
        String how = tears < 0 ? "one line a paragraph" : tears == 0 ? "wrapped" : "wrapped, torn " + tears + "×";
        System.out.printf(
                "%-22s %d of %d texts whole, %d of %d paragraphs%n", how, whole, texts.size(), found, paragraphs);
    }

    private Outcome of(List<String> paragraphs, Wear wear, int seed) {
        String page = wearer.wear(paragraphs, wear, seed).text();
        List<String> found = new ArrayList<>();
        for (Article article : cleaner.clean(Samples.page(page)).articles()) {
            article.paragraphs().forEach(paragraph -> found.add(bare(paragraph.text())));
        }
        List<String> missing = new ArrayList<>();
        for (String paragraph : paragraphs) {
            if (!found.remove(bare(paragraph))) {
                missing.add(paragraph);
            }
        }
        return new Outcome(paragraphs.size(), paragraphs.size() - missing.size(), missing);
    }

    private static String bare(CharSequence text) {
        StringBuilder bare = new StringBuilder();
        text.chars()
                .filter(c -> !Character.isWhitespace(c) && !Character.isSpaceChar(c))
                .forEach(c -> bare.append((char) c));
        return bare.toString();
    }

    private static List<List<String>> draw(List<List<String>> texts) {
        List<List<String>> drawn = new ArrayList<>(texts);
        Collections.shuffle(drawn, new Random(SEED));
        return drawn.subList(0, Math.min(TEXTS, drawn.size()));
    }

    /** The paragraphs of each text that has some. */
    static List<List<String>> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<List<String>> texts = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String text = json.readTree(line).path("text").asText();
                List<String> paragraphs = Arrays.stream(text.split("\n", -1))
                        .map(String::strip)
                        .filter(paragraph -> !paragraph.isEmpty())
                        .toList();
                if (paragraphs.size() >= LEAST_PARAGRAPHS) {
                    texts.add(paragraphs);
                }
            }
        }
        return texts;
    }
}

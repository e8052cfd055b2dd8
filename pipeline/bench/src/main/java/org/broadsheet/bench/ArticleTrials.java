package org.broadsheet.bench;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;
import org.broadsheet.bench.layout.PagePrinter;
import org.broadsheet.bench.layout.PrintedPage;
import org.broadsheet.bench.layout.Report;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;

/**
 * Measures how many reports of 1,000 pages put together by seed are found again, with their beginnings, ends and headlines:
 * {@code java -cp pipeline/bench/target/benchmarks.jar org.broadsheet.bench.ArticleTrials texts.jsonl.gz [from to]}.
 *
 * <p>The file has one JSON object a line: {@code title}, and {@code text} with its paragraphs parted by line feeds.
 */
public final class ArticleTrials {
    private static final int PAGES = 1000;
    private static final int NEAR = 5;
    private static final int SIGNATURE = 12;
    private static final Pattern STATION = Pattern.compile("^[^。]{0,30}(?:消息|报道)\\s*[(（]新闻联播[)）][:：]?\\s*");
    private static final Pattern COLUMN = Pattern.compile("^.{0,8}[:：]\\s*");

    private final PagePrinter printer = new PagePrinter();
    private final PageCleaner cleaner = new PageCleaner();
    private final Map<String, int[]> counts = new TreeMap<>();

    /** Prints the shares by layout; a second and third argument are the first seed and the one behind the last. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.err.println("ArticleTrials <texts.jsonl.gz> [from to]");
            return;
        }
        List<Report> reports = read(Path.of(arguments[0]));
        int from = arguments.length > 2 ? Integer.parseInt(arguments[1]) : 0;
        int to = arguments.length > 2 ? Integer.parseInt(arguments[2]) : PAGES;
        ArticleTrials trials = new ArticleTrials();
        for (int seed = from; seed < to; seed++) {
            trials.judge(trials.printer.print(reports, seed), seed);
        }
        System.out.printf("%-34s %7s %6s %6s %6s %9s%n", "pages", "reports", "found", "start", "end", "headline");
        trials.counts.forEach((layout, count) -> System.out.printf(
                "%-34s %7d %6.3f %6.3f %6.3f %9.3f%n",
                layout, count[0], share(count, 1), share(count, 2), share(count, 3), share(count, 4)));
    }

    private static double share(int[] count, int index) {
        return (double) count[index] / count[0];
    }

    private void judge(PrintedPage page, int seed) {
        List<Article> articles = cleaner.clean(Samples.page(page.text())).articles();
        for (PrintedPage.Printed report : page.reports()) {
            boolean[] right = judge(report, articles);
            for (String layout : List.of(page.layout(), "all")) {
                int[] count = counts.computeIfAbsent(layout, any -> new int[5]);
                count[0]++;
                for (int i = 0; i < right.length; i++) {
                    count[i + 1] += right[i] ? 1 : 0;
                }
            }
            if (!(right[0] && right[1] && right[2] && right[3])) {
                System.err.printf("%d %s: %s %s%n", seed, page.layout(), Arrays.toString(right), report.headline());
            }
        }
    }

    /** Whether the report was found, begins where it does, ends where it does, and has its headline. */
    private static boolean[] judge(PrintedPage.Printed report, List<Article> articles) {
        int[] best = {0, 0};
        int overlap = 0;
        String headline = "";
        for (Article article : articles) {
            int[] span = body(article);
            int shared = Math.min(span[1], report.end()) - Math.max(span[0], report.start());
            if (shared > overlap) {
                overlap = shared;
                best = span;
                headline = headline(article);
            }
        }
        return new boolean[] {
            overlap * 2 > report.end() - report.start(),
            Math.abs(best[0] - report.start()) <= NEAR,
            best[1] >= report.end() - SIGNATURE && best[1] <= report.end() + NEAR,
            headline.equals(bare(report.headline()))
        };
    }

    private static int[] body(Article article) {
        int start = Integer.MAX_VALUE;
        int end = -1;
        for (Paragraph paragraph : article.paragraphs()) {
            if (paragraph.role() == Role.BODY && paragraph.text().length() > 0) {
                start = Math.min(start, paragraph.text().origin(0));
                end = Math.max(end, paragraph.text().origin(paragraph.text().length() - 1) + 1);
            }
        }
        return new int[] {start, end};
    }

    private static String headline(Article article) {
        return article.paragraphs().stream()
                .filter(paragraph -> paragraph.role() == Role.HEADLINE)
                .map(paragraph -> bare(paragraph.text().toString()))
                .collect(Collectors.joining());
    }

    private static String bare(String text) {
        return text.chars()
                .filter(c -> !Character.isSpaceChar(c))
                .mapToObj(c -> String.valueOf((char) c))
                .collect(Collectors.joining());
    }

    private static List<Report> read(Path file) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Report> reports = new ArrayList<>();
        try (InputStream bytes = Files.newInputStream(file);
                InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
                BufferedReader lines = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode text = json.readTree(line);
                Report report = new Report(
                        COLUMN.matcher(text.path("title").asText().strip()).replaceFirst(""),
                        paragraphs(text.path("text").asText()));
                if (isFit(report)) {
                    reports.add(report);
                }
            }
        }
        return reports;
    }

    private static List<String> paragraphs(String text) {
        return Arrays.stream(text.split("\n", -1))
                .map(paragraph -> STATION.matcher(paragraph.strip()).replaceFirst(""))
                .filter(paragraph -> paragraph.length() >= 25
                        && "。！？”".indexOf(paragraph.charAt(paragraph.length() - 1)) >= 0
                        && "(（".indexOf(paragraph.charAt(0)) < 0)
                .toList();
    }

    private static boolean isFit(Report report) {
        int headline = report.headline().length();
        int paragraphs = report.paragraphs().size();
        return headline >= 8 && headline <= 26 && paragraphs >= 2 && paragraphs <= 9;
    }
}

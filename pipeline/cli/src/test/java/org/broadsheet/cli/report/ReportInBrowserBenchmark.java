package org.broadsheet.cli.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** How long Chromium takes to show a report and to go from 中国 to 迎泽区 in it, in milliseconds of its main thread; run by hand. */
final class ReportInBrowserBenchmark {
    private static final double MILLISECONDS_PER_SECOND = 1e3;
    private static final double NANOSECONDS_PER_MILLISECOND = 1e6;
    private static final int LOADS = 5;
    private static final List<String> STEPS = List.of(
            "Selection.choose({ region: 140000 })",
            "Selection.choose({ region: 140100 })",
            "Selection.choose({ region: 140106 })",
            "Selection.choose({ region: 100000 })",
            "Selection.choose({ metric: 'residents' })",
            "document.getElementById('search').value = '街道'; Search.look()",
            "document.querySelector('#table thead th.value button').click()",
            "document.getElementById('language').click()",
            "FigureTable.csv()",
            "document.querySelector('#tiles button').click()");

    private final Browser browser;

    private ReportInBrowserBenchmark(Browser browser) {
        this.browser = browser;
    }

    /** Arguments: the file. The system property {@code broadsheet.root} is the folder of this copy. */
    public static void main(String[] arguments) throws Exception {
        try (Browser browser = Browser.open(Files.createTempDirectory("broadsheet-look-"))) {
            browser.driver().executeCdpCommand("Performance.enable", Map.of("timeDomain", "threadTicks"));
            ReportInBrowserBenchmark benchmark = new ReportInBrowserBenchmark(browser);
            String address = Path.of(arguments[0]).toUri().toASCIIString();
            for (int i = 0; i < LOADS; i++) {
                browser.driver().get("about:blank");
                benchmark.time("load", () -> browser.driver().get(address));
            }
            for (String step : STEPS) {
                benchmark.time(step, () -> browser.ask(step + "; return document.body.offsetHeight"));
            }
        }
    }

    private void time(String name, Runnable step) {
        double before = milliseconds();
        long begun = System.nanoTime();
        step.run();
        long taken = System.nanoTime() - begun;
        System.out.println(String.format(
                Locale.ROOT,
                "%s: %.0f ms of the main thread, %.0f by the clock",
                name,
                milliseconds() - before,
                taken / NANOSECONDS_PER_MILLISECOND));
    }

    /** What the main thread of the page has run so far. */
    private double milliseconds() {
        JsonNode answer =
                new ObjectMapper().valueToTree(browser.driver().executeCdpCommand("Performance.getMetrics", Map.of()));
        for (JsonNode metric : answer.path("metrics")) {
            if (metric.path("name").asText().equals("TaskDuration")) {
                return metric.path("value").asDouble() * MILLISECONDS_PER_SECOND;
            }
        }
        throw new IllegalStateException("Chromium does not say how long its main thread ran");
    }
}

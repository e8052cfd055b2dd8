package org.broadsheet.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.mention.Extractor;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageReader;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reading;
import org.broadsheet.text.page.Sources;
import org.broadsheet.text.place.Gazetteer;

/**
 * Measures CPU time, not the clock's, so that it means something on a machine others work on, too:
 * {@code java -cp pipeline/bench/target/benchmarks.jar org.broadsheet.bench.CpuPerPage}.
 */
public final class CpuPerPage {
    private static final int KB = 1000;
    private static final int ROUNDS = 15;
    private static final long WARM = 4_000_000_000L;
    private static final long ROUND = 200_000_000L;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final PageReader reader = new PageReader(Sources.none());
    private final PageCleaner cleaner = new PageCleaner();
    private final Extractor extractor = new Extractor(Catalogue.packaged(), Gazetteer.load());
    private long kept;

    /** Prints microseconds of CPU: for a real page read, read and cleaned, for its places and its mentions, for made pages per KB. */
    public static void main(String[] arguments) throws IOException {
        CpuPerPage measure = new CpuPerPage();
        List<RawPage> real =
                Samples.ofProject().pages().stream().map(Pages::raw).toList();
        measure.print("read, a real page", real.size(), () -> real.forEach(measure::read));
        measure.print("read and clean, a real page", real.size(), () -> real.forEach(measure::clean));
        ReadArticles articles = new ReadArticles();
        measure.print("every place, a real page", real.size(), () -> measure.kept += articles.every());
        measure.print(
                "places where a mention asks, a real page", real.size(), () -> measure.kept += articles.claimed());
        List<Page> pages = real.stream().map(measure::page).toList();
        List<CleanPage> clean = pages.stream().map(measure.cleaner::clean).toList();
        measure.print("extract, a real page", pages.size(), () -> measure.extract(pages, clean));
        for (int kilobytes : new int[] {10, 100, 1000}) {
            for (boolean worn : new boolean[] {false, true}) {
                int wanted = kilobytes * KB * (worn ? 6 : 9) / 10;
                byte[] bytes = Pages.ofSize(Samples.ofProject().articles(), wanted, worn, 1);
                RawPage page = Pages.raw(bytes);
                String what = "read and clean, per KB of %d KB%s".formatted(bytes.length / KB, worn ? ", worn" : "");
                measure.print(what, bytes.length / KB, () -> measure.clean(page));
            }
        }
        System.out.println("paragraphs kept: " + measure.kept);
    }

    private Page page(RawPage page) {
        return ((Reading.Read) reader.read(page)).page();
    }

    private void extract(List<Page> pages, List<CleanPage> clean) {
        for (int i = 0; i < pages.size(); i++) {
            kept += extractor.extract(pages.get(i), clean.get(i)).mentions().size();
        }
    }

    private void read(RawPage page) {
        kept += reader.read(page) instanceof Reading.Read ? 1 : 0;
    }

    private void clean(RawPage page) {
        CleanPage clean = cleaner.clean(((Reading.Read) reader.read(page)).page());
        kept += clean.kept();
    }

    private void print(String what, int units, Runnable work) {
        run(work, WARM);
        List<Double> micros = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            micros.add(run(work, ROUND) / units);
        }
        Collections.sort(micros);
        System.out.printf("%-45s least %8.1f µs, median %8.1f µs%n", what, micros.get(0), micros.get(ROUNDS / 2));
    }

    /** Works for that many nanoseconds of CPU; microseconds each piece of work took. */
    private double run(Runnable work, long nanos) {
        long start = threads.getCurrentThreadCpuTime();
        long count = 0;
        long spent = 0;
        while (spent < nanos) {
            work.run();
            count++;
            spent = threads.getCurrentThreadCpuTime() - start;
        }
        return spent / 1e3 / count;
    }
}

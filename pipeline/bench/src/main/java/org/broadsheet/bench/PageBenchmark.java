package org.broadsheet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageReader;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reading;
import org.broadsheet.text.page.Sources;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/** What a real page of some 18 KB costs, in microseconds: read, and read with lines joined, split and freed of repeats. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PageBenchmark {
    private static final int PAGES = 3;

    private final PageReader reader = new PageReader(Sources.none());
    private final PageCleaner cleaner = new PageCleaner();
    private final List<RawPage> raw = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();

    /** Loads the three checked-in pages. */
    @Setup
    public void load() throws IOException {
        for (byte[] bytes : Samples.ofProject().pages()) {
            raw.add(Pages.raw(bytes));
            pages.add(((Reading.Read) reader.read(Pages.raw(bytes))).page());
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public void read(Blackhole sink) {
        for (RawPage page : raw) {
            sink.consume(reader.read(page));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public void clean(Blackhole sink) {
        for (Page page : pages) {
            sink.consume(cleaner.clean(page));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public void readAndClean(Blackhole sink) {
        for (RawPage page : raw) {
            sink.consume(cleaner.clean(((Reading.Read) reader.read(page)).page()));
        }
    }
}

package org.broadsheet.bench;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.page.PageReader;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reading;
import org.broadsheet.text.page.Sources;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Whether the cost of a page grows with its length and no faster: made pages of 10 KB to 1 MB, with repeats and without. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class SizeBenchmark {
    private static final int KB = 1000;

    /** Bytes of UTF-8, in thousands. */
    @Param({"10", "100", "1000"})
    int kilobytes;

    /** Whether loops and copies stand in the page. */
    @Param({"false", "true"})
    boolean worn;

    private final PageReader reader = new PageReader(Sources.none());
    private final PageCleaner cleaner = new PageCleaner();
    private RawPage raw = Pages.raw(new byte[0]);

    /** Makes the page. */
    @Setup
    public void make() throws IOException {
        // a worn page grows by its copies: a little less is asked for, so that it stays below the limit of 1 MiB
        int wanted = kilobytes * KB * (worn ? 6 : 9) / 10;
        raw = Pages.raw(Pages.ofSize(Samples.ofProject().articles(), wanted, worn, 1));
        byte[] value = raw.value();
        System.out.println("bytes: " + (value == null ? 0 : value.length));
    }

    @Benchmark
    public CleanPage readAndClean() {
        return cleaner.clean(((Reading.Read) reader.read(raw)).page());
    }
}

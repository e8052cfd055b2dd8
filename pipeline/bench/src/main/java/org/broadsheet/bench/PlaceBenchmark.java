package org.broadsheet.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What the places of a real page of some 18 KB cost, in microseconds: all of them, and where a mention asks for them. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
public class PlaceBenchmark {
    private static final int PAGES = 3;

    private final ReadArticles articles;

    /** Loads the rules and the three checked-in pages. */
    public PlaceBenchmark() {
        try {
            this.articles = new ReadArticles();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public int every() {
        return articles.every();
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public int claimed() {
        return articles.claimed();
    }
}

package org.broadsheet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.mention.Extractor;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageReader;
import org.broadsheet.text.page.Reading;
import org.broadsheet.text.page.Sources;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.PlaceContext;
import org.broadsheet.text.place.PlaceFinder;
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

/** What the mentions of a clean page of some 18 KB cost, in microseconds: all, its places alone, and a page without a noun to count. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 4, time = 2)
public class ExtractionBenchmark {
    private static final int PAGES = 3;
    /** Characters of a page that has numbers and nothing of the catalogue. */
    private static final int PLAIN = 6000;

    private final List<Page> pages = new ArrayList<>();
    private final List<CleanPage> clean = new ArrayList<>();
    private final Gazetteer gazetteer = Gazetteer.load();
    private final Extractor extractor = new Extractor(Catalogue.packaged(), gazetteer);
    private final PlaceFinder places = new PlaceFinder(gazetteer);
    private Page plain = Samples.page("");
    private CleanPage plainClean = new PageCleaner().clean(plain);

    /** Loads and cleans the three checked-in pages. */
    @Setup
    public void load() throws IOException {
        PageReader reader = new PageReader(Sources.none());
        PageCleaner cleaner = new PageCleaner();
        for (byte[] bytes : Samples.ofProject().pages()) {
            Page page = ((Reading.Read) reader.read(Pages.raw(bytes))).page();
            pages.add(page);
            clean.add(cleaner.clean(page));
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < PLAIN; i++) {
            text.append("那座桥长").append(380 + i).append("米，两旁种着柳树，春天里来看花的船一只接着一只。\n");
        }
        plain = Samples.page(text.toString());
        plainClean = cleaner.clean(plain);
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public void extract(Blackhole sink) {
        for (int i = 0; i < PAGES; i++) {
            sink.consume(extractor.extract(pages.get(i), clean.get(i)));
        }
    }

    @Benchmark
    @OperationsPerInvocation(PAGES)
    public void places(Blackhole sink) {
        for (CleanPage page : clean) {
            for (Article article : page.articles()) {
                PlaceContext context = new PlaceContext(0);
                for (Paragraph paragraph : article.paragraphs()) {
                    sink.consume(places.find(paragraph.text(), context));
                }
            }
        }
    }

    @Benchmark
    public void extractWithoutNouns(Blackhole sink) {
        sink.consume(extractor.extract(plain, plainClean));
    }
}

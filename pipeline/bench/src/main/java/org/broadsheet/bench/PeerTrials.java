package org.broadsheet.bench;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.seg.Segment;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.Worked;
import org.broadsheet.text.page.RawPage;

/**
 * The text stage beside what others do with the same pages, on one core, by the processor's time:
 * {@code java -cp pipeline/bench/target/benchmarks.jar org.broadsheet.bench.PeerTrials [texts.jsonl.gz]}, in the project's folder.
 *
 * <p>HanLP with persons, places and organisations tags every word and knows no number's meaning, region or day; the job that looks for
 * exact duplicates reads no word at all. Each does less than the text stage: what is compared is the cost of a page.
 */
public final class PeerTrials {
    private static final int PAGE_BYTES = 18_000;
    private static final int MOST_PAGES = 2_000;
    /** Pages of which the time is kept, the latest. */
    private static final int MOST_TIMED = 100_000;
    /** The compilers need some forty thousand pages until the text stage costs what it costs from then on. */
    private static final long WARM_UP = 40_000_000_000L;

    private static final long NANOS = 10_000_000_000L;

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final List<byte[]> pages;

    private PeerTrials(List<byte[]> pages) {
        this.pages = pages;
    }

    /** Prints of each megabytes a second and what it found a page; without a file of texts the sample pages are read again and again. */
    public static void main(String[] arguments) throws IOException {
        Samples samples = Samples.ofProject();
        PeerTrials trials = new PeerTrials(
                arguments.length == 0 ? samples.pages() : packed(ParagraphTrials.read(Path.of(arguments[0]))));
        System.out.printf(Locale.ROOT, "%d pages%n", trials.pages.size());
        Set<String> seen = new HashSet<>();
        trials.measure("exact duplicates", "new", page -> seen.add(sha256(page)) ? 1 : 0);
        TextStage stage = TextStage.open(samples.rules(), TextStage.Evidence.ARTICLES);
        trials.measure("text stage", "mentions", page -> mentions(stage, page));
        Segment words = HanLP.newSegment()
                .enableNameRecognize(true)
                .enablePlaceRecognize(true)
                .enableOrganizationRecognize(true);
        trials.measure("HanLP named entities", "names", page -> names(words, page));
    }

    private static long mentions(TextStage stage, byte[] page) {
        RawPage raw = Pages.raw(page);
        return stage.work(raw) instanceof Worked.Accepted accepted
                ? accepted.elements().elements().size()
                : 0;
    }

    private static long names(Segment words, byte[] page) {
        return words.seg(new String(page, StandardCharsets.UTF_8)).stream()
                .filter(term ->
                        term.nature.startsWith("nr") || term.nature.startsWith("ns") || term.nature.startsWith("nt"))
                .count();
    }

    private static String sha256(byte[] page) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(page));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static List<byte[]> packed(List<List<String>> texts) {
        List<byte[]> packed = new ArrayList<>();
        StringBuilder page = new StringBuilder();
        for (List<String> text : texts) {
            page.append(String.join("\n", text)).append("\n\n");
            byte[] bytes = page.toString().getBytes(StandardCharsets.UTF_8);
            if (bytes.length >= PAGE_BYTES && packed.size() < MOST_PAGES) {
                packed.add(bytes);
                page.setLength(0);
            }
        }
        return packed;
    }

    private void measure(String who, String what, ToLongFunction<byte[]> work) {
        run(work, WARM_UP);
        long[] came = run(work, NANOS);
        System.out.printf(
                Locale.ROOT,
                "%-22s %8.2f MB/s of a core, %8.0f µs a page (p99 by the clock %.0f), %6.1f %s a page%n",
                who,
                came[0] * 1e3 / came[3],
                came[3] / 1e3 / came[1],
                came[4] / 1e3,
                came[2] / (double) came[1],
                what);
    }

    /** Works for that many nanoseconds of the processor; bytes, pages, what was found, nanoseconds, and what one page in a hundred takes. */
    private long[] run(ToLongFunction<byte[]> work, long nanos) {
        long start = threads.getCurrentThreadCpuTime();
        long[] came = new long[5];
        long[] taken = new long[MOST_TIMED];
        while (came[3] < nanos) {
            byte[] page = pages.get((int) (came[1] % pages.size()));
            long begun = System.nanoTime();
            came[2] += work.applyAsLong(page);
            taken[(int) (came[1] % taken.length)] = System.nanoTime() - begun;
            came[0] += page.length;
            came[1]++;
            came[3] = threads.getCurrentThreadCpuTime() - start;
        }
        int timed = (int) Math.min(came[1], taken.length);
        Arrays.sort(taken, 0, timed);
        came[4] = taken[(int) (timed * 0.99)];
        return came;
    }
}

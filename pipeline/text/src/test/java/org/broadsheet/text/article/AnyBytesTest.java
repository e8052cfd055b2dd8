package org.broadsheet.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.broadsheet.text.page.PageReader;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reading;
import org.broadsheet.text.page.Sources;
import org.junit.jupiter.api.Test;

/**
 * Any bytes whatever end as a page or a rejection, and the laws of cleaning hold.
 *
 * <p>The corpus are the printed pages and the samples. {@code mvn -pl pipeline/text -am test -Dtest=AnyBytesTest
 * -Dsurefire.failIfNoSpecifiedTests=false -Dbroadsheet.fuzz.minutes=10} goes on for ten minutes and says what it did and
 * what took longest.
 */
class AnyBytesTest {
    private static final int CASES = 3000;
    private static final int MEBIBYTE = 1 << 20;
    private static final byte[] KEY = "某报/2022-11-22/003".getBytes(StandardCharsets.UTF_8);
    private static final List<String> HOSTILE = List.of(
            "区",
            "1",
            "\n",
            "。\n",
            "1例、",
            "#",
            " ",
            "（",
            "((",
            "“好”",
            "人 ",
            "本报讯 a。\n",
            "张三 摄\n",
            "记者王勇\n文。\n",
            "　　甲\n乙\n",
            "下转第4版\n",
            "甲：乙\n",
            "1．\n",
            "图为甲\n张三 摄\n",
            "\r\n",
            "**",
            "<b><p>",
            "{\"a\":",
            "[",
            "\u200b甲");
    private static final List<String> PIECES = List.of(
            "\uFEFF",
            "\0",
            "\u2028",
            "\r",
            "\uFFFD",
            "<founder-title>",
            "</p>",
            "<!--enpcontent-->",
            "{\"text\":\"",
            "]]>",
            "（下转第4版）",
            "本报讯 ",
            "张三 摄\n",
            "\n\n\n\n",
            "## ",
            "　　",
            "第3版",
            "记者 李四\n",
            "<?xml version=\"1.0\"?>",
            "\u3000",
            "**",
            "1 380",
            "—");

    private final PageReader reader = new PageReader(Sources.none());
    private final PageCleaner cleaner = new PageCleaner();
    private int pages;
    private int rejections;
    private long longest;
    private byte[] slowest = {};

    @Test
    void mutatedPagesEndAsPagesOrRejections() throws IOException {
        List<byte[]> corpus = corpus();
        Random random = new Random(41);
        for (int i = 0; i < CASES; i++) {
            take(mutated(corpus, random));
        }
        int minutes = Integer.getInteger("broadsheet.fuzz.minutes", 0);
        long end = System.nanoTime() + minutes * 60_000_000_000L;
        while (minutes > 0 && System.nanoTime() < end) {
            take(mutated(corpus, random));
        }
        System.out.printf(
                "%d pages, %d rejections; the slowest took %d us: %d bytes%n",
                pages, rejections, longest / 1000, slowest.length);
        assertThat(pages).isPositive();
        assertThat(rejections).isPositive();
    }

    @Test
    void hostilePagesOfAMebibyteAreReadToTheEnd() {
        for (String unit : HOSTILE) {
            byte[] page = page(unit, MEBIBYTE - 16);
            long before = cpu();
            take(page);
            System.out.printf("%s: %d ms of CPU a MiB%n", unit.replace("\n", "\\n"), (cpu() - before) / 1_000_000);
        }
        assertThat(pages + rejections).isEqualTo(HOSTILE.size());
    }

    /** What is allocated grows with the page and not with its square: four times the page, less than eight times. */
    @Test
    void whatIsAllocatedGrowsLinearly() {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        for (String unit : HOSTILE) {
            byte[] small = page(unit, MEBIBYTE / 64);
            byte[] large = page(unit, MEBIBYTE / 16);
            take(small);
            long start = thread.getCurrentThreadAllocatedBytes();
            take(small);
            long middle = thread.getCurrentThreadAllocatedBytes();
            take(large);
            long end = thread.getCurrentThreadAllocatedBytes();
            assertThat((end - middle) / (middle - start + 1))
                    .as(unit.replace("\n", "\\n"))
                    .isLessThan(8);
        }
    }

    private void take(byte[] value) {
        long before = cpu();
        Reading reading = reader.read(new RawPage("", 0, 0, KEY, value, List.of()));
        if (reading instanceof Reading.Read read) {
            CleanPage clean = cleaner.clean(read.page());
            PageCleanerTest.checkLaws(read.page(), clean);
            pages++;
        } else {
            rejections++;
        }
        long taken = cpu() - before;
        if (taken > longest) {
            longest = taken;
            slowest = value;
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static byte[] page(String unit, int size) {
        int length = unit.getBytes(StandardCharsets.UTF_8).length;
        String html = unit.startsWith("<") ? "<html>" : "";
        return (html + unit.repeat(size / length)).getBytes(StandardCharsets.UTF_8);
    }

    private static List<byte[]> corpus() throws IOException {
        Path root = Path.of(System.getProperty("broadsheet.root"));
        List<Path> files = new ArrayList<>();
        for (String folder : List.of("pipeline/text/src/test/resources/printed/pages", "config/samples/pages")) {
            try (DirectoryStream<Path> listed = Files.newDirectoryStream(root.resolve(folder))) {
                listed.forEach(files::add);
            }
        }
        files.sort(Comparator.naturalOrder());
        List<byte[]> corpus = new ArrayList<>();
        for (Path file : files) {
            corpus.add(Files.readAllBytes(file));
        }
        return corpus;
    }

    private static byte[] mutated(List<byte[]> corpus, Random random) {
        byte[] page = corpus.get(random.nextInt(corpus.size())).clone();
        for (int change = 1 + random.nextInt(6); change > 0; change--) {
            boolean anywhere = random.nextInt(8) == 0;
            int at = page.length == 0 ? 0 : random.nextInt(page.length);
            int end = Math.min(page.length, at + random.nextInt(90));
            at = anywhere ? at : characterAt(page, at);
            end = anywhere ? end : characterAt(page, end);
            page = switch (random.nextInt(anywhere ? 7 : 6)) {
                case 0 -> replaced(page, at, end, new byte[0]);
                case 1 -> spliced(page, at, corpus.get(random.nextInt(corpus.size())), random);
                case 2 -> replaced(page, end, end, Arrays.copyOfRange(page, at, end));
                case 3 ->
                    replaced(
                            page,
                            at,
                            at,
                            PIECES.get(random.nextInt(PIECES.size())).getBytes(StandardCharsets.UTF_8));
                case 4 -> Arrays.copyOf(page, at);
                case 5 -> repeated(page, at, end, 2 + random.nextInt(30));
                default -> flipped(page, at, random);
            };
        }
        return page;
    }

    /** The beginning of the character at a place, where the page is UTF-8. */
    private static int characterAt(byte[] page, int place) {
        int at = place;
        while (at > 0 && at < page.length && (page[at] & 0xC0) == 0x80) {
            at--;
        }
        return at;
    }

    private static byte[] flipped(byte[] page, int at, Random random) {
        if (page.length > 0) {
            page[at] = (byte) random.nextInt(256);
        }
        return page;
    }

    private static byte[] replaced(byte[] page, int start, int end, byte[] piece) {
        byte[] both = new byte[start + piece.length + page.length - end];
        System.arraycopy(page, 0, both, 0, start);
        System.arraycopy(piece, 0, both, start, piece.length);
        System.arraycopy(page, end, both, start + piece.length, page.length - end);
        return both;
    }

    private static byte[] spliced(byte[] page, int at, byte[] other, Random random) {
        int from = characterAt(other, random.nextInt(other.length));
        return replaced(page, at, page.length, Arrays.copyOfRange(other, from, other.length));
    }

    private static byte[] repeated(byte[] page, int start, int end, int times) {
        byte[] piece = Arrays.copyOfRange(page, start, end);
        byte[] all = new byte[piece.length * times];
        for (int i = 0; i < times; i++) {
            System.arraycopy(piece, 0, all, i * piece.length, piece.length);
        }
        return replaced(page, end, end, all);
    }
}

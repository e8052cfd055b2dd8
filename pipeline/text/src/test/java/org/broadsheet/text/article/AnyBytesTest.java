package org.broadsheet.text.article;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.fuzz.Door;
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

    @Test
    void mutatedPagesEndAsPagesOrRejections() throws IOException {
        Door.of("page-bytes", corpus(), PIECES).push(this::take);
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
        Reading reading = reader.read(new RawPage("", 0, 0, KEY, value, List.of()));
        if (reading instanceof Reading.Read read) {
            CleanPage clean = cleaner.clean(read.page());
            PageCleanerTest.checkLaws(read.page(), clean);
            pages++;
        } else {
            rejections++;
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
        List<byte[]> corpus = new ArrayList<>();
        for (String folder : List.of("pipeline/text/src/test/resources/printed/pages", "config/samples/pages")) {
            corpus.addAll(Door.files(root.resolve(folder)));
        }
        return corpus;
    }
}

package org.broadsheet.cli.cluster;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.broadsheet.archive.PageFile;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.text.page.Header;
import org.jspecify.annotations.Nullable;

/**
 * Some hundred pages: the samples and the labelled items, and copies of them on other days and in other papers, corrected
 * and withdrawn pages and pages that come twice among them.
 */
public final class PageFeed {
    private static final int COPIES = 4;
    private static final int DAYS_APART = 7;
    private static final int CORRECTED_EACH = 11;
    private static final int WITHDRAWN_EACH = 17;

    private PageFeed() {}

    /** What is sent to the topic. */
    public record Sent(byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {}

    /** The same pages in the same order at each call. */
    public static List<Sent> pages() {
        Path samples = Path.of(System.getProperty("broadsheet.root"), "config/samples");
        List<PageFile> files;
        try (Stream<PageFile> read = PageFiles.of(List.of(samples.resolve("pages"), samples.resolve("gold/items")))
                .read(unreadable -> {
                    throw new AssertionError(unreadable.name() + ": " + unreadable.why());
                })) {
            files = read.toList();
        }
        List<Sent> pages = new ArrayList<>();
        for (int copy = 0; copy < COPIES; copy++) {
            for (PageFile file : files) {
                add(pages, copy(file, copy));
            }
        }
        return pages;
    }

    private static void add(List<Sent> pages, Sent page) {
        pages.add(page);
        if (pages.size() % CORRECTED_EACH == 0) {
            pages.add(revised(page, "2", pages.get(pages.size() / 2).value()));
            pages.add(page);
        }
        if (pages.size() % WITHDRAWN_EACH == 0) {
            pages.add(revised(page, "3", null));
        }
    }

    /** Even copies come a week or more later, odd ones on the same day in another paper. */
    private static Sent copy(PageFile file, int copy) {
        List<Header> headers = file.headers().stream()
                .map(header -> switch (header.name()) {
                    case "published" -> header("published", later(text(header), copy / 2 * DAYS_APART));
                    case "source" -> copy % 2 == 0 ? header : header("source", text(header) + "增刊");
                    default -> header;
                })
                .toList();
        byte[] key = file.key();
        String name = copy + "/" + (key == null ? file.name() : new String(key, StandardCharsets.UTF_8));
        return new Sent(name.getBytes(StandardCharsets.UTF_8), file.content(), headers);
    }

    private static Sent revised(Sent page, String revision, byte @Nullable [] value) {
        List<Header> headers = new ArrayList<>(page.headers());
        headers.add(header("revision", revision));
        return new Sent(page.key(), value, headers);
    }

    private static String later(String day, int days) {
        return LocalDate.parse(day).plusDays(days).toString();
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static Header header(String name, String value) {
        return new Header(name, value.getBytes(StandardCharsets.UTF_8));
    }
}

package org.broadsheet.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.text.page.Header;
import org.jspecify.annotations.Nullable;

/** The three real pages, and records that are no pages. */
enum SamplePages {
    JINZHONG("000_59c609900fa6e9bf.txt", "晋中日报", "2022-11-26", "140700"),
    SHUOZHOU("002_7cb0d6f90dc5d7f1.txt", "朔州日报", "2022-11-14", "140600"),
    TAIYUAN("003_d80b19d43e3d5215.txt", "太原晚报", "2022-11-22", "140100");

    private static final Path FOLDER = Path.of(System.getProperty("broadsheet.root"), "config/samples/pages");

    private final String file;
    private final String source;
    private final String published;
    private final String home;

    SamplePages(String file, String source, String published, String home) {
        this.file = file;
        this.source = source;
        this.published = published;
        this.home = home;
    }

    /** What is sent to the topic. */
    record Sent(byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
        static Sent of(@Nullable String key, byte @Nullable [] value, Map<String, String> headers) {
            return new Sent(
                    key == null ? null : key.getBytes(UTF_8),
                    value,
                    new TreeMap<>(headers)
                            .entrySet().stream()
                                    .map(header -> new Header(
                                            header.getKey(), header.getValue().getBytes(UTF_8)))
                                    .toList());
        }
    }

    String key() {
        return source + "/" + published + "/" + file;
    }

    Sent sent() throws IOException {
        return Sent.of(
                key(),
                Files.readAllBytes(FOLDER.resolve(file)),
                Map.of("source", source, "published", published, "home", home));
    }

    /** The same page taken back. */
    Sent withdrawn() {
        return Sent.of(key(), null, Map.of("revision", "7"));
    }
}

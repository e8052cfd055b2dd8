package org.broadsheet.archive;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.page.Header;
import org.jspecify.annotations.Nullable;

/**
 * What a manifest says of a page file: {@code {"file": "003.txt", "source": "太原晚报", "published": "2022-11-22"}}. What
 * it does not say is the empty string.
 *
 * @param file where the file lies, from the manifest's own folder, with {@code /}
 * @param published ISO day
 * @param home six-digit code
 * @param page names the page within the paper's day; not said: the file's name without its folder and ending
 * @param revision null where not said
 */
public record ManifestEntry(
        String file,
        String source,
        String published,
        String home,
        String page,
        String url,
        @Nullable Long revision) {

    /**
     * The key of its record, {@code 太原晚报/2022-11-22/003}; null where paper or day are not said, so that the page is
     * named by its SHA-256.
     */
    public byte @Nullable [] key() {
        return source.isEmpty() || published.isEmpty()
                ? null
                : String.join("/", source, published, page.isEmpty() ? baseName() : page)
                        .getBytes(UTF_8);
    }

    /** {@code 003} of {@code 003.txt}; {@code feed#12} of line 12 of {@code feed.jsonl}. */
    private String baseName() {
        String name = file.substring(file.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        int line = name.indexOf('#', Math.max(dot, 0));
        return dot <= 0 ? name : name.substring(0, dot) + (line < 0 ? "" : name.substring(line));
    }

    /** What another says, and where that says nothing, what this does; of the same file. */
    public ManifestEntry under(ManifestEntry other) {
        return new ManifestEntry(
                file,
                other.source.isEmpty() ? source : other.source,
                other.published.isEmpty() ? published : other.published,
                other.home.isEmpty() ? home : other.home,
                other.page.isEmpty() ? page : other.page,
                other.url.isEmpty() ? url : other.url,
                other.revision == null ? revision : other.revision);
    }

    /** Of that file nothing is said. */
    public static ManifestEntry silent(String file) {
        return new ManifestEntry(file, "", "", "", "", "", null);
    }

    /** The headers of its record: what is said, in the order source, published, home, revision, url. */
    public List<Header> headers() {
        List<Header> headers = new ArrayList<>();
        add(headers, "source", source);
        add(headers, "published", published);
        add(headers, "home", home);
        add(headers, "revision", revision == null ? "" : revision.toString());
        add(headers, "url", url);
        return List.copyOf(headers);
    }

    private static void add(List<Header> headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.add(new Header(name, value.getBytes(UTF_8)));
        }
    }
}

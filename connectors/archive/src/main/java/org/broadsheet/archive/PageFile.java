package org.broadsheet.archive;

import java.util.List;
import org.broadsheet.text.page.Header;
import org.jspecify.annotations.Nullable;

/**
 * A page file, undecoded, with what the manifest says of it: {@code 存档/太原晚报.zip!/2022-11-22/003.txt}.
 *
 * @param name for a person: the path as given, {@code !/} before a place in an archive, {@code #12} for line 12
 * @param content at most 8 MiB
 * @param entry of the manifest; null where none names the file
 * @param lineKey the key that the page gives itself, as a line of a file of pages does; null where it gives none
 */
public record PageFile(
        String name, byte[] content, @Nullable ManifestEntry entry, byte @Nullable [] lineKey) {
    /** The key of its record; null where the page is named by its SHA-256. */
    public byte @Nullable [] key() {
        return entry == null ? lineKey : entry.key();
    }

    /** The headers of its record; none where no manifest names the file. */
    public List<Header> headers() {
        return entry == null ? List.of() : entry.headers();
    }
}

package org.broadsheet.archive;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The pages of an archive, entry by entry: those of {@code 太原晚报.zip}, and of files of lines in it. */
final class ArchiveCursor implements PageCursor {
    private final Origin origin;
    private final Entries entries;
    private @Nullable PageCursor inner;
    private String innerName = "";

    ArchiveCursor(Origin origin, Entries entries) {
        this.origin = origin;
        this.entries = entries;
    }

    /** An archive as a row of entries. */
    interface Entries extends Closeable {
        /** The next that is a file, or null at the end. */
        @Nullable
        Entry next() throws IOException;
    }

    /** A file in an archive; its content can be opened until the next is asked for. */
    interface Entry {
        /** Decoded, with {@code /}. */
        String name();

        /** What is in it. */
        InputStream open() throws IOException;
    }

    @Override
    public @Nullable PageFile next() throws IOException {
        while (true) {
            @Nullable PageFile page = nextInner();
            if (page != null) {
                return page;
            }
            @Nullable Entry entry = entries.next();
            if (entry == null) {
                return null;
            }
            @Nullable PageFile single = read(entry);
            if (single != null) {
                return single;
            }
        }
    }

    private @Nullable PageFile nextInner() {
        @Nullable PageCursor lines = inner;
        try {
            @Nullable PageFile page = lines == null ? null : lines.next();
            if (page == null) {
                inner = null;
            }
            return page;
        } catch (IOException e) {
            inner = null;
            return skip(innerName, String.valueOf(e.getMessage()));
        }
    }

    /** The page that the entry is; null where it is skipped, or holds several. */
    private @Nullable PageFile read(Entry entry) {
        String name = entry.name();
        if (leavesTheArchive(name)) {
            origin.skip(name, "its name leaves the archive");
            return null;
        }
        try {
            return switch (FileKind.of(name)) {
                case PAGE -> origin.page(name, BoundedBytes.read(entry.open(), BoundedBytes.LARGEST_PAGE_BYTES));
                case LINES -> lines(entry, entry.open());
                case COMPRESSED_LINES -> lines(entry, new GZIPInputStream(entry.open()));
                case ZIP, TAR, COMPRESSED_TAR -> skip(name, "an archive inside an archive");
                case ASIDE -> null;
            };
        } catch (IOException e) {
            return skip(name, String.valueOf(e.getMessage()));
        }
    }

    private @Nullable PageFile skip(String name, String why) {
        origin.skip(name, why);
        return null;
    }

    private @Nullable PageFile lines(Entry entry, InputStream in) throws IOException {
        InputStream ahead = new java.io.BufferedInputStream(in, ManifestFinder.BEGINNING_BYTES);
        if (!ManifestFinder.isManifest(entry.name(), ahead)) {
            inner = new LineCursor(origin, entry.name(), ahead);
            innerName = entry.name();
        }
        return null;
    }

    private static boolean leavesTheArchive(String name) {
        boolean drive = name.length() > 1 && name.charAt(1) == ':';
        return name.startsWith("/") || drive || ("/" + name + "/").contains("/../");
    }

    @Override
    public void close() throws IOException {
        entries.close();
    }
}

package org.broadsheet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The pages of one file, whatever it is: the one that {@code 003.txt} is, all that are in {@code 太原晚报.zip}. */
final class FileCursor implements PageCursor {
    private final Path path;
    private final String file;
    private final Origin origin;
    private @Nullable PageCursor inner;
    private boolean opened;

    /**
     * Opens nothing yet.
     *
     * @param file its name from the origin
     */
    FileCursor(Path path, String file, Origin origin) {
        this.path = path;
        this.file = file;
        this.origin = origin;
    }

    @Override
    public @Nullable PageFile next() {
        try {
            if (!opened) {
                opened = true;
                return first();
            }
            @Nullable PageCursor current = inner;
            return current == null ? null : current.next();
        } catch (NoSuchFileException e) {
            return skip("there is no such file");
        } catch (IOException e) {
            return skip(String.valueOf(e.getMessage()));
        }
    }

    private @Nullable PageFile skip(String why) {
        origin.skip(file, why);
        inner = null;
        return null;
    }

    private @Nullable PageFile first() throws IOException {
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            return skip("no regular file");
        }
        switch (FileKind.of(file)) {
            case PAGE -> {
                try (InputStream in = Files.newInputStream(path)) {
                    return origin.page(file, BoundedBytes.read(in, BoundedBytes.LARGEST_PAGE_BYTES));
                }
            }
            case LINES -> inner = lines();
            case COMPRESSED_LINES -> inner = new LineCursor(origin, file, gunzip(Files.newInputStream(path)));
            case ZIP -> inner = archive(() -> new ZipEntries(path));
            case TAR -> inner = archive(() -> new TarEntries(path, false));
            case COMPRESSED_TAR -> inner = archive(() -> new TarEntries(path, true));
            case ASIDE -> skip("no page, by its name");
        }
        @Nullable PageCursor current = inner;
        return current == null ? null : current.next();
    }

    private @Nullable PageCursor lines() throws IOException {
        return ManifestFinder.isManifest(path) ? null : new LineCursor(origin, file, Files.newInputStream(path));
    }

    private static InputStream gunzip(InputStream in) throws IOException {
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private interface Opening {
        ArchiveCursor.Entries open() throws IOException;
    }

    /** First a look through for manifests, then the pages. */
    private PageCursor archive(Opening opening) throws IOException {
        Manifests manifests = origin.manifests().inside();
        String shown = origin.shown() + file + "!/";
        if (manifests.areSought()) {
            try (ArchiveCursor.Entries entries = opening.open()) {
                ManifestFinder.addAll(manifests, shown, entries);
            }
        }
        return new ArchiveCursor(new Origin(shown, manifests, origin.unreadable()), opening.open());
    }

    @Override
    public void close() throws IOException {
        @Nullable PageCursor current = inner;
        if (current != null) {
            current.close();
        }
    }
}

package org.broadsheet.archive;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Finds manifests: {@code pages.jsonl} in a folder, {@code 太原晚报/pages.jsonl} in an archive. */
final class ManifestFinder {
    /** So much of a file tells a manifest from a file of pages. */
    static final int BEGINNING_BYTES = 1 << 13;

    private ManifestFinder() {}

    /** Whether the file is a manifest; leaves the stream where it was. */
    static boolean isManifest(String name, InputStream markable) throws IOException {
        if (!Manifest.mayBeManifest(name)) {
            return false;
        }
        markable.mark(BEGINNING_BYTES);
        byte[] beginning = markable.readNBytes(BEGINNING_BYTES);
        markable.reset();
        return Manifest.isManifest(name, wholeCharacters(beginning));
    }

    /** A cut through a character would make UTF-8 look like something else. */
    private static byte[] wholeCharacters(byte[] beginning) {
        int end = beginning.length;
        while (end > 0 && beginning.length == BEGINNING_BYTES && beginning.length - end < 4 && beginning[end - 1] < 0) {
            end--;
        }
        return java.util.Arrays.copyOf(beginning, end);
    }

    /** Whether the file of that path is a manifest. */
    static boolean isManifest(Path file) throws IOException {
        if (!Manifest.mayBeManifest(String.valueOf(file.getFileName()))) {
            return false;
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), BEGINNING_BYTES)) {
            return isManifest(String.valueOf(file.getFileName()), in);
        }
    }

    /** The manifest of a folder, if it has one. */
    static @Nullable Manifest in(Path folder) throws IOException {
        for (String name : Manifest.names()) {
            Path file = folder.resolve(name);
            if (Files.isRegularFile(file) && isManifest(file)) {
                return Manifest.read(file);
            }
        }
        return null;
    }

    /** Adds the manifests in an archive; reads through all of it where it is a tar. */
    static void addAll(Manifests manifests, String shown, ArchiveCursor.Entries entries) throws IOException {
        int left = BoundedBytes.LARGEST_MANIFEST_BYTES;
        for (ArchiveCursor.@Nullable Entry entry = entries.next(); entry != null; entry = entries.next()) {
            if (Manifest.mayBeManifest(entry.name())) {
                byte[] bytes = entry.open().readNBytes(left + 1);
                left -= bytes.length;
                if (left < 0) {
                    throw new IOException(
                            "its manifests are larger than " + (BoundedBytes.LARGEST_MANIFEST_BYTES >> 20) + " MiB");
                }
                if (Manifest.isManifest(entry.name(), bytes)) {
                    manifests.add(Manifests.folderOf(entry.name()), Manifest.parse(shown + entry.name(), bytes));
                }
            }
        }
    }
}

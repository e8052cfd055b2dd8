package org.broadsheet.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** The files of a tar in the order they lie there; names are UTF-8 or GB18030: {@code 太原晚报/2022-11-22/003.txt}. */
final class TarEntries implements ArchiveCursor.Entries {
    private final TarArchiveInputStream tar;

    TarEntries(Path file, boolean compressed) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        try {
            // Names as bytes, so that we decode them; those in extended headers come decoded.
            tar = new TarArchiveInputStream(compressed ? new GZIPInputStream(in, 1 << 16) : in, ISO_8859_1.name());
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    @Override
    public ArchiveCursor.@Nullable Entry next() throws IOException {
        for (@Nullable TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            if (!entry.isDirectory()) {
                return new FileInTar(name(entry), tar, entry);
            }
        }
        return null;
    }

    private static String name(TarArchiveEntry entry) {
        String name = entry.getName();
        boolean bytes = name.chars().allMatch(character -> character < 256);
        return Manifest.normal(bytes ? LenientText.decode(name.getBytes(ISO_8859_1)) : name);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }

    private record FileInTar(String name, TarArchiveInputStream tar, TarArchiveEntry entry)
            implements ArchiveCursor.Entry {
        @Override
        public InputStream open() throws IOException {
            if (!entry.isFile() || !tar.canReadEntryData(entry)) {
                throw new IOException("no regular file");
            }
            return tar;
        }
    }
}

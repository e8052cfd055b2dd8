package org.broadsheet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.io.input.ChecksumInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The files of a zip in the order they lie there. Names without the UTF-8 flag, as Windows writes {@code 太原晚报}, are
 * UTF-8 if all of the archive's are, else GB18030.
 */
final class ZipEntries implements ArchiveCursor.Entries {
    private final ZipFile zip;
    private final Enumeration<ZipArchiveEntry> entries;
    private final boolean chinese;

    ZipEntries(Path file) throws IOException {
        zip = ZipFile.builder().setPath(file).get();
        entries = zip.getEntriesInPhysicalOrder();
        chinese = Collections.list(zip.getEntries()).stream()
                .anyMatch(entry -> !saysItsEncoding(entry) && !LenientText.isUtf8(entry.getRawName()));
    }

    private static boolean saysItsEncoding(ZipArchiveEntry entry) {
        return entry.getGeneralPurposeBit().usesUTF8ForNames()
                || entry.getNameSource() == ZipArchiveEntry.NameSource.UNICODE_EXTRA_FIELD;
    }

    @Override
    public ArchiveCursor.@Nullable Entry next() {
        while (entries.hasMoreElements()) {
            ZipArchiveEntry entry = entries.nextElement();
            String name = name(entry);
            if (!name.endsWith("/")) {
                return new FileInZip(name, zip, entry);
            }
        }
        return null;
    }

    private String name(ZipArchiveEntry entry) {
        String name = saysItsEncoding(entry) || !chinese ? entry.getName() : LenientText.chinese(entry.getRawName());
        return Manifest.normal(name);
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private record FileInZip(String name, ZipFile zip, ZipArchiveEntry entry) implements ArchiveCursor.Entry {
        @Override
        public InputStream open() throws IOException {
            if (!zip.canReadEntryData(entry)) {
                throw new IOException("encrypted, or packed in a way that is not known here");
            }
            return ChecksumInputStream.builder()
                    .setInputStream(zip.getInputStream(entry))
                    .setChecksum(new CRC32())
                    .setExpectedChecksumValue(entry.getCrc())
                    .setCountThreshold(entry.getSize())
                    .get();
        }
    }
}

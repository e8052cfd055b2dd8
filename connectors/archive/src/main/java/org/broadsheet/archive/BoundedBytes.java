package org.broadsheet.archive;

import java.io.IOException;
import java.io.InputStream;

/** Reads a page, but no more than a page can be: a zip of 太原晚报 that swells to gigabytes costs 8 MiB. */
final class BoundedBytes {
    /** The largest file that is taken for a page. */
    static final int LARGEST_PAGE_BYTES = 8 << 20;

    /** How much of a file of lines is read without a page in it: a bomb of zeros has none. */
    static final int LARGEST_REST_BYTES = 64 << 20;

    /** The largest manifests inside an archive, all together. */
    static final int LARGEST_MANIFEST_BYTES = 64 << 20;

    private BoundedBytes() {}

    /**
     * All of it.
     *
     * @throws IOException if there is more than the limit, or it cannot be read
     */
    static byte[] read(InputStream in, int limit) throws IOException {
        byte[] bytes = in.readNBytes(limit + 1);
        if (bytes.length > limit) {
            throw new IOException("larger than " + (limit >> 20) + " MiB");
        }
        return bytes;
    }
}

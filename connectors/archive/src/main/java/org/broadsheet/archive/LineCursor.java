package org.broadsheet.archive;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The pages of a file of JSON objects, one a line: {@code {"text": "…", "source": "太原晚报"}} is page {@code #1}. A line
 * is a page as it stands, whether it parses or not; blank lines are none. Its key is its {@code "key"}, or follows from its
 * {@code "source"}, {@code "published"} and {@code "page"}.
 */
final class LineCursor implements PageCursor {
    private final Origin origin;
    private final String file;
    private final InputStream in;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 14);
    private int line;
    private int withoutPage;
    private boolean ended;

    LineCursor(Origin origin, String file, InputStream in) {
        this.origin = origin;
        this.file = file;
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    @Override
    public @Nullable PageFile next() throws IOException {
        while (!ended) {
            boolean tooLong = readLine();
            line++;
            byte[] content = withoutMark(bytes.toByteArray());
            if (tooLong) {
                origin.skip(file + "#" + line, "larger than " + (BoundedBytes.LARGEST_PAGE_BYTES >> 20) + " MiB");
            } else if (!isBlank(content)) {
                withoutPage = 0;
                return origin.line(file + "#" + line, content);
            }
        }
        return null;
    }

    /** Whether the line was longer than a page can be; then the rest of it was passed over. */
    private boolean readLine() throws IOException {
        bytes.reset();
        boolean tooLong = false;
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                ended = true;
                break;
            }
            if (++withoutPage > BoundedBytes.LARGEST_REST_BYTES) {
                throw new IOException("no page in " + (BoundedBytes.LARGEST_REST_BYTES >> 20) + " MiB");
            }
            if (bytes.size() < BoundedBytes.LARGEST_PAGE_BYTES) {
                bytes.write(read);
            } else {
                tooLong = true;
            }
        }
        return tooLong;
    }

    private byte[] withoutMark(byte[] content) {
        boolean marked = line == 1
                && content.length >= 3
                && content[0] == (byte) 0xEF
                && content[1] == (byte) 0xBB
                && content[2] == (byte) 0xBF;
        int from = marked ? 3 : 0;
        int to = content.length > from && content[content.length - 1] == '\r' ? content.length - 1 : content.length;
        return java.util.Arrays.copyOfRange(content, from, to);
    }

    private static boolean isBlank(byte[] content) {
        for (byte one : content) {
            if (one != ' ' && one != '\t') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}

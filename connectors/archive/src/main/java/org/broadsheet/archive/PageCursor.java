package org.broadsheet.archive;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Gives page files one by one and holds none back: memory is bounded by one page. */
interface PageCursor extends Closeable {
    /**
     * The next, or null at the end.
     *
     * @throws IOException if nothing more can be read here
     */
    @Nullable
    PageFile next() throws IOException;

    @Override
    void close() throws IOException;
}

package org.broadsheet.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.broadsheet.text.page.RawPage;

/**
 * Pages of as many texts each as make a page: twelve reports of the evening news, a blank line between two, are a page of 18 KB. Days and
 * papers go round; a text is taken once. Not thread-safe.
 */
public final class PackedTexts implements Iterator<RawPage> {
    private static final int PAPERS = 300;
    private static final int FIRST_DAY = 15340;
    private static final int DAYS = 3650;
    private static final int A_DAY = 37;

    private final Iterator<String> texts;
    private final int bytes;
    private long number;

    /**
     * Pages of these texts.
     *
     * @param bytes of UTF-8 that a page has at least, but for the last
     */
    public PackedTexts(Iterator<String> texts, int bytes) {
        this.texts = texts;
        this.bytes = bytes;
    }

    @Override
    public boolean hasNext() {
        return texts.hasNext();
    }

    @Override
    public RawPage next() {
        if (!texts.hasNext()) {
            throw new NoSuchElementException();
        }
        StringBuilder page = new StringBuilder();
        for (int size = 0; size < bytes && texts.hasNext(); ) {
            String text = texts.next();
            page.append(page.isEmpty() ? "" : "\n\n").append(text);
            size += text.getBytes(UTF_8).length;
        }
        long index = number++;
        int day = FIRST_DAY + (int) (index * A_DAY % DAYS);
        return ChangedPages.page("某省第" + index % PAPERS + "日报", LocalDate.ofEpochDay(day), index, "", page.toString());
    }
}

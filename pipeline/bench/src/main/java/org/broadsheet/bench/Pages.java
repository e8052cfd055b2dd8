package org.broadsheet.bench;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.broadsheet.bench.wear.PageWearer;
import org.broadsheet.bench.wear.Wear;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;

/** Pages of a wanted size, by seed: paragraphs of the samples in another order, with figures of their own. */
final class Pages {
    private static final int BYTES_OF_HAN = 3;
    private static final String LAST_DAY = "2022-11-22";

    private Pages() {}

    /** A record as the feed sends it, with its day. */
    static RawPage raw(byte[] page) {
        Header day = new Header("published", LAST_DAY.getBytes(StandardCharsets.UTF_8));
        return new RawPage("", 0, 0, "sample/2022-11-22/001".getBytes(StandardCharsets.UTF_8), page, List.of(day));
    }

    /** A page in lines of 18 columns with about that many bytes of UTF-8; with {@code worn} repeats stand in it. */
    static byte[] ofSize(List<List<String>> articles, int bytes, boolean worn, long seed) {
        Random random = new Random(seed);
        List<String> paragraphs = new ArrayList<>();
        int size = 0;
        while (size < bytes) {
            List<String> article = articles.get(random.nextInt(articles.size()));
            for (int i = 0; i < article.size() && size < bytes; i++) {
                String paragraph = withOtherCharacters(article.get(i), random);
                paragraphs.add(paragraph);
                size += paragraph.length() * BYTES_OF_HAN;
            }
        }
        int injuries = worn ? Math.max(1, paragraphs.size() / 8) : 0;
        Wear wear = Wear.NONE.withLines(18, 0).withLoops(injuries).withCopies(injuries, injuries, 1);
        return new PageWearer().wear(paragraphs, wear, seed).text().getBytes(StandardCharsets.UTF_8);
    }

    /** The same paragraph with every fifth Han character another, so that no two are copies. */
    private static String withOtherCharacters(String paragraph, Random random) {
        StringBuilder other = new StringBuilder(paragraph);
        for (int i = 0; i < other.length(); i++) {
            char c = other.charAt(i);
            if (c >= '\u4E00' && c <= '\u9FFF' && random.nextInt(5) == 0) {
                other.setCharAt(i, (char) ('\u4E00' + random.nextInt(3000)));
            }
        }
        return other.toString();
    }
}

package org.broadsheet.generator;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.place.Gazetteer;

/**
 * As many pages as are wanted of a few real ones, none twice: every number is another ({@code 795个} becomes {@code 318个}), and city,
 * counties and days are those of another paper ({@link MovedPage}), so that figures meet as rarely as in real papers. One page in four is
 * printed again by another paper some days later. The numbers of pages and editions stay. The same seed gives the same bytes.
 * Immutable, thread-safe.
 */
public final class ChangedPages {
    private static final String NOT_COUNTED = "年月日时分号期版";
    private static final int PAPERS = 300;
    private static final int DAYS = 3650;
    private static final int FIRST_DAY = 15340;
    private static final int MOST_DAYS_LATER = 10;
    private static final int DIGITS = 9;
    private static final int REPRINTS_OF = 4;

    private final List<Original> originals;
    private final List<City> cities;
    private final long seed;

    private ChangedPages(List<Original> originals, List<City> cities, long seed) {
        this.originals = originals;
        this.cities = cities;
        this.seed = seed;
    }

    /** A real page and what is told otherwise of it. */
    private record Original(String text, MovedPage moved) {
        static Original of(RawPage page, Gazetteer gazetteer) {
            String text = new String(Objects.requireNonNull(page.value()), UTF_8);
            int home = Integer.parseInt(header(page, "home"));
            LocalDate published = LocalDate.parse(header(page, "published"));
            return new Original(text, MovedPage.of(text, home, published, gazetteer));
        }
    }

    /**
     * Pages made of these.
     *
     * @param originals in UTF-8, with the headers {@code home} (a prefecture or a county of one) and {@code published}
     * @throws IllegalArgumentException where there is none, or one without these headers
     */
    public static ChangedPages of(List<RawPage> originals, long seed) {
        if (originals.isEmpty()) {
            throw new IllegalArgumentException("there is no page to change");
        }
        Gazetteer gazetteer = Gazetteer.load();
        return new ChangedPages(
                originals.stream().map(page -> Original.of(page, gazetteer)).toList(),
                City.of(gazetteer, Words.read()),
                seed);
    }

    private static String header(RawPage page, String name) {
        return page.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(header -> new String(header.value(), UTF_8))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a page to change has no header " + name));
    }

    /** The first {@code count} of them. */
    public Stream<RawPage> pages(long count) {
        return LongStream.range(0, count).mapToObj(this::page);
    }

    private RawPage page(long index) {
        boolean reprint = index % REPRINTS_OF == REPRINTS_OF - 1;
        long story = reprint ? index - 1 - Math.floorMod(mixed(index, 3), REPRINTS_OF - 1) : index;
        Original original = originals.get((int) Math.floorMod(mixed(story, 1), (long) originals.size()));
        City city = cities.get((int) Math.floorMod(mixed(story, 6), (long) cities.size()));
        int day = FIRST_DAY + (int) Math.floorMod(mixed(story, 2), (long) DAYS);
        String text = original.moved().told(changed(original.text(), story), city, LocalDate.ofEpochDay(day));
        int paper = (int) Math.floorMod(mixed(index, 4), (long) PAPERS);
        if (reprint) {
            day += 1 + (int) Math.floorMod(mixed(index, 5), (long) MOST_DAYS_LATER);
            paper += PAPERS;
        }
        return page(
                "某省第" + paper + "日报",
                LocalDate.ofEpochDay(day),
                index,
                String.valueOf(city.city().code()),
                text);
    }

    static RawPage page(String paper, LocalDate day, long number, String home, String text) {
        Stream<Header> headers =
                Stream.of(header("source", paper), header("published", day.toString()), header("home", home));
        return new RawPage(
                "",
                0,
                0,
                (paper + "/" + day + "/" + number).getBytes(UTF_8),
                text.getBytes(UTF_8),
                headers.filter(header -> header.value().length > 0).toList());
    }

    private static Header header(String name, String value) {
        return new Header(name, value.getBytes(UTF_8));
    }

    private char[] changed(String text, long story) {
        char[] changed = text.toCharArray();
        for (int start = 0; start < changed.length; start++) {
            int end = start;
            while (end < changed.length && isDigit(changed[end])) {
                end++;
            }
            if (end > start && isCounted(changed, start, end)) {
                change(changed, start, end, mixed(story, start));
            }
            start = end;
        }
        return changed;
    }

    private static boolean isCounted(char[] text, int start, int end) {
        boolean dated = end < text.length && NOT_COUNTED.indexOf(text[end]) >= 0;
        boolean numbered = start > 0 && text[start - 1] == '第';
        return !dated && !numbered;
    }

    /** A zero stays one, so that a number keeps its length and its roundness. */
    private static void change(char[] text, int start, int end, long mixed) {
        long left = Long.remainderUnsigned(mixed, 1_000_000_007L);
        for (int i = start; i < end; i++) {
            if (text[i] != '0') {
                text[i] = (char) ('1' + (text[i] - '1' + left % DIGITS) % DIGITS);
                left = left / DIGITS + i;
            }
        }
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    /** SplitMix64. */
    private long mixed(long index, long which) {
        long mixed = (seed * 31 + index) * 1_000_003 + which + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }
}

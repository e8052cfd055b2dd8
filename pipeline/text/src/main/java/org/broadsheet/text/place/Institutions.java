package org.broadsheet.text.place;

import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Says whether a name goes on as an institution's: {@code 太原市} in {@code 太原市人民医院}.
 *
 * <p>Immutable, thread-safe.
 */
final class Institutions {
    /** Characters between a place and the ending of the institution at most. */
    private static final int REACH = 10;
    /** Measure words of institutions. */
    private static final String MEASURES = "家所座";

    private final WordTrie<Institution> endings;
    private final Set<String> bodies = GazetteerFiles.column("bodies.tsv");

    Institutions() {
        TreeMap<String, Institution> words = new TreeMap<>();
        GazetteerFiles.rows("institutions.tsv").forEach(row -> words.put(row[0], Institution.valueOf(row[1])));
        this.endings = new WordTrie<>(words);
    }

    /** What follows the place that ends at {@code end}; the first ending decides, the longest where it stands. */
    Institution after(String text, Vocabulary.Scan scan, int end) {
        for (int start = end; start - end <= REACH && start < text.length(); start++) {
            boolean open = Characters.isHan(text.charAt(start)) && !Characters.isNumeral(text.charAt(start));
            if (!open || (start > end && stops(scan.boundary(start)))) {
                return Institution.NONE;
            }
            Institution here = endings.longest(text, start);
            if (here != null) {
                return counted(text, start) ? Institution.NONE : here;
            }
        }
        return Institution.NONE;
    }

    /** {@code 尼勒克县组织农机合作社41家}: what is counted is nobody's name. */
    private static boolean counted(String text, int ending) {
        int digits = ending;
        while (digits < text.length()
                && digits - ending <= REACH
                && Characters.isHan(text.charAt(digits))
                && text.charAt(digits) != '等') {
            digits++;
        }
        int end = digits;
        while (end < text.length() && end - digits <= REACH && Character.isDigit(text.charAt(end))) {
            end++;
        }
        return end > digits && end < text.length() && MEASURES.indexOf(text.charAt(end)) >= 0 && digits - ending <= 6;
    }

    private boolean stops(@Nullable String boundary) {
        return boundary != null && !bodies.contains(boundary);
    }
}

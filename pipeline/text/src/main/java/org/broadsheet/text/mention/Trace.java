package org.broadsheet.text.mention;

import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.number.Numeral;

/**
 * Takes down why each number of a page is a mention or none, where somebody asks; of what is said of one number, the last holds.
 *
 * <p>Used once, by one thread.
 */
final class Trace {
    private static final int AROUND = 12;

    private final boolean asked;
    private final TreeMap<Integer, Explanation> byStart = new TreeMap<>();
    private int article;
    private CleanText sentence = CleanText.verbatim("", 0);

    private Trace(boolean asked) {
        this.asked = asked;
    }

    /** Takes nothing down. */
    static Trace none() {
        return new Trace(false);
    }

    static Trace asked() {
        return new Trace(true);
    }

    boolean isAsked() {
        return asked;
    }

    /** Goes to the next sentence. */
    void at(int articleIndex, CleanText next) {
        article = articleIndex;
        sentence = next;
    }

    void none(Numeral numeral, String reason) {
        tell(numeral, List.of(), reason);
    }

    void mention(Numeral numeral, Collection<String> metrics, String rule) {
        if (asked) {
            tell(numeral, metrics.stream().sorted().toList(), rule);
        }
    }

    private void tell(Numeral numeral, List<String> metrics, String reason) {
        if (!asked) {
            return;
        }
        int from = numeral.start();
        int to = Math.max(numeral.end(), from + 1);
        String text = sentence.toString();
        String around = text.substring(Math.max(0, from - AROUND), Math.min(text.length(), to + AROUND));
        int start = sentence.origin(from);
        byStart.put(
                start,
                new Explanation(
                        article,
                        start,
                        sentence.originEnd(to),
                        text.substring(from, to),
                        around.strip(),
                        metrics,
                        reason));
    }

    /** In the order of the page. */
    List<Explanation> explanations() {
        return List.copyOf(byStart.values());
    }
}

package org.broadsheet.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.broadsheet.bench.wear.Injury;
import org.broadsheet.bench.wear.WornPage;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.article.Paragraph;

/**
 * Cleans a worn page and compares what stays with what stood there before: of {@code 送菜上门;送菜上门;} one copy has to
 * go, and not one character more. Thread-safe.
 */
public final class RepeatTrial {
    /** Characters of an injected copy that may stay: where a loop goes on by chance its seam moves. */
    private static final int SEAM = 3;

    private final PageCleaner cleaner = new PageCleaner();

    /**
     * What became of a worn page.
     *
     * @param injected loops and copies put in
     * @param missed those of them that did not go as a whole
     * @param lost characters that were not put in, and went
     * @param length characters of the text before it was worn
     */
    public record Outcome(List<Injury> injected, List<Injury> missed, int lost, int length) {}

    /** Cleans a worn page; spaces and line breaks do not count. */
    public Outcome of(WornPage worn) {
        boolean[] stays = kept(worn.clean());
        boolean[] kept = kept(worn.text());
        StringBuilder wanted = new StringBuilder();
        StringBuilder found = new StringBuilder();
        int[] left = new int[worn.injuries().size()];
        boolean[] stayed = new boolean[worn.clean().length()];
        for (int i = 0; i < worn.text().length(); i++) {
            int origin = worn.origins()[i];
            if (origin < 0 || Character.isSpaceChar(worn.clean().charAt(origin))) {
                continue;
            }
            if (stays[origin] && !isCopy(worn, i)) {
                wanted.append(worn.clean().charAt(origin));
            }
            if (kept[i] && stays[origin]) {
                found.append(worn.clean().charAt(origin));
                if (isCopy(worn, i)) {
                    left[worn.causes()[i]]++;
                } else {
                    stayed[origin] = true;
                }
            }
        }
        List<Injury> injected = worn.injuries().stream().filter(Injury::isCopy).toList();
        if (wanted.compareTo(found) == 0) {
            return new Outcome(injected, List.of(), 0, wanted.length());
        }
        return new Outcome(injected, missed(worn, left, stays, stayed), lost(wanted, found), wanted.length());
    }

    private static boolean isCopy(WornPage worn, int index) {
        int cause = worn.causes()[index];
        return cause >= 0 && worn.injuries().get(cause).isCopy();
    }

    /** Which characters of a page stand in its articles once it is clean. */
    private boolean[] kept(String text) {
        CleanPage page = cleaner.clean(Samples.page(text));
        boolean[] kept = new boolean[text.length()];
        for (Article article : page.articles()) {
            for (Paragraph paragraph : article.paragraphs()) {
                for (int i = 0; i < paragraph.text().length(); i++) {
                    kept[paragraph.text().origin(i)] = true;
                }
            }
        }
        return kept;
    }

    /** A copy may stay in the place of its original. */
    private static List<Injury> missed(WornPage worn, int[] left, boolean[] stays, boolean[] stayed) {
        List<Injury> missed = new ArrayList<>();
        for (int number = 0; number < left.length; number++) {
            Injury injury = worn.injuries().get(number);
            int more = left[number];
            for (int i = injury.start(); i < injury.end(); i++) {
                more -= stays[i] && !stayed[i] ? 1 : 0;
            }
            if (more > SEAM) {
                missed.add(injury);
            }
        }
        return missed;
    }

    /** How many characters of {@code wanted} no longer stand in {@code found}, in their order. */
    private static int lost(CharSequence wanted, CharSequence found) {
        int[] row = new int[found.length() + 1];
        for (int i = 0; i < wanted.length(); i++) {
            int diagonal = 0;
            for (int j = 0; j < found.length(); j++) {
                int above = row[j + 1];
                row[j + 1] = wanted.charAt(i) == found.charAt(j) ? diagonal + 1 : Math.max(above, row[j]);
                diagonal = above;
            }
        }
        return wanted.length() - Arrays.stream(row).max().orElse(0);
    }
}

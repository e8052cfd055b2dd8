package org.broadsheet.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import org.broadsheet.text.score.ArticleScore;

/** Prints how well articles agree with their labels: {@code headline 0.955 21 22}, and below it each miss. */
final class ArticleScoreTable {
    private ArticleScoreTable() {}

    static void print(PrintWriter out, Path folder, ArticleScore score) {
        out.println("== " + folder + ": " + score.labelled() + " articles and captions");
        TextTable table = new TextTable("what", "share", "right", "of");
        add(table, "found", new ArticleScore.Share(score.found(), score.labelled()));
        score.fields().forEach((field, share) -> add(table, field, share));
        out.print(table);
        out.println();
        for (ArticleScore.Miss miss : score.misses()) {
            String where = "missed " + miss.file() + " " + miss.field() + " of " + miss.starts() + "…";
            out.println(
                    miss.field().equals("found")
                            ? where
                            : where + ": " + quoted(miss.found()) + ", labelled " + quoted(miss.labelled()));
        }
        score.extras()
                .forEach(extra -> out.println(
                        "extra  " + extra.file() + " article " + extra.index() + ": " + extra.starts() + "…"));
        out.println();
    }

    private static String quoted(String text) {
        return text.isEmpty() ? "nothing" : "【" + text + "】";
    }

    private static void add(TextTable table, String name, ArticleScore.Share share) {
        table.add(
                name,
                String.format(Locale.ROOT, "%.3f", share.share()),
                Integer.toString(share.right()),
                Integer.toString(share.of()));
    }
}

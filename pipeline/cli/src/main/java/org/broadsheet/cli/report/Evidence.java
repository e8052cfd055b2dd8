package org.broadsheet.cli.report;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.broadsheet.postgres.ArticleText;
import org.broadsheet.postgres.EvidenceRow;
import org.broadsheet.postgres.FigureRow;
import org.broadsheet.postgres.ReportQuery;

/**
 * What is behind the newest figures, as far as there is room: {@code 迎泽区卫体局设立了795个检测采样点} in its article.
 *
 * @param rows by figure; a mention behind figures of a county, its city and its province stands in each
 * @param articles those of the newest rows
 * @param figures how many figures have their evidence here: the first ones of the report
 * @param leftOut how many mentions of a figure are not here, where some are not
 */
public record Evidence(List<EvidenceRow> rows, List<ArticleText> articles, int figures, Map<Key, Integer> leftOut) {
    /** Mentions that one figure shows: the sum of a country may have thousands. */
    private static final int OF_A_FIGURE = 100;

    private static final int AT_ONCE = 500;
    /** What the JSON of a mention has beside its texts, about. */
    private static final int FRAME = 160;

    static Evidence read(ReportQuery query, List<FigureRow> figures, ReportLimits limits) throws SQLException {
        List<EvidenceRow> rows = new ArrayList<>();
        Set<String> mentions = new HashSet<>();
        Map<Key, Integer> leftOut = new HashMap<>();
        int room = limits.evidence();
        int from = 0;
        while (from < figures.size() && room > 0) {
            List<FigureRow> asked = figures.subList(from, Math.min(from + AT_ONCE, figures.size()));
            Map<Key, List<EvidenceRow>> behind = byFigure(query.evidence(asked));
            for (FigureRow figure : asked) {
                List<EvidenceRow> all = behind.getOrDefault(Key.of(figure), List.of());
                List<EvidenceRow> found = all.subList(0, Math.min(OF_A_FIGURE, all.size()));
                room -= bytes(found, mentions);
                if (room < 0) {
                    break;
                }
                rows.addAll(found);
                if (all.size() > found.size()) {
                    leftOut.put(Key.of(figure), all.size() - found.size());
                }
                from++;
            }
        }
        return new Evidence(List.copyOf(rows), articles(query, rows, limits), from, Map.copyOf(leftOut));
    }

    private static Map<Key, List<EvidenceRow>> byFigure(List<EvidenceRow> rows) {
        Map<Key, List<EvidenceRow>> byFigure = new LinkedHashMap<>();
        rows.forEach(row ->
                byFigure.computeIfAbsent(Key.of(row), key -> new ArrayList<>()).add(row));
        return byFigure;
    }

    /** What these take more; a mention that is there already takes little. */
    private static int bytes(List<EvidenceRow> rows, Set<String> mentions) {
        int bytes = 0;
        for (EvidenceRow row : rows) {
            bytes += mentions.add(row.page() + row.number()) ? FRAME + bytes(row) : 8;
        }
        return bytes;
    }

    private static int bytes(EvidenceRow row) {
        return EscapedJson.bytes(row.sentence())
                + EscapedJson.bytes(row.quote())
                + EscapedJson.bytes(row.pageKey())
                + EscapedJson.bytes(row.url())
                + EscapedJson.bytes(row.place())
                + EscapedJson.bytes(row.correction());
    }

    private static List<ArticleText> articles(ReportQuery query, List<EvidenceRow> rows, ReportLimits limits)
            throws SQLException {
        Map<String, Set<Integer>> wanted = new LinkedHashMap<>();
        rows.forEach(row -> wanted.computeIfAbsent(row.page(), page -> new LinkedHashSet<>())
                .add(row.article()));
        List<String> pages = List.copyOf(wanted.keySet());
        List<ArticleText> articles = new ArrayList<>();
        int room = limits.articles();
        for (int from = 0; from < pages.size() && room > 0; from += AT_ONCE) {
            List<String> asked = pages.subList(from, Math.min(from + AT_ONCE, pages.size()));
            for (ArticleText article : query.articles(asked, limits.article())) {
                room -= EscapedJson.bytes(article.text());
                if (room > 0 && wanted.getOrDefault(article.page(), Set.of()).contains(article.index())) {
                    articles.add(article);
                }
            }
        }
        return List.copyOf(articles);
    }

    /** Which figure. */
    public record Key(int region, String metric, String scope, LocalDate day) {
        static Key of(FigureRow figure) {
            return new Key(figure.region(), figure.metric(), figure.scope(), figure.day());
        }

        static Key of(EvidenceRow row) {
            return new Key(row.region(), row.metric(), row.scope(), row.day());
        }
    }
}

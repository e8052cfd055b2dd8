package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Removes what a page prints twice by error: loops, later copies of paragraphs and sentences of an article, of long
 * clauses within a paragraph. Only body text is touched. Law: paragraphs = kept + repeated. Linear; thread-safe.
 */
final class RepeatRemover {
    private final Telling telling;

    RepeatRemover(Telling telling) {
        this.telling = telling;
    }

    CleanPage remove(List<Article> articles) {
        PageRepeats repeats = new PageRepeats(telling, bodyLength(articles));
        List<Article> kept = new ArrayList<>(articles.size());
        int before = 0;
        int after = 0;
        for (Article article : articles) {
            List<Paragraph> rest = rest(article, repeats);
            before += article.paragraphs().size();
            after += rest.size();
            boolean whole = rest == article.paragraphs();
            kept.add(
                    whole
                            ? article
                            : new Article(
                                    article.index(),
                                    article.kind(),
                                    rest,
                                    article.continuesOn(),
                                    article.continuedFrom()));
        }
        return new CleanPage(List.copyOf(kept), repeats.found(), before, after, before - after);
    }

    private static int bodyLength(List<Article> articles) {
        int length = 0;
        for (Article article : articles) {
            for (Paragraph paragraph : article.paragraphs()) {
                length += paragraph.role() == Role.BODY ? paragraph.text().length() : 0;
            }
        }
        return length;
    }

    /** The paragraphs that stay; the very same list where nothing goes. */
    private static List<Paragraph> rest(Article article, PageRepeats repeats) {
        List<Paragraph> rest = new ArrayList<>(article.paragraphs().size());
        boolean changed = false;
        for (Paragraph paragraph : article.paragraphs()) {
            if (paragraph.role() != Role.BODY) {
                rest.add(paragraph);
                continue;
            }
            CleanText left = repeats.remove(article.index(), paragraph.text());
            if (left == paragraph.text()) {
                rest.add(paragraph);
            } else {
                changed = true;
                if (left.contentUpTo(1) > 0) {
                    rest.add(new Paragraph(Role.BODY, left));
                }
            }
        }
        return changed ? List.copyOf(rest) : article.paragraphs();
    }
}

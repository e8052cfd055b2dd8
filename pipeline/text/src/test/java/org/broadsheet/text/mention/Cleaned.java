package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;

/** Pages for tests, cleaned the plain way: blank lines part paragraphs, wrapped lines are joined, spaces dropped. */
final class Cleaned {
    private Cleaned() {}

    static Page page(String source, int published, int home, String text) {
        return new Page(new PageId("test", 0, ""), source, published, home, "", List.of(), text);
    }

    /** One article; short paragraphs without a full stop in front of the body or behind it are headlines. */
    static CleanPage article(String text) {
        List<Paragraph> paragraphs = new ArrayList<>();
        int start = 0;
        while (start < text.length()) {
            int end = text.indexOf("\n\n", start);
            end = end < 0 ? text.length() : end;
            CleanText joined = joined(text, start, end);
            if (joined.length() > 0) {
                paragraphs.add(new Paragraph(role(joined.toString()), joined));
            }
            start = end + 2;
        }
        Article article = new Article(0, Article.Kind.ARTICLE, paragraphs, 0, 0);
        return new CleanPage(List.of(article), List.of(), paragraphs.size(), paragraphs.size(), 0);
    }

    private static Role role(String text) {
        if (text.startsWith("本报记者") || text.startsWith("记者")) {
            return Role.BYLINE;
        }
        boolean sentence = text.contains("。") || (text.contains("，") && text.length() > 40) || text.length() > 60;
        return sentence ? Role.BODY : Role.HEADLINE;
    }

    private static CleanText joined(String text, int start, int end) {
        StringBuilder kept = new StringBuilder();
        List<Integer> origins = new ArrayList<>();
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (c != '\n' && c != '\r' && c != ' ' && c != '#' && c != '\u3000') {
                kept.append(c);
                origins.add(i);
            }
        }
        return new CleanText(
                kept.toString(), origins.stream().mapToInt(Integer::intValue).toArray());
    }
}

package org.broadsheet.text.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a press system's file, part by part, written as a page: the title {@code 中牟大蒜喜获丰收} becomes the
 * line {@code # 中牟大蒜喜获丰收}, kicker, subhead and byline stand around it, the body below. Not thread-safe.
 */
final class PressArticles {
    private static final int LENGTH_OF_DAY = 10;
    /** Characters of the body within which its own byline stands. */
    private static final int OPENING = 60;

    private final PressNames names;
    private final List<Map<String, String>> articles = new ArrayList<>();

    PressArticles(PressNames names) {
        this.names = names;
    }

    /** Takes a part; a title behind a body begins another article, a part given again says nothing. */
    void add(String part, String written) {
        String value = part.equals("body") ? withoutEmptyLines(written) : written.strip();
        if (value.isBlank()) {
            return;
        }
        boolean begins =
                articles.isEmpty() || (last().containsKey("body") && (part.equals("title") || part.equals("kicker")));
        if (begins) {
            articles.add(new HashMap<>());
        }
        last().putIfAbsent(part, value);
    }

    /** Without the line breaks before and behind; the first line stays set in. */
    private static String withoutEmptyLines(String body) {
        int start = 0;
        while (start < body.length() && body.charAt(start) <= ' ') {
            start++;
        }
        return body.substring(start).stripTrailing();
    }

    private Map<String, String> last() {
        return articles.get(articles.size() - 1);
    }

    /** Whether there is an article with a body. */
    boolean hasBody() {
        return articles.stream().anyMatch(article -> article.containsKey("body"));
    }

    /** Whether the last article has a title. */
    boolean hasTitle() {
        return !articles.isEmpty() && last().containsKey("title");
    }

    /** What the file says of day and paper goes to the claims; a day that is none says nothing. */
    void claim(Claims claims) {
        for (Map<String, String> article : articles) {
            String date = article.getOrDefault("date", "");
            String day = date.substring(0, Math.min(LENGTH_OF_DAY, date.length()));
            if (claims.published == null && Claims.day(day) != null) {
                claims.add("published", day);
            }
            if (claims.source == null && article.containsKey("paper")) {
                claims.add("source", oneLine(article.get("paper")));
            }
        }
    }

    /** The page. */
    String written() {
        StringBuilder page = new StringBuilder();
        for (Map<String, String> article : articles) {
            if (article.containsKey("body")) {
                line(page, "", article.get("kicker"));
                line(page, "# ", article.get("title"));
                line(page, "## ", article.get("subhead"));
                String body = article.getOrDefault("body", "");
                String author = article.getOrDefault("author", "");
                boolean inBody =
                        body.substring(0, Math.min(OPENING, body.length())).contains(author);
                line(page, names.begins("reporter", author) ? "" : "作者：", inBody ? "" : author);
                page.append(body).append("\n\n");
            }
        }
        return page.toString();
    }

    private static void line(StringBuilder page, String mark, @Nullable String text) {
        if (text != null && !text.isEmpty()) {
            page.append(mark).append(oneLine(text)).append("\n\n");
        }
    }

    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.replace('\n', ' ').replace('\r', ' ');
    }
}

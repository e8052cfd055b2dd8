package org.broadsheet.text.page;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Writes the text of HTML as it comes, with a line break at {@code br} and an empty line around blocks, and notes the
 * parts of a press system's article on the way: {@code <founder-title>}, {@code <!--enpcontent-->}. A paragraph of links
 * alone is navigation and goes. Not thread-safe.
 */
final class HtmlLines implements NodeVisitor {
    private static final Set<String> LEFT_OUT = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "title",
            "head",
            "nav",
            "iframe",
            "svg",
            "form",
            "footer",
            "select",
            "button");
    private static final Set<String> HEADINGS = Set.of("h1", "h2", "h3");
    private static final String PROPERTIES = "enpproperty";
    private static final int LONGEST_SITE_LINE = 60;
    /** The rank of a body that the press system itself marks. */
    private static final int SURE = 2;

    private final PressNames names;
    private final PressArticles articles;
    private final StringBuilder text = new StringBuilder();
    private int leftOut;
    private int links;
    private int paragraphStart;
    private int linked;
    private int written;
    private String heading = "";
    private boolean headed;
    private @Nullable Element part;
    private @Nullable Element bodyElement;
    private int bodyStart = -1;
    private int bodyRank;
    private String body = "";

    HtmlLines(PressNames names, PressArticles articles) {
        this.names = names;
        this.articles = articles;
    }

    /** All lines, navigation left out. */
    String text() {
        return text.toString();
    }

    /** Gives the body found by its place to the articles, with the page's heading where they have no title. */
    void finish() {
        endBody();
        if (!articles.hasBody() && !body.isBlank()) {
            if (!articles.hasTitle()) {
                articles.add("title", heading);
            }
            articles.add("body", body);
        }
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof Element element) {
            if (LEFT_OUT.contains(element.normalName())) {
                leftOut++;
            }
            links += element.normalName().equals("a") ? 1 : 0;
            breakBefore(element);
            note(element);
        } else if (node instanceof TextNode words && leftOut == 0) {
            append(words.text());
        } else if (node instanceof Comment comment) {
            note(comment.getData().strip());
        }
    }

    private void append(String flowing) {
        boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        String words = atStart ? flowing.stripLeading() : flowing;
        boolean indented = atStart && !flowing.isEmpty() && flowing.charAt(0) == '\u3000';
        text.append(indented ? flowing : words);
        int ink = words.strip().length();
        written += ink;
        linked += links > 0 ? ink : 0;
    }

    /** Takes the text of a part; of parts within parts only the outer, so that each character is read once. */
    private void note(Element element) {
        String name = names.markup(element.normalName());
        if (part == null && name != null && !name.equals("body")) {
            part = element;
            articles.add(name, element.text());
        }
        if (!headed && HEADINGS.contains(element.normalName())) {
            headed = true;
            heading = element.text();
        }
        int rank = rank(element);
        if (rank > bodyRank) {
            beginBody(rank, element);
        }
    }

    private void beginBody(int rank, @Nullable Element element) {
        paragraph();
        bodyStart = text.length();
        bodyRank = rank;
        bodyElement = element;
    }

    /** How surely an element holds the body: by the press system's own name, or by its id or class only. */
    private int rank(Element element) {
        if ("body".equals(names.markup(element.normalName()))) {
            return SURE;
        }
        String id = element.id().toLowerCase(Locale.ROOT);
        String style = element.className().toLowerCase(Locale.ROOT);
        return names.is("id", id) || names.is("class", style) ? 1 : 0;
    }

    private void note(String comment) {
        if (comment.startsWith(PROPERTIES)) {
            for (Element property : Jsoup.parse(comment, "", Parser.xmlParser()).children()) {
                String part = names.data(property.normalName());
                if (part != null && !part.equals("body")) {
                    articles.add(part, property.text());
                }
            }
        } else if (names.is("comment", comment) && bodyRank < SURE) {
            beginBody(SURE, null);
        } else if (bodyElement == null && comment.startsWith("/") && names.is("comment", comment.substring(1))) {
            endBody();
        }
    }

    private void endBody() {
        if (bodyStart >= 0) {
            paragraph();
            body = text.substring(Math.min(bodyStart, text.length()));
            bodyStart = -1;
            bodyElement = null;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (LEFT_OUT.contains(element.normalName())) {
                leftOut--;
            }
            links -= element.normalName().equals("a") ? 1 : 0;
            if (element.isBlock()) {
                paragraph();
            }
            part = node.equals(part) ? null : part;
            if (node.equals(bodyElement)) {
                endBody();
                if (bodyRank == SURE) {
                    articles.add("body", body);
                    bodyRank = SURE - 1;
                }
            }
        }
    }

    private void breakBefore(Element element) {
        if (element.normalName().equals("br")) {
            text.append('\n');
        } else if (element.isBlock()) {
            paragraph();
        }
    }

    private void paragraph() {
        if ((linked > 0 && linked == written) || isOfTheSite()) {
            text.setLength(paragraphStart);
        }
        linked = 0;
        written = 0;
        int length = text.length();
        boolean broken = length >= 2 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
        if (length > 0 && !broken) {
            text.append(text.charAt(length - 1) == '\n' ? "\n" : "\n\n");
        }
        paragraphStart = text.length();
    }

    private boolean isOfTheSite() {
        int length = text.length() - paragraphStart;
        return length > 0
                && length <= LONGEST_SITE_LINE
                && names.begins("site", text.substring(paragraphStart).strip());
    }
}

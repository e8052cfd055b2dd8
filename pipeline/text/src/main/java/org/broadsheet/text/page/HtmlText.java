package org.broadsheet.text.page;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

/**
 * Takes the lines out of an HTML page: {@code <h1>开展核酸检测</h1><p>本报讯…</p>} is a headline, an empty line and a
 * paragraph. Scripts, navigation and the like are left out; of a press system's article file only the article is taken.
 * Thread-safe.
 */
final class HtmlText {
    private static final Set<String> OPENINGS =
            Set.of("<!doctype html", "<html", "<head", "<body", "<meta", "<div", "<p>", "<p ", "<h1", "<h2", "<table");
    private static final int OPENING_LENGTH = 14;
    private static final String PROLOG = "<?xml";

    private final PressNames names;

    HtmlText(PressNames names) {
        this.names = names;
    }

    /** Whether the text begins as HTML does. */
    static boolean isHtml(String text) {
        String opening = opening(text, afterProlog(text));
        return opening.startsWith("<") && OPENINGS.stream().anyMatch(opening::startsWith);
    }

    /** Whether the text begins as XML does and is no HTML. */
    static boolean isXml(String text) {
        int first = firstInk(text, 0);
        return text.startsWith(PROLOG, first) && !isHtml(text);
    }

    private static String opening(String text, int from) {
        int first = firstInk(text, from);
        return text.substring(first, Math.min(text.length(), first + OPENING_LENGTH))
                .toLowerCase(Locale.ROOT);
    }

    private static int firstInk(String text, int from) {
        int first = from;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        return first;
    }

    private static int afterProlog(String text) {
        int first = firstInk(text, 0);
        int end = text.startsWith(PROLOG, first) ? text.indexOf("?>", first) : -1;
        return end < 0 ? 0 : end + 2;
    }

    /** The text of the page, a block element a paragraph; what an article file says of its day goes to the claims. */
    String of(String html, Claims claims) {
        Document document = Jsoup.parse(html.substring(afterProlog(html)));
        PressArticles articles = new PressArticles(names);
        HtmlLines lines = new HtmlLines(names, articles);
        document.traverse(lines);
        lines.finish();
        articles.claim(claims);
        return articles.hasBody() ? articles.written() : lines.text();
    }

    /** The lines of a piece of HTML, such as the body in a JSON object; text without any markup is returned as it is. */
    String ofPiece(String piece) {
        if (piece.indexOf('<') < 0 || piece.indexOf('>') < 0) {
            return piece;
        }
        HtmlLines lines = new HtmlLines(names, new PressArticles(names));
        Jsoup.parseBodyFragment(piece).traverse(lines);
        return lines.text();
    }

    /** The articles of a press system's XML: its titles, bodies and their like. */
    Decoding ofXml(String xml, Claims claims) {
        PressArticles articles = new PressArticles(names);
        Jsoup.parse(xml, "", Parser.xmlParser()).traverse(new XmlParts(articles));
        articles.claim(claims);
        return articles.hasBody()
                ? new Decoding.Text(articles.written())
                : new Decoding.Refused(
                        Reason.NO_TEXT, "XML without an element that holds a body (content, body, text)");
    }

    /** Gives the parts of an XML file to the articles; what stands within a part belongs to it. */
    private final class XmlParts implements NodeVisitor {
        private final PressArticles articles;
        private @Nullable Node part;

        XmlParts(PressArticles articles) {
            this.articles = articles;
        }

        @Override
        public void head(Node node, int depth) {
            if (part == null && node instanceof Element element) {
                String name = names.data(element.normalName());
                boolean leaf = name != null && (name.equals("body") || element.childrenSize() == 0);
                if (name != null && leaf) {
                    part = node;
                    articles.add(name, name.equals("body") ? ofPiece(inner(element)) : element.text());
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            part = node.equals(part) ? null : part;
        }

        private static String inner(Element element) {
            return element.childrenSize() > 0 ? element.html() : element.wholeText();
        }
    }
}

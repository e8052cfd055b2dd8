package org.broadsheet.text.page;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * Takes the lines out of an HTML page: {@code <h1>开展核酸检测</h1><p>本报讯…</p>} is a headline, an empty line and a
 * paragraph. Scripts, styles and the like are left out.
 */
final class HtmlText {
    private static final Set<String> OPENINGS =
            Set.of("<!doctype html", "<html", "<head", "<body", "<meta", "<div", "<p>", "<p ", "<h1", "<h2", "<table");
    private static final int OPENING_LENGTH = 14;
    private static final Set<String> LEFT_OUT =
            Set.of("script", "style", "noscript", "template", "title", "head", "nav", "iframe", "svg", "form");

    private HtmlText() {}

    /** Whether the text begins as HTML does. */
    static boolean isHtml(String text) {
        int first = 0;
        while (first < text.length() && Character.isWhitespace(text.charAt(first))) {
            first++;
        }
        String opening = text.substring(first, Math.min(text.length(), first + OPENING_LENGTH))
                .toLowerCase(Locale.ROOT);
        return OPENINGS.stream().anyMatch(opening::startsWith);
    }

    /** The text of the page, a block element a paragraph. */
    static String of(String html) {
        Document document = Jsoup.parse(html);
        LineWriter writer = new LineWriter();
        document.body().traverse(writer);
        return writer.text.toString();
    }

    /** Writes text as it comes, with a line break at {@code br} and an empty line around blocks. */
    private static final class LineWriter implements NodeVisitor {
        private final StringBuilder text = new StringBuilder();
        private int leftOut;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element) {
                if (LEFT_OUT.contains(element.normalName())) {
                    leftOut++;
                }
                breakBefore(element);
            } else if (node instanceof TextNode words && leftOut == 0) {
                String flowing = words.text();
                boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
                text.append(atStart ? flowing.stripLeading() : flowing);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element element) {
                if (LEFT_OUT.contains(element.normalName())) {
                    leftOut--;
                }
                if (element.isBlock()) {
                    paragraph();
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
            int length = text.length();
            boolean broken = length >= 2 && text.charAt(length - 1) == '\n' && text.charAt(length - 2) == '\n';
            if (length == 0 || broken) {
                return;
            }
            text.append(text.charAt(length - 1) == '\n' ? "\n" : "\n\n");
        }
    }
}

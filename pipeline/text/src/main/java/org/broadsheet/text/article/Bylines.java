package org.broadsheet.text.article;

/**
 * Says who wrote an article: by the line of its own ({@code 本报记者 孟 非}), else by the brackets behind its opening
 * ({@code 本报讯 （记者郭娟 ）11月24日…}) or by the words there ({@code 本报讯 记者杨颖报道：…}). Thread-safe.
 */
public final class Bylines {
    private static final int WITHIN = 48;

    private final Credits credits;
    private final Headings headings;

    public Bylines() {
        Printing printing = Printing.read();
        credits = printing.credits();
        headings = printing.headings();
    }

    /** The byline of an article as printed, brackets aside; empty where there is none. */
    public String of(Article article) {
        String line = article.text(Role.BYLINE);
        if (!line.isEmpty() || article.kind() == Article.Kind.CAPTION) {
            return line;
        }
        return article.paragraphs().stream()
                .filter(paragraph -> paragraph.role() == Role.BODY)
                .findFirst()
                .map(paragraph -> inOpening(paragraph.text()))
                .orElse("");
    }

    private String inOpening(CleanText body) {
        if (!headings.opensReport(body)) {
            return "";
        }
        String head = body.subSequence(0, Math.min(body.length(), WITHIN)).toString();
        int open = Math.max(head.indexOf('（'), head.indexOf('('));
        int close = Math.max(head.indexOf('）', open + 1), head.indexOf(')', open + 1));
        if (open >= 0 && close > open) {
            String names = head.substring(open + 1, close).strip();
            return isByline(names) ? names : "";
        }
        int said = head.indexOf("报道：");
        int from = Math.max(head.lastIndexOf(' ', said), head.lastIndexOf('\u3000', said)) + 1;
        String names = said < 0 || from == 0 ? "" : head.substring(from, said);
        return isByline(names) ? names : "";
    }

    private boolean isByline(String names) {
        return credits.isByline(CleanText.verbatim(names, 0));
    }
}

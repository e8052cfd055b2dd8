package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Removes what a page prints twice by error: loops, later copies of paragraphs and sentences of an article, of long
 * clauses within a paragraph. Only body text is touched. Law: paragraphs = kept + repeated. Linear; thread-safe.
 */
final class RepeatRemover {
    /** Characters of content a paragraph has at least to be a copy within its article. */
    private static final int SHORTEST_PARAGRAPH = 16;
    /** The same across articles of the page. */
    private static final int SHORTEST_PARAGRAPH_ELSEWHERE = 40;

    private final Telling telling;

    RepeatRemover(Telling telling) {
        this.telling = telling;
    }

    CleanPage remove(List<Article> articles) {
        RepeatList repeats = new RepeatList();
        Map<String, Integer> paragraphs = new HashMap<>();
        List<Article> kept = new ArrayList<>();
        int before = 0;
        int after = 0;
        for (Article article : articles) {
            List<Paragraph> rest = rest(article, paragraphs, repeats);
            before += article.paragraphs().size();
            after += rest.size();
            kept.add(
                    new Article(article.index(), article.kind(), rest, article.continuesOn(), article.continuedFrom()));
        }
        return new CleanPage(List.copyOf(kept), repeats.repeats(), before, after, before - after);
    }

    private List<Paragraph> rest(Article article, Map<String, Integer> paragraphs, RepeatList repeats) {
        SentenceCopies sentences = new SentenceCopies(article.index(), telling, repeats);
        List<Paragraph> rest = new ArrayList<>();
        for (Paragraph paragraph : article.paragraphs()) {
            if (paragraph.role() != Role.BODY) {
                rest.add(paragraph);
                continue;
            }
            CleanText text = withoutLoops(paragraph.text(), article.index(), repeats);
            if (isCopy(text, article.index(), paragraphs)) {
                repeats.add(article.index(), Repeat.Kind.PARAGRAPH, text.toString(), 1);
                continue;
            }
            CleanText left = ClauseCopies.remove(sentences.remove(text), article.index(), repeats);
            if (left.length() == paragraph.text().length() || Characters.contentLength(left) > 0) {
                rest.add(new Paragraph(Role.BODY, left));
            }
        }
        return List.copyOf(rest);
    }

    private static boolean isCopy(CleanText text, int article, Map<String, Integer> paragraphs) {
        String content = new String(Content.of(text).characters);
        Integer first = content.length() < SHORTEST_PARAGRAPH ? null : paragraphs.putIfAbsent(content, article);
        return first != null && (first == article || content.length() >= SHORTEST_PARAGRAPH_ELSEWHERE);
    }

    private static CleanText withoutLoops(CleanText text, int article, RepeatList repeats) {
        Content content = Content.of(text);
        Cuts cuts = new Cuts(text);
        for (LoopFinder.Loop loop : LoopFinder.find(content)) {
            int kept = loop.start() - loop.period();
            repeats.add(article, Repeat.Kind.LOOP, content.shown(kept, loop.start()), loop.copies());
            cuts.cut(content.places[loop.start() - 1] + 1, content.places[loop.end() - 1] + 1);
        }
        return cuts.isEmpty() ? text : cuts.rest();
    }
}

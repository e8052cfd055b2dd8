package org.broadsheet.text.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes the repeats out of a page's paragraphs, one after the other: of {@code 送菜上门;送菜上门。} one stays. Not thread-safe. */
final class PageRepeats {
    private static final int MOST_PASSES = 3;

    private final PageContent content;
    private final LoopFinder loops;
    private final SentenceCopies sentences;
    private final ClauseCopies clauses;
    private final RepeatList repeats = new RepeatList();

    /** @param capacity characters of all paragraphs together */
    PageRepeats(Telling telling, int capacity) {
        content = new PageContent(capacity);
        loops = new LoopFinder(content, capacity);
        sentences = new SentenceCopies(content, new Misreading(content, telling), capacity);
        clauses = new ClauseCopies(content, telling, capacity);
    }

    /** All that was removed, in the order in which it was found. */
    List<Repeat> found() {
        return repeats.repeats();
    }

    /** What stays of a paragraph: the very same text where nothing goes. */
    CleanText remove(int article, CleanText text) {
        Removal removal = new Removal(article, text, content.append(text));
        removal.removeLoops();
        removal.removeCopies();
        return removal.rest();
    }

    private final class Removal {
        private final int article;
        private final CleanText text;
        private final int start;
        private @Nullable Cuts cuts;

        private Removal(int article, CleanText text, int start) {
            this.article = article;
            this.text = text;
            this.start = start;
        }

        private CleanText rest() {
            return cuts == null ? text : cuts.rest();
        }

        private void cut(int from, int to) {
            if (cuts == null) {
                cuts = new Cuts(text);
            }
            cuts.cut(from, to);
        }

        private void removeLoops() {
            for (int pass = 0; pass < MOST_PASSES; pass++) {
                List<LoopFinder.Loop> found = loops.find(start);
                for (LoopFinder.Loop loop : found) {
                    String kept = content.shown(loop.start() - loop.period(), loop.start());
                    repeats.add(article, Repeat.Kind.LOOP, kept, loop.copies());
                }
                for (int i = found.size() - 1; i >= 0; i--) {
                    LoopFinder.Loop loop = found.get(i);
                    cut(content.place(loop.start() - 1) + 1, content.place(loop.end() - 1) + 1);
                    content.remove(loop.start(), loop.end());
                }
                if (found.isEmpty()) {
                    return;
                }
            }
        }

        private void removeCopies() {
            int end = content.length();
            if (end == start) {
                return;
            }
            if (sentences.paragraph(start, end, article) >= 0) {
                repeats.add(article, Repeat.Kind.PARAGRAPH, rest().toString(), 1);
                cut(0, text.length());
                return;
            }
            for (SentenceCopies.Copy copy : sentences.find(article)) {
                repeats.add(article, Repeat.Kind.SENTENCE, content.shown(copy.original(), copy.originalEnd()), 1);
                cutSentence(copy.start(), copy.end());
            }
            findClauses();
            for (ClauseCopies.Copy copy : clauses.copies()) {
                repeats.add(article, Repeat.Kind.CLAUSE, content.shown(copy.start(), copy.end()), 1);
                cutClause(copy.start(), copy.end());
            }
        }

        /** Looks for clauses in the sentences that stay. */
        private void findClauses() {
            int from = start;
            int first = 0;
            for (int clause = 0; clause < content.clauses(); clause++) {
                int end = content.clauseEnd(clause);
                if (content.endsSentence(end - 1)) {
                    if (cuts == null || !cuts.isCut(content.place(from))) {
                        clauses.take(start, from, first, clause);
                    }
                    from = end;
                    first = clause + 1;
                }
            }
        }

        /** The sentence with its own marks: opening ones before it, all that stand behind it but openings. */
        private void cutSentence(int first, int end) {
            int from = content.place(first);
            int least = first == start ? 0 : content.place(first - 1) + 1;
            while (from > least && Characters.isOpening(text.charAt(from - 1))) {
                from--;
            }
            cut(from, behindMarks(from, end));
        }

        /** Inside a sentence the clause goes with the mark behind it, at the end of one with the mark before it. */
        private void cutClause(int first, int end) {
            if (content.endsSentence(end - 1) && first > start) {
                cut(content.place(first - 1) + 1, content.place(end - 1) + 1);
            } else {
                cut(content.place(first), behindMarks(content.place(first), end));
            }
        }

        /** Behind all marks that follow but openings; a straight quotation mark opens where none is open. */
        private int behindMarks(int from, int end) {
            int to = content.place(end - 1) + 1;
            int most = end < content.length() ? content.place(end) : text.length();
            boolean quoted = isQuoteOpen(from, to);
            while (to < most && !Characters.isOpening(text.charAt(to)) && (quoted || text.charAt(to) != '"')) {
                quoted &= text.charAt(to) != '"';
                to++;
            }
            return to;
        }

        private boolean isQuoteOpen(int from, int to) {
            boolean open = false;
            for (int i = from; i < to; i++) {
                char c = text.charAt(i);
                open = c == '"' ? !open : (open || c == '“') && c != '”';
            }
            return open;
        }
    }
}

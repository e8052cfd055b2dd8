package org.broadsheet.text.article;

import java.util.Optional;

/**
 * Removes later copies of an article's sentences, exact or misread: {@code 要深刻领悟…发展。} stands in
 * {@code 会议强调,要深刻领悟…发展。} already. Not thread-safe.
 */
final class SentenceCopies {
    /** Characters of content a sentence has at least to be a copy. */
    private static final int SHORTEST = 14;

    private static final int SHORTEST_EXCLAMATION = 24;
    private static final int SHORTEST_TAIL = 24;
    /** {@code 会议强调}: what may stand before a copy and go with it. */
    private static final int LONGEST_LEAD = 6;

    private final int article;
    private final SentenceIndex index;
    private final Telling telling;
    private final RepeatList repeats;

    SentenceCopies(int article, Telling telling, RepeatList repeats) {
        this.article = article;
        this.telling = telling;
        this.repeats = repeats;
        this.index = new SentenceIndex(new NearCopies(telling));
    }

    /** The paragraph without sentences that stood before; those that stay are remembered. */
    CleanText remove(CleanText text) {
        Content content = Content.of(text);
        Cuts cuts = new Cuts(text);
        int start = 0;
        for (int i = 0; i < content.length(); i++) {
            if (!content.endsSentence(i)) {
                continue;
            }
            SentenceIndex.Stretch sentence = new SentenceIndex.Stretch(content, start, i + 1);
            Optional<SentenceIndex.Stretch> copied = copied(sentence);
            if (copied.isPresent()) {
                repeats.add(article, Repeat.Kind.SENTENCE, copied.get().shown(), 1);
                cut(text, content, start, i + 1, cuts);
            } else {
                index.add(sentence);
            }
            start = i + 1;
        }
        return cuts.isEmpty() ? text : cuts.rest();
    }

    private Optional<SentenceIndex.Stretch> copied(SentenceIndex.Stretch sentence) {
        Content content = sentence.content();
        boolean exclaimed = content.isExclaimed(sentence.end() - 1);
        if (sentence.length() < (exclaimed ? SHORTEST_EXCLAMATION : SHORTEST)) {
            return Optional.empty();
        }
        return index.exact(sentence).or(() -> copiedTail(sentence)).or(() -> index.near(sentence));
    }

    /** A sentence that has a few words of its own before its copied clauses. */
    private Optional<SentenceIndex.Stretch> copiedTail(SentenceIndex.Stretch sentence) {
        int most = Math.min(sentence.end() - SHORTEST_TAIL, sentence.start() + LONGEST_LEAD);
        for (int i = sentence.start() + 1; i <= most; i++) {
            if (telling.isTelling(sentence.content().characters[i - 1])) {
                return Optional.empty();
            }
            if (sentence.content().endsClause(i - 1)) {
                return index.exact(new SentenceIndex.Stretch(sentence.content(), i, sentence.end()));
            }
        }
        return Optional.empty();
    }

    /** The sentence with its own marks: opening ones before it, all that stand behind it but openings. */
    private static void cut(CleanText text, Content content, int start, int end, Cuts cuts) {
        int from = content.places[start];
        int least = start == 0 ? 0 : content.places[start - 1] + 1;
        while (from > least && Characters.isOpening(text.charAt(from - 1))) {
            from--;
        }
        int to = content.places[end - 1] + 1;
        int most = end < content.length() ? content.places[end] : text.length();
        while (to < most && !Characters.isOpening(text.charAt(to))) {
            to++;
        }
        cuts.cut(from, to);
    }
}

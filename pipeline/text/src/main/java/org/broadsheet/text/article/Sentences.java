package org.broadsheet.text.article;

import java.util.Arrays;

/**
 * The sentences of one paragraph, each with a hash of its characters and of its tails: of {@code 会议强调，要深刻领悟…发展。} a tail
 * begins with 要. Every character is taken into a hash once. Holds the paragraph read last; not thread-safe.
 */
final class Sentences {
    private final PageContent content;
    private final int shortestTail;

    private int[] ends = new int[16];
    private long[] hashes = new long[16];
    private int[] firstTails = new int[17];
    private int count;
    private int start;
    private long hash;

    private int[] tailStarts = new int[64];
    private long[] tailHashes = new long[64];
    private int tails;

    /** @param shortestTail characters from the beginning of a clause to the end of its sentence, at least */
    Sentences(PageContent content, int shortestTail) {
        this.content = content;
        this.shortestTail = shortestTail;
    }

    /** Reads the paragraph that starts at {@code start}, the one that the content took in last. */
    void read(int start) {
        this.start = start;
        count = 0;
        tails = 0;
        hash = 0;
        int first = 0;
        for (int clause = 0; clause < content.clauses(); clause++) {
            if (content.endsSentence(content.clauseEnd(clause) - 1)) {
                readSentence(first, clause);
                first = clause + 1;
            }
        }
    }

    private void readSentence(int firstClause, int lastClause) {
        if (count == ends.length) {
            ends = Arrays.copyOf(ends, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
            firstTails = Arrays.copyOf(firstTails, count * 2 + 1);
        }
        int from = count == 0 ? start : ends[count - 1];
        int end = content.clauseEnd(lastClause);
        firstTails[count] = tails;
        long taken = 0;
        int at = end;
        for (int clause = lastClause - 1; clause >= firstClause; clause--) {
            int tail = content.clauseEnd(clause);
            if (end - tail >= shortestTail) {
                for (; at - PageContent.STEP >= tail; at -= PageContent.STEP) {
                    taken = content.hashStep(taken, at);
                }
                addTail(tail, content.hashRest(taken, tail, at, end));
            }
        }
        for (; at - PageContent.STEP >= from; at -= PageContent.STEP) {
            taken = content.hashStep(taken, at);
        }
        ends[count] = end;
        hashes[count] = content.hashRest(taken, from, at, end);
        hash = PageContent.mix(hash, hashes[count]);
        firstTails[++count] = tails;
    }

    private void addTail(int tailStart, long tailHash) {
        if (tails == tailStarts.length) {
            tailStarts = Arrays.copyOf(tailStarts, tails * 2);
            tailHashes = Arrays.copyOf(tailHashes, tails * 2);
        }
        tailStarts[tails] = tailStart;
        tailHashes[tails++] = tailHash;
    }

    int count() {
        return count;
    }

    int start(int sentence) {
        return sentence == 0 ? start : ends[sentence - 1];
    }

    int end(int sentence) {
        return ends[sentence];
    }

    int length(int sentence) {
        return end(sentence) - start(sentence);
    }

    /** Of all sentences. */
    long hash() {
        return hash;
    }

    long hash(int sentence) {
        return hashes[sentence];
    }

    /** The shortest tail of a sentence; it has none where {@link #lastTail} is less. */
    int firstTail(int sentence) {
        return firstTails[sentence];
    }

    /** The longest tail of a sentence. */
    int lastTail(int sentence) {
        return firstTails[sentence + 1] - 1;
    }

    int tailStart(int tail) {
        return tailStarts[tail];
    }

    long tailHash(int tail) {
        return tailHashes[tail];
    }
}

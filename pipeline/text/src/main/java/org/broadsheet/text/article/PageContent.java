package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What texts must share to be copies: letters, Han characters and numbers, widths folded, each with its place in its
 * paragraph and the marks behind it. {@code 9，270 名；} is {@code 9270名}; the point in {@code 2.8} stays.
 *
 * <p>The paragraphs of a page follow each other in arrays of primitives. Not thread-safe.
 */
final class PageContent {
    private static final char FIRST_HAN = '\u4E00';
    private static final char LAST_HAN = '\u9FFF';
    private static final long FACTOR = 0x9E3779B97F4A7C15L;

    /** Characters taken into a hash at once. */
    static final int STEP = 4;

    private static final int NO_MARK = 0;
    private static final int COMMA = 1;
    private static final int STRONG = 2;
    private static final int FULL_STOP = 3;

    private char[] characters;
    private int[] places;
    private byte[] marks;
    private int length;

    private final List<CleanText> texts = new ArrayList<>();
    private int[] starts = new int[16];
    private int[] clauseEnds = new int[64];
    private int clauses;

    /** @param capacity characters of clean text that will be taken in */
    PageContent(int capacity) {
        characters = new char[capacity];
        places = new int[capacity];
        marks = new byte[capacity];
    }

    /** Takes in a paragraph; where it starts. */
    int append(CleanText clean) {
        int start = length;
        if (texts.size() == starts.length) {
            starts = Arrays.copyOf(starts, starts.length * 2);
        }
        starts[texts.size()] = start;
        texts.add(clean);
        // the paragraph is moved together where it stands: what is read is never behind what is written
        clean.copyTo(characters, start);
        clauses = 0;
        char[] taken = characters;
        byte flag = 0;
        int end = start;
        for (int i = 0; i < clean.length(); i++) {
            char c = taken[start + i];
            boolean han = c >= FIRST_HAN && c <= LAST_HAN;
            if (han || Characters.isContent(c) || Punctuation.isPoint(clean, i)) {
                taken[end] = han ? c : Characters.fold(c);
                places[end] = i;
                marks[end++] = flag;
            } else if (!Characters.isSpace(c)) {
                flag = (byte) (Punctuation.isQuoted(c, flag != 0) ? Punctuation.QUOTED : 0);
                if (end > start) {
                    mark(end, Punctuation.of(clean, i, c, marks[end - 1]));
                }
            }
        }
        if (end > start) {
            mark(end, Punctuation.CLAUSE | Punctuation.SENTENCE);
        }
        length = end;
        return start;
    }

    /** Sets marks behind the character before {@code end}. */
    private void mark(int end, int flags) {
        marks[end - 1] |= (byte) flags;
        if ((flags & Punctuation.CLAUSE) != 0 && (clauses == 0 || clauseEnds[clauses - 1] < end)) {
            if (clauses == clauseEnds.length) {
                clauseEnds = Arrays.copyOf(clauseEnds, clauses * 2);
            }
            clauseEnds[clauses++] = end;
        }
    }

    /** How many clauses the paragraph taken in last has. */
    int clauses() {
        return clauses;
    }

    /** Behind the last character of a clause of the paragraph taken in last. */
    int clauseEnd(int clause) {
        return clauseEnds[clause];
    }

    int length() {
        return length;
    }

    char charAt(int index) {
        return characters[index];
    }

    /** Where in its paragraph's clean text the character stands. */
    int place(int index) {
        return places[index];
    }

    boolean endsClause(int index) {
        return (marks[index] & Punctuation.CLAUSE) != 0;
    }

    boolean endsSentence(int index) {
        return (marks[index] & Punctuation.SENTENCE) != 0;
    }

    /** Whether a full stop, or another end of a sentence, is printed behind the character. */
    boolean isStopped(int index) {
        return (marks[index] & Punctuation.STOPPED) != 0;
    }

    boolean isExclaimed(int index) {
        return (marks[index] & Punctuation.EXCLAIMED) != 0;
    }

    boolean isFollowedBySemicolon(int index) {
        return (marks[index] & Punctuation.SEMICOLON) != 0;
    }

    boolean isQuoted(int index) {
        return (marks[index] & Punctuation.QUOTED) != 0;
    }

    /** How strongly what ends behind the character is parted from what follows: 0 not at all, 3 by a full stop. */
    int strength(int index) {
        int mark = marks[index];
        if ((mark & Punctuation.SENTENCE) != 0) {
            return FULL_STOP;
        }
        return (mark & Punctuation.SEMICOLON) != 0 ? STRONG : (mark & Punctuation.CLAUSE) != 0 ? COMMA : NO_MARK;
    }

    /** Whether no mark stands between the characters from {@code start} to {@code end}. */
    boolean isUnbroken(int start, int end) {
        return !hasMark(start, end - 1, Punctuation.BROKEN);
    }

    /** Whether a line of the page ends right behind one of the characters from {@code start} to {@code end}. */
    boolean isTorn(int start, int end) {
        CleanText text = text(start);
        int to = end < length ? places[end] : text.length() - 1;
        for (int i = places[start] + 1; i <= to; i++) {
            if (text.origin(i) > text.origin(i - 1) + 1) {
                return true;
            }
        }
        return false;
    }

    /** Whether a clause ends behind one of the characters from {@code start} to {@code end}. */
    boolean hasClauseEnd(int start, int end) {
        return hasMark(start, end, Punctuation.CLAUSE);
    }

    /** Whether items of a list are parted somewhere behind the characters from {@code start} to {@code end}. */
    boolean isListed(int start, int end) {
        return hasMark(start, end, Punctuation.LISTED);
    }

    private boolean hasMark(int start, int end, int mark) {
        for (int i = start; i < end; i++) {
            if ((marks[i] & mark) != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@code count} characters from {@code a} on are those from {@code b} on. */
    boolean same(int a, int b, int count) {
        return Arrays.equals(characters, a, a + count, characters, b, b + count);
    }

    /** Whether the very same marks stand behind two characters of one paragraph. */
    boolean sameMarks(int a, int b) {
        String text = text(a).toString();
        int lengthA = gap(a, text);
        return lengthA == gap(b, text) && text.regionMatches(places[a] + 1, text, places[b] + 1, lengthA);
    }

    private int gap(int index, String text) {
        return (index + 1 < length ? places[index + 1] : text.length()) - places[index] - 1;
    }

    /** A hash of the characters from {@code start} to {@code end}. */
    long hash(int start, int end) {
        long hash = 0;
        int i = end;
        for (; i - STEP >= start; i -= STEP) {
            hash = hashStep(hash, i);
        }
        return hashRest(hash, start, i, end);
    }

    /** Takes the four characters before {@code end} into the hash of what follows them. */
    long hashStep(long hash, int end) {
        char[] c = characters;
        return mix(hash, c[end - 1] | (long) c[end - 2] << 16 | (long) c[end - 3] << 32 | (long) c[end - 4] << 48);
    }

    /** The hash from {@code start} to {@code end}, given that from {@code taken} on: less than four characters are left. */
    long hashRest(long hash, int start, int taken, int end) {
        long rest = hash;
        for (int i = start; i < taken; i++) {
            rest = mix(rest, characters[i]);
        }
        return mix(rest, (long) end - start);
    }

    /** Another hash, of both. */
    static long mix(long hash, long word) {
        long mixed = (hash ^ word) * FACTOR;
        return mixed ^ (mixed >>> 32);
    }

    /** Whether at least {@code least} of the characters from {@code start} to {@code end} are Han. */
    boolean hasHan(int start, int end, int least) {
        int han = 0;
        for (int i = start; i < end && han < least; i++) {
            han += Characters.isHan(characters[i]) ? 1 : 0;
        }
        return han >= least;
    }

    boolean hasDigit(int start, int end) {
        for (int i = start; i < end; i++) {
            if (Characters.isDigit(characters[i])) {
                return true;
            }
        }
        return false;
    }

    /** Takes characters out of the paragraph taken in last: the marks behind the last of them stand behind the one before the first. */
    void remove(int start, int end) {
        marks[start - 1] = (byte) ((marks[end - 1] & ~Punctuation.QUOTED) | (marks[start - 1] & Punctuation.QUOTED));
        System.arraycopy(characters, end, characters, start, length - end);
        System.arraycopy(places, end, places, start, length - end);
        System.arraycopy(marks, end, marks, start, length - end);
        length -= end - start;
        clauses = 0;
        for (int i = starts[texts.size() - 1]; i < length; i++) {
            mark(i + 1, marks[i]);
        }
    }

    /** The clean text from the character {@code start} to behind the character before {@code end}, of one paragraph. */
    String shown(int start, int end) {
        return text(start).toString().substring(places[start], places[end - 1] + 1);
    }

    boolean isInOneParagraph(int start, int end) {
        return text(start) == text(end - 1);
    }

    private CleanText text(int index) {
        int found = Arrays.binarySearch(starts, 0, texts.size(), index);
        int paragraph = found >= 0 ? found : -found - 2;
        while (paragraph + 1 < texts.size() && starts[paragraph + 1] <= index) {
            // a paragraph of marks alone has no character, and starts where the next does
            paragraph++;
        }
        return texts.get(paragraph);
    }
}

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
    /** A clause ends behind the character: at most closing marks stand between. */
    private static final int CLAUSE = 1;
    /** A sentence ends behind it. */
    private static final int SENTENCE = 2;
    /** An exclamation or a question ends behind it. */
    private static final int EXCLAIMED = 4;
    /** Any mark at all stands behind it. */
    private static final int BROKEN = 8;
    /** {@code ；} or {@code ;} stands behind it. */
    private static final int SEMICOLON = 16;
    /** A mark that parts the items of a list stands behind it: {@code 、}. */
    private static final int LISTED = 32;
    /** The character stands between quotation marks or in the title of a book. */
    private static final int QUOTED = 64;
    /** The end of a sentence is printed behind it; at the end of a paragraph it may be missing. */
    private static final int STOPPED = 128;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;

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
        String text = clean.toString();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c >= '\u4E00' && c <= '\u9FFF') || Characters.isContent(c) || isPoint(text, i)) {
                characters[length] = Characters.fold(c);
                places[length] = i;
                marks[length++] = (byte) (quoted ? QUOTED : 0);
            } else if (!Characters.isSpace(c)) {
                quoted = isOpeningQuote(c) || (quoted && !isClosingQuote(c));
                if (length > start) {
                    marks[length - 1] |= (byte) mark(text, i, c, marks[length - 1]);
                }
            }
        }
        if (length > start) {
            marks[length - 1] |= CLAUSE | SENTENCE;
        }
        return start;
    }

    private static int mark(String text, int index, char c, int before) {
        int mark = BROKEN;
        boolean first = (before & (CLAUSE | LISTED)) == 0;
        if (Characters.isClauseEnd(c) && first && !isGrouping(text, index, c)) {
            mark |= CLAUSE;
        }
        if (Characters.isTerminal(c) || isStop(text, index, c)) {
            mark |= SENTENCE | CLAUSE | STOPPED;
        }
        if (c == '！' || c == '？' || c == '!' || c == '?') {
            mark |= EXCLAIMED;
        }
        if (c == '；' || c == ';' || c == '：' || c == ':') {
            mark |= SEMICOLON;
        }
        return c == '、' ? mark | LISTED : mark;
    }

    private static boolean isOpeningQuote(char c) {
        return c == '“' || c == '「' || c == '『' || c == '《' || c == '‘';
    }

    private static boolean isClosingQuote(char c) {
        return c == '”' || c == '」' || c == '』' || c == '》';
    }

    /** A point behind a Han character or a closing mark, read or set for {@code 。}. */
    private static boolean isStop(String text, int i, char c) {
        if ((c != '.' && c != '．') || i == 0) {
            return false;
        }
        char before = text.charAt(i - 1);
        return Characters.isHan(before) || Characters.isClosing(before) || before == '%' || before == '％';
    }

    private static boolean isPoint(String text, int i) {
        char c = text.charAt(i);
        return c == '%' || c == '％' || ((c == '.' || c == '．') && isBetweenDigits(text, i));
    }

    /** The comma of {@code 1,052}. */
    private static boolean isGrouping(String text, int i, char c) {
        return (c == ',' || c == '，') && isBetweenDigits(text, i);
    }

    private static boolean isBetweenDigits(String text, int i) {
        return i > 0
                && i + 1 < text.length()
                && Characters.isDigit(text.charAt(i - 1))
                && Characters.isDigit(text.charAt(i + 1));
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
        return (marks[index] & CLAUSE) != 0;
    }

    boolean endsSentence(int index) {
        return (marks[index] & SENTENCE) != 0;
    }

    /** Whether a full stop, or another end of a sentence, is printed behind the character. */
    boolean isStopped(int index) {
        return (marks[index] & STOPPED) != 0;
    }

    boolean isExclaimed(int index) {
        return (marks[index] & EXCLAIMED) != 0;
    }

    boolean isFollowedBySemicolon(int index) {
        return (marks[index] & SEMICOLON) != 0;
    }

    boolean isQuoted(int index) {
        return (marks[index] & QUOTED) != 0;
    }

    /** How strongly what ends behind the character is parted from what follows: 0 not at all, 3 by a full stop. */
    int strength(int index) {
        int mark = marks[index];
        if ((mark & SENTENCE) != 0) {
            return FULL_STOP;
        }
        return (mark & SEMICOLON) != 0 ? STRONG : (mark & CLAUSE) != 0 ? COMMA : NO_MARK;
    }

    /** Whether no mark stands between the characters from {@code start} to {@code end}. */
    boolean isUnbroken(int start, int end) {
        return !hasMark(start, end - 1, BROKEN);
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
        return hasMark(start, end, CLAUSE);
    }

    /** Whether items of a list are parted somewhere behind the characters from {@code start} to {@code end}. */
    boolean isListed(int start, int end) {
        return hasMark(start, end, LISTED);
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

    /** A hash of the characters from {@code start} to {@code end}, four at a step. */
    long hash(int start, int end) {
        char[] c = characters;
        long hash = (long) end - start;
        int i = start;
        for (; i + 4 <= end; i += 4) {
            hash = mix(hash, c[i] | (long) c[i + 1] << 16 | (long) c[i + 2] << 32 | (long) c[i + 3] << 48);
        }
        for (; i < end; i++) {
            hash = mix(hash, c[i]);
        }
        return hash;
    }

    private static long mix(long hash, long word) {
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

    /** Takes characters out: the marks behind the last of them stand behind the one before the first. */
    void remove(int start, int end) {
        marks[start - 1] = (byte) ((marks[end - 1] & ~QUOTED) | (marks[start - 1] & QUOTED));
        System.arraycopy(characters, end, characters, start, length - end);
        System.arraycopy(places, end, places, start, length - end);
        System.arraycopy(marks, end, marks, start, length - end);
        length -= end - start;
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

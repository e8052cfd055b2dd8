package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;

/**
 * Makes the signatures of an article's mentions: of {@code …设立了795个检测采样点…} the pairs {@code 设立}, {@code 立了} and so on,
 * not those of the quote, which any story of that figure has.
 *
 * <p>Marks, spaces and line breaks do not count, and paragraphs go on into each other. Linear in the article, and in each
 * mention's surroundings. Not thread-safe.
 */
public final class SignatureReader {
    private static final int REACH = 56;
    private static final int BINS = 32;
    private static final int LONGEST_SENTENCE = 300;
    /** However they are set. */
    private static final String ENDS = "。．.！？!?";
    /** Characters before and behind the quote. */
    private static final int LEAST_WORDS = 12;

    private static final int MINIMUM_BITS = 4;
    /** What names of places end in. */
    private static final String PLACES = "区县市镇乡村州旗街";

    private static final String NUMERALS = "〇零一二三四五六七八九十百千万亿两";

    private final char[] content;
    private final int[] origins;
    /** Which of them begin a sentence. */
    private final BitSet begins = new BitSet();

    private final int length;
    /** Where the last mention was found: the next one is hardly ever before it. */
    private int found;

    private SignatureReader(List<CleanText> texts) {
        int most = texts.stream().mapToInt(CleanText::length).sum();
        content = new char[most];
        origins = new int[most];
        int count = 0;
        for (CleanText text : texts) {
            for (int i = 0; i < text.length(); i++) {
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    content[count] = fold(text.charAt(i));
                    origins[count++] = text.origin(i);
                } else if (ENDS.indexOf(text.charAt(i)) >= 0 && !isInNumber(text, i)) {
                    begins.set(count);
                }
            }
        }
        length = count;
    }

    /** The mark in {@code 1.5} and {@code 1．5} ends no sentence. */
    private static boolean isInNumber(CleanText text, int index) {
        return index > 0
                && index + 1 < text.length()
                && Character.isDigit(text.charAt(index - 1))
                && Character.isDigit(text.charAt(index + 1));
    }

    /** A reader of an article: of its body, or where it has none of all it has. */
    public static SignatureReader of(Article article) {
        List<CleanText> body = texts(article.paragraphs(), true);
        return new SignatureReader(body.isEmpty() ? texts(article.paragraphs(), false) : body);
    }

    private static List<CleanText> texts(List<Paragraph> paragraphs, boolean bodyOnly) {
        List<CleanText> texts = new ArrayList<>();
        for (Paragraph paragraph : paragraphs) {
            if (!bodyOnly || paragraph.role() == Role.BODY) {
                texts.add(paragraph.text());
            }
        }
        return texts;
    }

    /**
     * The signature of what stands there; {@link Signature#NONE} where it stands outside, or with too few words.
     *
     * @param start offset of the quote in the decoded page
     * @param end offset behind the quote in the decoded page
     */
    public Signature at(int start, int end) {
        int from = indexOf(start);
        if (from < 0) {
            return Signature.NONE;
        }
        int to = from;
        while (to < length && origins[to] >= start && origins[to] < end) {
            to++;
        }
        int first = Math.max(0, from - REACH);
        int last = Math.min(length, to + REACH);
        return from - first + last - to < LEAST_WORDS ? Signature.NONE : signature(first, from, to, last);
    }

    /** Paragraphs of an article may stand in the page in another order, so this goes on from the last one, and around. */
    private int indexOf(int origin) {
        for (int i = 0; i < length; i++) {
            int index = found + i < length ? found + i : found + i - length;
            if (origins[index] == origin) {
                found = index;
                return index;
            }
        }
        return -1;
    }

    private Signature signature(int first, int from, int to, int last) {
        int[] least = new int[BINS];
        Arrays.fill(least, Integer.MAX_VALUE);
        addPairs(first, from, least);
        addPairs(to, last, least);
        return new Signature(minima(least, 0), minima(least, BINS / 2), numbers(first, from, to, last));
    }

    private void addPairs(int start, int end, int[] least) {
        for (int i = start; i + 1 < end; i++) {
            long hash = Mixer.mix(((long) content[i] << Character.SIZE) | content[i + 1]);
            int bin = (int) (hash >>> (Long.SIZE - 5));
            least[bin] = Math.min(least[bin], (int) hash & Integer.MAX_VALUE);
        }
    }

    /** An empty bin takes the minimum of another one that is not, always the same for the same set of pairs. */
    private static long minima(int[] least, int from) {
        long packed = 0;
        for (int i = from; i < from + BINS / 2; i++) {
            int bin = i;
            int tries = 0;
            while (least[bin] == Integer.MAX_VALUE) {
                tries++;
                bin = (int) (Mixer.mix(((long) i << Integer.SIZE) + tries) >>> (Long.SIZE - 5));
            }
            long minimum = Mixer.mix(((long) tries << Integer.SIZE) + least[bin]) >>> (Long.SIZE - MINIMUM_BITS);
            packed |= minimum << ((i - from) * MINIMUM_BITS);
        }
        return packed;
    }

    /** The numbers of the sentence before and behind (or the nearest ones), the place named last, the number behind the sentence. */
    private long numbers(int first, int from, int to, int last) {
        int start = sentenceStart(from);
        int end = sentenceEnd(to);
        long before = number(start, from);
        long behind = number(to, end);
        long next = numberFrom(Math.max(end, to), last);
        return (before == 0 ? numberUpTo(first, start) : before)
                | ((behind == 0 ? next : behind) << Character.SIZE)
                | (placeBefore(start, from) << (2 * Character.SIZE))
                | (next << (3 * Character.SIZE));
    }

    private long numberUpTo(int first, int before) {
        int end = before;
        while (end > first && !isNumeral(end - 1)) {
            end--;
        }
        int start = end;
        while (start > first && isNumeral(start - 1)) {
            start--;
        }
        return start == first && first > 0 ? 0 : number(start, end);
    }

    private long numberFrom(int from, int last) {
        int start = from;
        while (start < last && !isNumeral(start)) {
            start++;
        }
        int end = start;
        while (end < last && isNumeral(end)) {
            end++;
        }
        return end == last && last < length ? 0 : number(start, end);
    }

    /** 16 bits of what looks like the name of a place and stands last before the quote: {@code 永昌街}; 0 where nothing does. */
    private long placeBefore(int start, int from) {
        for (int i = from - 1; i >= start + 2; i--) {
            if (PLACES.indexOf(content[i]) >= 0) {
                long hash = Mixer.mix(Mixer.mix(content[i - 2]) + Mixer.mix(content[i - 1] + content[i]));
                return 1 + Math.floorMod(hash, (1L << Character.SIZE) - 1);
            }
        }
        return 0;
    }

    private int sentenceStart(int from) {
        int start = from;
        while (start > 0 && from - start < LONGEST_SENTENCE && !begins.get(start)) {
            start--;
        }
        return start;
    }

    private int sentenceEnd(int to) {
        int end = to;
        while (end < length && end - to < LONGEST_SENTENCE && !begins.get(end)) {
            end++;
        }
        return end;
    }

    /** 16 bits of the numbers that stand there, one after the other; 0 where there are none. */
    private long number(int start, int end) {
        long hash = 0;
        for (int i = start; i < end; i++) {
            if (isNumeral(i)) {
                boolean begins = i == start || !isNumeral(i - 1);
                hash = Mixer.mix(hash + content[i] + (begins ? 1 << Character.SIZE : 0));
            }
        }
        return hash == 0 ? 0 : 1 + Math.floorMod(hash, (1L << Character.SIZE) - 1);
    }

    /** 一 alone is of many words: {@code 一些}, {@code 统一}. */
    private boolean isNumeral(int index) {
        char c = content[index];
        if (c >= '0' && c <= '9') {
            return true;
        }
        return NUMERALS.indexOf(c) >= 0 && (c != '一' || isOther(index - 1) || isOther(index + 1));
    }

    private boolean isOther(int index) {
        return index >= 0 && index < length && content[index] != '一' && NUMERALS.indexOf(content[index]) >= 0;
    }

    /** Full width as half width, capital as small. */
    private static char fold(char c) {
        char half = c >= '！' && c <= '～' ? (char) (c - '！' + '!') : c;
        return half >= 'A' && half <= 'Z' ? (char) (half - 'A' + 'a') : half;
    }
}

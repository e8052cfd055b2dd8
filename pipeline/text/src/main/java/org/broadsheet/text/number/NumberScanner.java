package org.broadsheet.text.number;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.number.ChineseNumerals.Found;
import org.broadsheet.text.number.Numeral.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Finds the numbers of a text with the words that bound them: {@code 近万}, {@code 二十多}, {@code 逾210亿}.
 *
 * <p>Immutable, thread-safe, linear in the text.
 */
public final class NumberScanner {
    private static final String CONNECTORS = "至到-—~～－–―";
    private static final String UNCOUNTED = "几数";
    /** What makes a word of the 一 behind it: 唯一一支. */
    private static final String WORDS = "唯统同单专合归逐划";

    private static final String ROUND = "十百千万亿";

    private final ChineseNumerals numerals;
    private final List<String> before;
    private final List<List<String>> modifiers;

    /** Reads the tables. */
    public NumberScanner(ChineseNumerals numerals) {
        this.numerals = numerals;
        this.modifiers = Lexicon.rows(NumberScanner.class, "modifiers.tsv");
        this.before = Lexicon.group(modifiers, "before");
    }

    /** How a word bounds a number that stands {@code where} it: {@code 余} after it is {@code OVER}. */
    public Bound bound(String word, String where) {
        for (List<String> row : modifiers) {
            if (row.get(0).equals(word) && row.get(1).equals(where)) {
                return Bound.valueOf(row.get(2).toUpperCase(java.util.Locale.ROOT));
            }
        }
        return Bound.EXACT;
    }

    /** Words that bound a number from behind its measure word, the longest first: {@code 以上}, {@code 左右}. */
    public List<String> measured() {
        return Lexicon.group(modifiers, "measured");
    }

    /** The numbers of a text, in order, without overlap. */
    public List<Numeral> scan(CharSequence text) {
        List<Numeral> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!numerals.begins(c) && UNCOUNTED.indexOf(c) < 0) {
                at++;
                continue;
            }
            boolean word = c == '一' && at > 0 && WORDS.indexOf(text.charAt(at - 1)) >= 0;
            Numeral numeral = word ? null : numeral(text, at);
            if (numeral == null) {
                at++;
                continue;
            }
            found.add(numeral);
            at = numeral.end();
        }
        return joinRanges(text, found);
    }

    private @Nullable Numeral numeral(CharSequence text, int at) {
        if (UNCOUNTED.indexOf(text.charAt(at)) >= 0) {
            return uncounted(text, at);
        }
        Found number = numerals.find(text, at);
        if (number == null) {
            return null;
        }
        int end = number.end();
        Bound bound = Bound.EXACT;
        if (end < text.length()) {
            String next = String.valueOf(text.charAt(end));
            Bound after = bound(next, "after");
            if (after != Bound.EXACT && mayFollow(next, text, at, end)) {
                bound = after;
                end++;
                // 五百多万: the myriad behind the modifier
                end = myriadBehind(text, end);
            }
        }
        if (number.bare() && bound == Bound.EXACT && !boundedBefore(text, at)) {
            if (at > 0 && "上成几数".indexOf(text.charAt(at - 1)) >= 0) {
                return new Numeral(at - 1, at, end, number.value(), Bound.OVER, Kind.INDEFINITE);
            }
            return null;
        }
        if (end - number.end() > 1) {
            Found scaled = numerals.find("1" + text.subSequence(number.end() + 1, end), 0);
            if (scaled != null) {
                number = new Found(
                        ChineseNumerals.plain(number.value().multiply(scaled.value())),
                        end,
                        false,
                        number.listed(),
                        number.arabic());
            }
        }
        Kind kind = kind(text, at, end, number);
        return before(text, at, end, number, bound, kind);
    }

    private boolean mayFollow(String next, CharSequence text, int at, int end) {
        char last = text.charAt(end - 1);
        return switch (next) {
            case "几" -> last == '十' && end - at <= 2;
            case "来" -> last == '十' || last == '百';
            case "多" -> end + 1 >= text.length() || text.charAt(end + 1) != '少';
            default -> true;
        };
    }

    private int myriadBehind(CharSequence text, int end) {
        int at = end;
        while (at < text.length() && (text.charAt(at) == '万' || text.charAt(at) == '亿')) {
            at++;
        }
        return at;
    }

    private boolean boundedBefore(CharSequence text, int at) {
        for (String word : before) {
            if (endsWith(text, at, word)) {
                return true;
            }
        }
        return false;
    }

    private Numeral before(CharSequence text, int at, int end, Found number, Bound after, Kind kind) {
        int start = at;
        if (start > 0 && text.charAt(start - 1) == ' ') {
            start--;
        }
        for (String word : before) {
            if (endsWith(text, start, word) && !isWordEnd(text, start, word)) {
                Bound bound = bound(word, "before");
                return new Numeral(
                        start - word.length(), at, end, number.value(), after == Bound.EXACT ? bound : after, kind);
            }
        }
        return new Numeral(at, at, end, number.value(), after, kind);
    }

    /** 近 in 附近 and 约 in 签约 bound no number. */
    private static boolean isWordEnd(CharSequence text, int end, String word) {
        if (end < 2) {
            return false;
        }
        char before = text.charAt(end - 2);
        return (word.equals("近") && "附最远临新靠邻将接".indexOf(before) >= 0)
                || (word.equals("约") && "签公条合违预特邀制节契履缔爽赴".indexOf(before) >= 0);
    }

    private static boolean endsWith(CharSequence text, int end, String word) {
        int start = end - word.length();
        if (start < 0) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (text.charAt(start + i) != word.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    private Kind kind(CharSequence text, int at, int end, Found number) {
        char previous = at > 0 ? text.charAt(at - 1) : ' ';
        char next = end < text.length() ? text.charAt(end) : ' ';
        if (previous == '第') {
            return Kind.ORDINAL;
        }
        if (next == '%' || next == '％' || next == '‰' || next == '成' || startsWith(text, end, "个百分点")) {
            return Kind.SHARE;
        }
        if (startsWith(text, end, "分之") || endsWith(text, at, "分之")) {
            return Kind.SHARE;
        }
        if ((isLatin(previous) && !endsWith(text, at, "and"))
                || (isLatin(next) && number.arabic() && !startsWith(text, end, "and"))) {
            return Kind.CODE;
        }
        if (number.listed()) {
            return Kind.RANGE;
        }
        if (end == at + 1 && text.charAt(at) == '一') {
            return Kind.INDEFINITE;
        }
        return Kind.CARDINAL;
    }

    private static boolean startsWith(CharSequence text, int at, String word) {
        return endsWith(text, Math.min(text.length(), at + word.length()), word) && at + word.length() <= text.length();
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** {@code 几十}, {@code 数百}, {@code 几百万}; {@code 几} alone before a measure word is left to others. */
    private @Nullable Numeral uncounted(CharSequence text, int at) {
        int end = at + 1;
        while (end < text.length() && ROUND.indexOf(text.charAt(end)) >= 0) {
            end++;
        }
        if (end == at + 1) {
            return null;
        }
        Found rest = numerals.find("1" + text.subSequence(at + 1, end), 0);
        if (rest == null) {
            return null;
        }
        if (end < text.length() && (text.charAt(end) == '余' || text.charAt(end) == '多')) {
            end++;
        }
        return new Numeral(at, at, end, rest.value(), Bound.ABOUT, Kind.INDEFINITE);
    }

    private static List<Numeral> joinRanges(CharSequence text, List<Numeral> found) {
        List<Numeral> joined = new ArrayList<>(found.size());
        for (Numeral numeral : found) {
            Numeral last = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (last != null && connected(text, last.end(), numeral.start())) {
                joined.set(joined.size() - 1, withKind(last, Kind.RANGE));
                joined.add(withKind(numeral, Kind.RANGE));
            } else {
                joined.add(numeral);
            }
        }
        return List.copyOf(joined);
    }

    private static boolean connected(CharSequence text, int from, int to) {
        boolean included = to - from > 3 && (startsWith(text, from, "(含)") || startsWith(text, from, "（含）"));
        int first = included ? from + 3 : from;
        if (to - first < 1 || to - first > 2) {
            return false;
        }
        for (int i = first; i < to; i++) {
            if (CONNECTORS.indexOf(text.charAt(i)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static Numeral withKind(Numeral numeral, Kind kind) {
        return new Numeral(numeral.start(), numeral.digits(), numeral.end(), numeral.value(), numeral.bound(), kind);
    }
}

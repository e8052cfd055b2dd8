package org.broadsheet.text.number;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.broadsheet.text.lexicon.CharacterSet;
import org.broadsheet.text.lexicon.WordTable;
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

    /** What makes no modifier of the 近 behind it: 附近. */
    private static final String FAR = "附最远临新靠邻将接";
    /** What makes no modifier of the 约 behind it: 签约. */
    private static final String AGREED = "签公条合违预特邀制节契履缔爽赴";

    /** 商超 are supermarkets: {@code 商超116家}. */
    private static final char MARKET = '商';

    /** Digits that are written so lest they be changed. */
    private static final String FORMAL = "壹贰貳叁參肆伍陆陸柒捌玖";
    /** What is counted by such digits. */
    private static final String SUMS = "元圆块角分整";

    private static final String ROUND = "十百千万亿";

    private final ChineseNumerals numerals;
    /** The characters that a number can begin with. */
    private final CharacterSet beginnings;

    private final CharacterSet endings;

    private final WordTable<Bound> before;
    private final WordTable<Bound> after;
    private final WordTable<Bound> measured;

    /** Reads the tables. */
    public NumberScanner(ChineseNumerals numerals) {
        this.numerals = numerals;
        this.beginnings = CharacterSet.of(c -> numerals.begins(c) || UNCOUNTED.indexOf(c) >= 0);
        List<List<String>> rows = Lexicon.rows(NumberScanner.class, "modifiers.tsv");
        this.before = modifiers(rows, "before");
        this.after = modifiers(rows, "after");
        this.measured = modifiers(rows, "measured");
        this.endings = CharacterSet.of(
                c -> beginnings.has(c) || !after.beginningWith(c).isEmpty());
    }

    private static WordTable<Bound> modifiers(List<List<String>> rows, String where) {
        Map<String, Bound> modifiers = new LinkedHashMap<>();
        for (List<String> row : rows) {
            if (row.get(1).equals(where)) {
                modifiers.put(row.get(0), Bound.valueOf(row.get(2).toUpperCase(Locale.ROOT)));
            }
        }
        return new WordTable<>(modifiers);
    }

    /** Words that bound a number from behind its measure word: {@code 以上}, {@code 左右}. */
    public WordTable<Bound> measured() {
        return measured;
    }

    /** Whether a text holds a character that a number can begin with; where it holds none, it holds no number. */
    public boolean mayHoldAny(CharSequence text) {
        for (int at = 0; at < text.length(); at++) {
            if (beginnings.has(text.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** Whether a character can be the last of a number: {@code 3}, {@code 万}, {@code 余}. */
    public boolean mayEnd(char c) {
        return endings.has(c);
    }

    /** The numbers of a text, in order, without overlap. */
    public List<Numeral> scan(String text) {
        List<Numeral> found = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (!beginnings.has(c)) {
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
        return found.isEmpty() ? List.of() : joinRanges(text, found);
    }

    private @Nullable Numeral numeral(String text, int at) {
        if (UNCOUNTED.indexOf(text.charAt(at)) >= 0) {
            return uncounted(text, at);
        }
        Found number = numerals.find(text, at);
        if (number == null || isWord(text, at, number.end())) {
            return null;
        }
        int end = number.end();
        Bound bound = Bound.EXACT;
        if (end < text.length()) {
            Bound next = after(text.charAt(end));
            if (next != Bound.EXACT && mayFollow(text, at, end)) {
                bound = next;
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
            // 一亿八千多万: what the modifier parts is one numeral
            Found whole = numerals.find(text.substring(at, number.end()) + text.substring(number.end() + 1, end), 0);
            if (whole != null) {
                number = new Found(whole.value(), end, false, number.listed(), number.arabic());
            }
        }
        Kind kind = kind(text, at, end, number);
        return before(text, at, end, number, bound, kind);
    }

    /** {@code 队伍}, {@code 伍家岗区}: a formal digit alone is a word but before 元. */
    private static boolean isWord(String text, int at, int end) {
        return end == at + 1
                && FORMAL.indexOf(text.charAt(at)) >= 0
                && (end == text.length() || SUMS.indexOf(text.charAt(end)) < 0);
    }

    private Bound after(char next) {
        List<WordTable.Entry<Bound>> words = after.beginningWith(next);
        return words.isEmpty() ? Bound.EXACT : words.get(0).value();
    }

    private static boolean mayFollow(String text, int at, int end) {
        char last = text.charAt(end - 1);
        return switch (text.charAt(end)) {
            case '几' -> last == '十' && end - at <= 2;
            case '来' -> last == '十' || last == '百';
            case '多' -> end + 1 >= text.length() || text.charAt(end + 1) != '少';
            default -> true;
        };
    }

    private int myriadBehind(String text, int end) {
        int at = end;
        while (at < text.length() && (text.charAt(at) == '万' || text.charAt(at) == '亿')) {
            at++;
        }
        return at;
    }

    private boolean boundedBefore(String text, int at) {
        return before.longestBefore(text, 0, at) != null;
    }

    private Numeral before(String text, int at, int end, Found number, Bound after, Kind kind) {
        int start = at;
        if (start > 0 && text.charAt(start - 1) == ' ') {
            start--;
        }
        WordTable.Entry<Bound> word = before.longestBefore(text, 0, start);
        if (word != null && !isWordEnd(text, start, word.word())) {
            Bound bound = after == Bound.EXACT ? word.value() : after;
            return new Numeral(start - word.word().length(), at, end, number.value(), bound, kind);
        }
        return new Numeral(at, at, end, number.value(), after, kind);
    }

    /** 近 in 附近 and 约 in 签约 bound no number. */
    private static boolean isWordEnd(String text, int end, String word) {
        if (end < 2) {
            return false;
        }
        char before = text.charAt(end - 2);
        return (word.equals("近") && FAR.indexOf(before) >= 0)
                || (word.equals("约") && AGREED.indexOf(before) >= 0)
                || (word.equals("超") && before == MARKET);
    }

    private static boolean endsWith(String text, int end, String word) {
        return text.startsWith(word, end - word.length());
    }

    private Kind kind(String text, int at, int end, Found number) {
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

    private static boolean startsWith(String text, int at, String word) {
        return text.startsWith(word, at);
    }

    private static boolean isLatin(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** {@code 几十}, {@code 数百}, {@code 几百万}; {@code 几} alone before a measure word is left to others. */
    private @Nullable Numeral uncounted(String text, int at) {
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

    private static List<Numeral> joinRanges(String text, List<Numeral> found) {
        for (int i = 1; i < found.size(); i++) {
            Numeral last = found.get(i - 1);
            Numeral numeral = found.get(i);
            if (connected(text, last.end(), numeral.start())) {
                found.set(i - 1, withKind(last, Kind.RANGE));
                found.set(i, withKind(numeral, Kind.RANGE));
            }
        }
        return List.copyOf(found);
    }

    private static boolean connected(String text, int from, int to) {
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

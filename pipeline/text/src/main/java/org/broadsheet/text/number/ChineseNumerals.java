package org.broadsheet.text.number;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadsheet.text.lexicon.CharacterTable;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes numerals: {@code 三千二百万}, {@code 3,200万} and {@code ３２００万} are all 32000000.
 *
 * <p>Knows Arabic and full-width digits with separators and decimals, Chinese numerals formal ({@code 贰佰万}) and
 * spoken ({@code 一万二} is 12000), chains of 万 and 亿, and mixtures ({@code 4亿2000万}). Exact. Thread-safe.
 */
public final class ChineseNumerals {
    private static final BigDecimal HALF = new BigDecimal("0.5");
    private static final String DIGITS = "零一二三四五六七八九";

    private final CharacterTable<Sign> signs;

    /** Reads the table of characters. */
    public ChineseNumerals() {
        Map<Character, Sign> table = new HashMap<>();
        for (List<String> row : Lexicon.rows(ChineseNumerals.class, "numerals.tsv")) {
            table.put(row.get(0).charAt(0), new Sign(Sign.Kind.of(row.get(1)), Long.parseLong(row.get(2))));
        }
        signs = new CharacterTable<>(table, Sign.NONE);
    }

    /** What a character of a Chinese numeral stands for. */
    record Sign(Kind kind, long value) {
        static final Sign NONE = new Sign(Kind.NONE, 0);

        enum Kind {
            NONE,
            DIGIT,
            TENS,
            UNIT,
            MYRIAD;

            static Kind of(String label) {
                return valueOf(label.toUpperCase(java.util.Locale.ROOT));
            }
        }
    }

    /**
     * A numeral found at a place.
     *
     * @param end offset behind its last character
     * @param bare whether it is a unit alone ({@code 百}, {@code 万}) that needs a modifier to be a number
     * @param listed whether it names two neighbouring digits ({@code 七八十}), which is a range
     */
    record Found(BigDecimal value, int end, boolean bare, boolean listed, boolean arabic) {}

    /** The value of a whole text: {@code 两千三} is 2300; empty where it is no numeral. */
    public Optional<BigDecimal> read(CharSequence text) {
        int start = 0;
        boolean negative = text.length() > 0 && (text.charAt(0) == '负' || text.charAt(0) == '-');
        if (negative) {
            start = text.length() > 1 && text.charAt(1) == ' ' ? 2 : 1;
        }
        Optional<BigDecimal> value = readUnsigned(text, start);
        return negative ? value.map(BigDecimal::negate) : value;
    }

    private Optional<BigDecimal> readUnsigned(CharSequence text, int start) {
        String rest = text.subSequence(start, text.length()).toString();
        if (rest.equals("半") || rest.equals("一半") || rest.equals("1半")) {
            return Optional.of(HALF);
        }
        int share = rest.indexOf("分之");
        if (share > 0) {
            return fraction(rest.substring(0, share), rest.substring(share + 2));
        }
        if (rest.startsWith(".")) {
            return readUnsigned("0" + rest, 0);
        }
        Found found = find(text, start);
        if (found == null || found.end() != text.length()) {
            return Optional.empty();
        }
        return Optional.of(found.value());
    }

    private Optional<BigDecimal> fraction(String below, String above) {
        Optional<BigDecimal> divisor = read(below);
        Optional<BigDecimal> dividend = read(above);
        if (divisor.isEmpty() || dividend.isEmpty() || divisor.get().signum() == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(plain(dividend.get().divide(divisor.get())));
        } catch (ArithmeticException endless) {
            return Optional.empty();
        }
    }

    /** The longest numeral that begins at {@code start}, or null. */
    @Nullable
    Found find(CharSequence text, int start) {
        if (start >= text.length()) {
            return null;
        }
        char first = text.charAt(start);
        if (Digits.is(first)) {
            return new NumeralReader(signs, text, start).read();
        }
        return isSign(first) ? new NumeralReader(signs, text, start).read() : null;
    }

    /** Whether a character can begin a numeral: {@code 3}, {@code 三}, {@code 万}. */
    boolean begins(char c) {
        return Digits.is(c) || isSign(c);
    }

    private boolean isSign(char c) {
        return signs.of(c).kind() != Sign.Kind.NONE;
    }

    static BigDecimal plain(BigDecimal value) {
        if (value.scale() == 0) {
            return value;
        }
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    /**
     * The formal numeral of a whole number: 10040 is {@code 一万零四十}.
     *
     * @throws IllegalArgumentException below 0 or from 10<sup>16</sup> on
     */
    public String write(long value) {
        if (value < 0 || value >= 10_000_000_000_000_000L) {
            throw new IllegalArgumentException("No numeral for " + value);
        }
        if (value == 0) {
            return "零";
        }
        StringBuilder out = new StringBuilder();
        writeBelow(value, out);
        String written = out.toString();
        return written.startsWith("一十") ? written.substring(1) : written;
    }

    private static void writeBelow(long value, StringBuilder out) {
        long[] bases = {100_000_000, 10_000, 1000, 100, 10};
        String names = "亿万千百十";
        for (int i = 0; i < bases.length; i++) {
            if (value >= bases[i]) {
                writeBelow(value / bases[i], out);
                out.append(names.charAt(i));
                long rest = value % bases[i];
                if (rest > 0) {
                    if (rest < bases[i] / 10) {
                        out.append('零');
                    }
                    writeBelow(rest, out);
                }
                return;
            }
        }
        out.append(DIGITS.charAt((int) value));
    }
}

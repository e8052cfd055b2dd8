package org.broadsheet.text.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.broadsheet.text.lexicon.CharacterTable;
import org.broadsheet.text.number.ChineseNumerals.Found;
import org.broadsheet.text.number.ChineseNumerals.Sign;
import org.jspecify.annotations.Nullable;

/**
 * Reads one numeral from left to right: {@code 六亿零八百零八万} in sections below 万, below 亿, and above.
 *
 * <p>Used once, by one thread.
 */
final class NumeralReader {
    /** A numeral with more digits than this is a code, and is cut. */
    private static final int LONGEST = 48;
    /** So many digits are never too many for a {@code long}. */
    private static final int IN_A_LONG = 18;

    private final CharacterTable<Sign> signs;
    private final CharSequence text;
    private final int start;
    private int at;

    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal section = BigDecimal.ZERO;
    private @Nullable BigDecimal digit;
    private long lastUnit;
    private boolean zeroBefore;
    private boolean listed;
    private boolean arabic;
    private boolean unitSeen;
    private boolean digitSeen;

    NumeralReader(CharacterTable<Sign> signs, CharSequence text, int start) {
        this.signs = signs;
        this.text = text;
        this.start = start;
        this.at = start;
    }

    @Nullable
    Found read() {
        Found positional = positional();
        if (positional != null) {
            return positional;
        }
        while (at < text.length() && at - start < LONGEST && step()) {
            // each step takes what it can
        }
        if (digit != null) {
            boolean spoken = lastUnit >= 100 && !zeroBefore && !arabic && unitSeen;
            section = sum(section, spoken ? digit.multiply(BigDecimal.valueOf(lastUnit / 10)) : digit);
        }
        if (at == start) {
            return null;
        }
        BigDecimal value = ChineseNumerals.plain(sum(total, section));
        return new Found(value, at, !digitSeen, listed, arabic);
    }

    /** The sum of two numbers, of which the first is as a rule nothing yet. */
    private static BigDecimal sum(BigDecimal one, BigDecimal other) {
        return one.signum() == 0 ? other : one.add(other);
    }

    /** Digits one after the other: {@code 二〇二一} is 2021; two that are neighbours before a unit are a range. */
    private @Nullable Found positional() {
        int end = start;
        while (end < text.length()
                && end - start < LONGEST
                && sign(text.charAt(end)).kind() == Sign.Kind.DIGIT) {
            end++;
        }
        int length = end - start;
        boolean goesOn = end < text.length() && sign(text.charAt(end)).kind() != Sign.Kind.NONE;
        if (length < 2 || (length > 2 && goesOn)) {
            return null;
        }
        boolean neighbours = length == 2 && isRange(text.charAt(start), text.charAt(start + 1));
        if (goesOn) {
            listed = neighbours;
            at = neighbours ? start + 1 : start;
            return null;
        }
        StringBuilder digits = new StringBuilder(length);
        for (int i = start; i < end; i++) {
            digits.append(sign(text.charAt(i)).value());
        }
        return new Found(new BigDecimal(digits.toString()), end, false, neighbours, false);
    }

    /** {@code 七八十}, {@code 三五百}. */
    private boolean isRange(char one, char other) {
        long first = sign(one).value();
        long second = sign(other).value();
        return first > 0 && (second == first + 1 || (first == 3 && second == 5));
    }

    private Sign sign(char c) {
        return signs.of(c);
    }

    private boolean step() {
        char c = text.charAt(at);
        if (Digits.is(c)) {
            return digit == null && arabicDigits();
        }
        Sign sign = signs.of(c);
        return switch (sign.kind()) {
            case NONE -> false;
            case DIGIT -> digit(sign.value());
            case TENS -> tens(sign.value());
            case UNIT -> unit(sign.value());
            case MYRIAD -> myriad(sign.value());
        };
    }

    private boolean digit(long value) {
        if (digit != null || (arabic && !unitSeen)) {
            return false;
        }
        if (value == 0 && at > start) {
            if (at + 1 >= text.length() || !followsZero(text.charAt(at + 1))) {
                return false;
            }
            zeroBefore = true;
            at++;
            return true;
        }
        digit = BigDecimal.valueOf(value);
        digitSeen = true;
        at++;
        return value != 0;
    }

    private boolean followsZero(char c) {
        return Digits.is(c) || sign(c).kind() != Sign.Kind.NONE;
    }

    private boolean tens(long value) {
        if (digit != null) {
            return false;
        }
        section = section.add(BigDecimal.valueOf(value));
        digitSeen = true;
        unitSeen = true;
        lastUnit = 10;
        at++;
        return true;
    }

    private boolean unit(long value) {
        if (lastUnit != 0 && lastUnit < 10_000 && value >= lastUnit && section.signum() != 0) {
            return false;
        }
        if (digit == null) {
            if (section.signum() != 0 || arabic) {
                return false;
            }
            digitSeen |= value == 10;
        }
        section = section.add((digit == null ? BigDecimal.ONE : digit).multiply(BigDecimal.valueOf(value)));
        took(value);
        return true;
    }

    private boolean myriad(long value) {
        BigDecimal count = section.add(digit == null ? BigDecimal.ZERO : digit);
        if (count.signum() == 0) {
            if (total.signum() == 0) {
                if (at > start) {
                    return false;
                }
                count = BigDecimal.ONE;
            } else {
                // 万亿: multiplies all before
                total = total.multiply(BigDecimal.valueOf(value));
                took(value);
                return true;
            }
        }
        total = value > 10_000 && total.signum() != 0 && lastMyriadBelow(value)
                ? total.add(count).multiply(BigDecimal.valueOf(value))
                : total.add(count.multiply(BigDecimal.valueOf(value)));
        section = BigDecimal.ZERO;
        took(value);
        return true;
    }

    private boolean lastMyriadBelow(long value) {
        return total.compareTo(BigDecimal.valueOf(value)) < 0;
    }

    private void took(long unit) {
        digit = null;
        lastUnit = unit;
        unitSeen = true;
        zeroBefore = false;
        at++;
    }

    private boolean arabicDigits() {
        int run = Digits.run(text, at, LONGEST);
        int end = at + run;
        if (run <= 3) {
            char separator = end < text.length() ? half(text.charAt(end)) : ' ';
            while (isSeparator(end, separator)) {
                end += 1 + 3;
            }
        }
        int scale = 0;
        if (end + 1 < text.length() && Digits.isPoint(text.charAt(end)) && Digits.is(text.charAt(end + 1))) {
            scale = Digits.run(text, end + 1, LONGEST);
            end += 1 + scale;
        }
        digit = decimal(at, end, scale);
        arabic = true;
        digitSeen = true;
        at = end;
        return true;
    }

    /** The digits of a stretch as one number, of which {@code scale} stand behind the point. */
    private BigDecimal decimal(int from, int end, int scale) {
        if (end - from > IN_A_LONG) {
            StringBuilder digits = new StringBuilder(end - from);
            for (int i = from; i < end; i++) {
                if (Digits.is(text.charAt(i))) {
                    digits.append(Digits.value(text.charAt(i)));
                }
            }
            return new BigDecimal(new BigInteger(digits.toString()), scale);
        }
        long unscaled = 0;
        for (int i = from; i < end; i++) {
            char c = text.charAt(i);
            unscaled = Digits.is(c) ? unscaled * 10 + Digits.value(c) : unscaled;
        }
        return BigDecimal.valueOf(unscaled, scale);
    }

    private boolean isSeparator(int at, char separator) {
        if (at >= text.length() || half(text.charAt(at)) != separator || Digits.run(text, at + 1, 4) != 3) {
            return false;
        }
        return switch (separator) {
            case ',', ' ', '\u00a0', '\u2009', '\u202f', '\'' -> true;
            default -> false;
        };
    }

    /** {@code 82，225.00}: a recogniser does not tell the two commas apart. */
    private static char half(char c) {
        return c == '，' ? ',' : c;
    }
}

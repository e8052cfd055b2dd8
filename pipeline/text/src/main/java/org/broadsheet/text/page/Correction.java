package org.broadsheet.text.page;

import java.math.BigDecimal;
import java.util.Comparator;
import org.broadsheet.text.number.PlainDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a person says of a mention of one page: {@code 795个检测采样点} is 705, or is none at all.
 *
 * @param quote the words of the mention, as its page's row has them
 * @param start offset of the quote in the decoded page, UTF-16; {@link #ANYWHERE}: wherever it stands
 * @param metric only the mention of this metric; empty: of every metric
 * @param value the value that holds, in the metric's base unit, plain and without trailing zeros; null: the mention is dropped
 * @param why the reason, in a person's words
 */
public record Correction(
        String quote, int start, String metric, @Nullable BigDecimal value, String why)
        implements Comparable<Correction> {
    /** The quote is meant wherever it stands in the page. */
    public static final int ANYWHERE = -1;

    private static final int MOST_DIGITS = 24;
    private static final int MOST_DECIMALS = 12;

    private static final Comparator<Correction> BY_AIM = Comparator.comparing(Correction::quote)
            .thenComparing(Correction::start)
            .thenComparing(Correction::metric);

    public Correction {
        value = value == null ? null : PlainDecimal.of(value);
    }

    /** Whether a number can be a value: not negative, at most 24 digits before the point and 12 behind it. */
    public static boolean canBeValue(BigDecimal number) {
        return number.signum() >= 0
                && number.scale() <= MOST_DECIMALS
                && number.precision() - (long) number.scale() <= MOST_DIGITS;
    }

    /** Whether it takes the mention out. */
    public boolean drops() {
        return value == null;
    }

    /** Whether both are about the same words at the same place. */
    public boolean hasAimOf(Correction other) {
        return BY_AIM.compare(this, other) == 0;
    }

    /** By what it is about: of two that are about one mention the more exact one comes last, and holds. */
    @Override
    @SuppressWarnings("ComparableEquals")
    public int compareTo(Correction other) {
        return BY_AIM.compare(this, other);
    }
}

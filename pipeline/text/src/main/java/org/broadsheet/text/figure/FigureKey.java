package org.broadsheet.text.figure;

import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.fact.PackedWriter;
import org.broadsheet.text.fact.StateCodes;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.page.ClosedYears;

/** Of what a region's figure speaks: {@code test_sites}, current, 22 November 2022 (in epoch days). */
public record FigureKey(String metric, Scope scope, int day) {
    private static final int DAY_BITS = 23;

    public static FigureKey of(Fact fact) {
        return new FigureKey(fact.metric(), fact.scope(), fact.day());
    }

    public static FigureKey of(Figure figure) {
        return new FigureKey(figure.metric(), figure.scope(), figure.day());
    }

    /**
     * As one number with a province (or the country), so that a key of state is eight bytes: 32 bits of the metric's name, 7
     * of the province, 2 of the scope, 23 of the day.
     */
    long packed(int province) {
        long name = new PackedWriter().text(metric).hash() & ~0xFFFF_FFFFL;
        return name | ((long) (province / 10000) << 25) | ((long) StateCodes.of(scope) << DAY_BITS) | (day & 0x7F_FFFF);
    }

    /** Whether what is kept under a packed key is of a closed day, so that nothing need be kept: no fact of that day will come any more. */
    public static boolean isClosed(long packed, ClosedYears closed) {
        return closed.holds(day(packed));
    }

    /** The day in what {@link #packed} gives, in epoch days. */
    static int day(long packed) {
        int beside = Integer.SIZE - DAY_BITS;
        return (int) packed << beside >> beside;
    }

    /** As one stable text: {@code test_sites/current/19318}. */
    public String text() {
        return metric + '/' + scope.label() + '/' + day;
    }
}

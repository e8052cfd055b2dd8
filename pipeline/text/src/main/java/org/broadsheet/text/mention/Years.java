package org.broadsheet.text.mention;

/**
 * Finds the year that stands between a noun and its number: 2015年底的 in {@code 贫困人口由2015年底的65.2万人减少到}.
 *
 * <p>Works in the length of the year.
 */
final class Years {
    private static final int DIGITS = 4;

    private Years() {}

    /** Where the year that ends at {@code end} begins; {@code end} where none does. */
    static int before(String text, int from, int end) {
        int at = end;
        at -= at > from && text.charAt(at - 1) == '的' ? 1 : 0;
        at -= at > from && "底末初".indexOf(text.charAt(at - 1)) >= 0 ? 1 : 0;
        if (at - DIGITS - 1 < from || text.charAt(at - 1) != '年') {
            return end;
        }
        for (int i = at - DIGITS - 1; i < at - 1; i++) {
            if (!Character.isDigit(text.charAt(i))) {
                return end;
            }
        }
        return at - DIGITS - 1;
    }

    /** A stretch without the year it ends in: {@code 减少到2018年底的} is 减少到. */
    static String without(String text) {
        return text.substring(0, before(text, 0, text.length()));
    }
}

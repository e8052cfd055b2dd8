package org.broadsheet.generator;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes numbers as papers do: 1280 as {@code 1280}, {@code 1,280}, {@code 一千二百八十} or {@code 1280余}. */
final class QuantityWriter {
    private static final String DIGITS = "零一二三四五六七八九";
    private static final int TEN_THOUSAND = 10_000;
    private static final List<Bound> BOUNDS = List.of(Bound.values());
    private static final List<String> OVER = List.of("超过", "逾");
    private static final List<String> ABOUT = List.of("约", "近");
    private static final List<String> UNDER = List.of("不足", "不到");

    private QuantityWriter() {}

    /** Draws a number of the thing, and how it is written. */
    static Quantity write(Thing thing, boolean nounBefore, Random random) {
        long hundredths = thing.least() * 100L
                + (long) (Math.pow(random.nextDouble(), 3) * (thing.most() - thing.least()) * 100L);
        BigDecimal number =
                thing.decimals() == 0 ? BigDecimal.valueOf(hundredths / 100) : BigDecimal.valueOf(hundredths, 2);
        Bound bound = random.nextInt(3) > 0 ? Bound.EXACT : BOUNDS.get(random.nextInt(BOUNDS.size()));
        boolean round = bound == Bound.OVER && thing.decimals() == 0 && random.nextBoolean();
        if (round) {
            number = BigDecimal.valueOf(number.longValueExact() / 10 * 10 + 10);
        }
        boolean behind = nounBefore && bound == Bound.ABOUT && random.nextBoolean();
        String before = round || behind ? "" : before(bound, random);
        String inside = round ? random.nextBoolean() ? "余" : "多" : "";
        BigDecimal value = number.multiply(thing.factor()).stripTrailingZeros();
        return new Quantity(
                thing,
                value.scale() < 0 ? value.setScale(0) : value,
                bound,
                before,
                written(number, round, random),
                inside,
                behind ? "左右" : "");
    }

    private static String before(Bound bound, Random random) {
        return switch (bound) {
            case EXACT -> "";
            case OVER -> OVER.get(random.nextInt(OVER.size()));
            case ABOUT -> ABOUT.get(random.nextInt(ABOUT.size()));
            case UNDER -> UNDER.get(random.nextInt(UNDER.size()));
        };
    }

    private static String written(BigDecimal number, boolean round, Random random) {
        if (number.stripTrailingZeros().scale() > 0) {
            return number.stripTrailingZeros().toPlainString();
        }
        long whole = number.longValueExact();
        return switch (random.nextInt(6)) {
            case 0 -> String.format(Locale.ROOT, "%,d", whole);
            case 1 -> round || whole >= TEN_THOUSAND ? Long.toString(whole) : chinese((int) whole);
            case 2 ->
                whole > TEN_THOUSAND && whole % 100 == 0 && !round
                        ? new BigDecimal(whole)
                                        .movePointLeft(4)
                                        .stripTrailingZeros()
                                        .toPlainString() + "万"
                        : Long.toString(whole);
            default -> Long.toString(whole);
        };
    }

    /** A numeral below 10000: 1208 is {@code 一千二百零八}. */
    private static String chinese(int number) {
        String[] units = {"千", "百", "十", ""};
        int[] sizes = {1000, 100, 10, 1};
        StringBuilder written = new StringBuilder();
        boolean gap = false;
        for (int i = 0; i < sizes.length; i++) {
            int digit = number / sizes[i] % 10;
            if (digit == 0) {
                gap = !written.isEmpty();
            } else {
                written.append(gap ? "零" : "");
                gap = false;
                boolean ten = sizes[i] == 10 && digit == 1 && written.isEmpty();
                written.append(ten ? "" : DIGITS.charAt(digit)).append(units[i]);
            }
        }
        return written.toString();
    }
}

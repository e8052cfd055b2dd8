package org.broadsheet.text.fact;

/**
 * What is kept of the words around a mention, to know a reprint by: 32 minima of 4 bits over the pairs of characters, and
 * the nearest numbers. {@code 为防止核酸筛查中居民等候时间过长…设立了} and the same with {@code 侯} for {@code 候} are similar.
 *
 * <p>Made by {@link SignatureReader}. No text can be read off it.
 *
 * @param high the first 16 minima; with {@code low} 0 where there were too few words
 * @param low the other 16
 * @param numbers 16 bits each: the numbers of the sentence before, those behind, the place named last before, the number
 *     behind the sentence; 0 where there is none
 */
public record Signature(long high, long low, long numbers) {
    /** Too few words to be similar to anything. */
    public static final Signature NONE = new Signature(0, 0, 0);

    /** How many bands there are: see {@link #band}. */
    public static final int BANDS = 10;

    private static final int BAND_BITS = 12;
    private static final int BANDS_IN_HALF = 5;
    /** Of 32: about half of the pairs are the same. */
    private static final int LEAST_EQUAL = 16;

    private static final long ONES = 0x1111_1111_1111_1111L;
    private static final int NUMBER_BITS = 16;

    /** Whether there were enough words. */
    public boolean isKnown() {
        return (high | low) != 0;
    }

    /** Three minima as one value, 0 to 4095: similar signatures have at least one band in common. */
    public int band(int index) {
        long half = index < BANDS_IN_HALF ? high : low;
        return (int) (half >>> (index % BANDS_IN_HALF * BAND_BITS)) & ((1 << BAND_BITS) - 1);
    }

    /** Whether the words are so alike that one may be a reprint of the other. */
    public boolean isSimilarTo(Signature other) {
        return isKnown()
                && other.isKnown()
                && !contradicts(other)
                && equalMinima(other) >= LEAST_EQUAL
                && sharesBand(other);
    }

    /** How many of the 32 minima are equal. */
    public int equalMinima(Signature other) {
        return 32 - Long.bitCount(different(high ^ other.high)) - Long.bitCount(different(low ^ other.low));
    }

    /** Whether a number beside the mention differs: {@code 新增3例，累计25例} and {@code 新增3例，累计28例}. */
    public boolean contradicts(Signature other) {
        return differs(other, 0) || differs(other, 1) || differs(other, 3);
    }

    /** Whether the place named last before it is another: {@code 彭场镇} and {@code 河东镇}. */
    public boolean namesAnotherPlace(Signature other) {
        return differs(other, 2);
    }

    private boolean differs(Signature other, int slot) {
        int here = (int) (numbers >>> (slot * NUMBER_BITS)) & 0xFFFF;
        int there = (int) (other.numbers >>> (slot * NUMBER_BITS)) & 0xFFFF;
        return here != there && here != 0 && there != 0;
    }

    private boolean sharesBand(Signature other) {
        for (int i = 0; i < BANDS; i++) {
            if (band(i) == other.band(i)) {
                return true;
            }
        }
        return false;
    }

    /** One bit for each group of four that is not zero. */
    private static long different(long difference) {
        return (difference | (difference >>> 1) | (difference >>> 2) | (difference >>> 3)) & ONES;
    }
}

package org.broadsheet.text.fact;

/**
 * How the cells of a claim are named and begun: {@link #ROOT} holds a claim of few mentions whole; of a spread claim there
 * is a cell for each mention, fact, reporter of a fact, and band of signatures in a stretch of 31 days.
 */
final class ClaimCells {
    /** The cell that every claim has. */
    static final long ROOT = 0;

    /** How a root begins: all together, but what the claim is has not been said yet. */
    static final int UNSAID = 0;
    /** All together. */
    static final int TOGETHER = 1;
    /** Spread over cells. */
    static final int SPREAD = 2;

    private static final long MENTION = 1L << 60;
    private static final long FACT = 2L << 60;
    private static final long REPORTER = 3L << 60;
    private static final long BAND = 4L << 60;
    private static final long REST = (1L << 60) - 1;
    /** Days of a stretch: one more than a reprint may be late, so that a mention looks at three. */
    private static final int STRETCH = ReprintRule.DAYS + 1;

    private ClaimCells() {}

    static boolean isSpread(byte[] root) {
        return root[0] == SPREAD;
    }

    /** The cell of a mention. */
    static long mention(Reference page, int number) {
        return MENTION | (Mixer.mix(Mixer.mix(page.high() + number) ^ page.low()) & REST);
    }

    /** Whether it is the cell of a mention. */
    static boolean isMention(long cell) {
        return (cell & ~REST) == MENTION;
    }

    /** The cell of a fact. */
    static long fact(FactKey key) {
        PackedWriter name = new PackedWriter();
        key.write(name);
        return FACT | (name.hash() & REST);
    }

    /** The cell that counts the mentions by which someone reports a fact. */
    static long reporter(long fact, String reporter) {
        return REPORTER | (Mixer.mix(fact ^ new PackedWriter().text(reporter).hash()) & REST);
    }

    /** The cell of a band of signatures. */
    static long band(int index, int value, int stretch) {
        return BAND | (Mixer.mix(Mixer.mix(stretch) + ((long) value << Byte.SIZE) + index) & REST);
    }

    /** The stretch of days in which a day lies. */
    static int stretch(int day) {
        return Math.floorDiv(day, STRETCH);
    }
}

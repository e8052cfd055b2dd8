package org.broadsheet.generator;

/**
 * Whose a figure is, and how it is written.
 *
 * @param region six-digit code; {@link #HOME} where the paper's home is meant
 * @param place {@code 兴华街道}; empty for the whole region
 * @param written {@code 太原市迎泽区兴华街道}, {@code 我市}; empty where nothing is written
 */
record Where(int region, String place, String written) {
    /** Stands for the home of the paper that prints it. */
    static final int HOME = -1;
}

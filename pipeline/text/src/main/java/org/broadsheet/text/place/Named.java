package org.broadsheet.text.place;

/**
 * A division that an article has named.
 *
 * @param spelled its name as written there: {@code 太谷县} for 太谷区
 */
record Named(Region region, String spelled) {
    /** Whether its name, of today or as written, ends with one of these: 县. */
    boolean endsWith(String endings) {
        return ends(region.name(), endings) || ends(spelled, endings);
    }

    private static boolean ends(String name, String endings) {
        return !name.isEmpty() && endings.indexOf(name.charAt(name.length() - 1)) >= 0;
    }
}

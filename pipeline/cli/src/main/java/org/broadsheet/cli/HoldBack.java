package org.broadsheet.cli;

/**
 * How many pages of an archive may be on the way: up to the most while live pages are through, half as many each time that live
 * pages are found waiting, 让实时先行.
 */
final class HoldBack {
    /** Live pages that may wait before it counts as waiting: those of one checkpoint. */
    private static final long WAITING = 50;

    private static final int LEAST = 20;

    private final int most;
    private int allowed;

    /** @param most pages on the way */
    HoldBack(int most) {
        this.most = most;
        this.allowed = Math.max(1, most / 4);
    }

    /** How many may be on the way now. */
    int allowed() {
        return allowed;
    }

    /**
     * Takes in what a look has shown.
     *
     * @param live pages of the live feed that have no rows yet
     */
    void look(long live) {
        if (live > WAITING) {
            allowed = Math.max(Math.min(LEAST, most), allowed / 2);
        } else {
            allowed = Math.min(most, allowed + Math.max(1, most / 10));
        }
    }
}

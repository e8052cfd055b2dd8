package org.broadsheet.text.place;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a word means to the finder of places; one word may mean several things ({@code 街道} ends names and points back).
 *
 * @param text the word
 * @param bearers divisions of this name
 * @param bare whether it is a name without suffix: {@code 太原}
 * @param abroad whether it names a place outside the country, or a body of many countries: {@code 日本}, {@code 联合国}
 * @param body whether it names a body of the bearer's: {@code 国务院}
 * @param holder lowest division that holds the zone of this name; 0 where it names none
 * @param anaphor what it points to
 * @param ending the ending of local names it is
 * @param tiers the pointing words in it, each with its offset ({@code 省、市、县三级})
 * @param word whether it is a word that hides the names in it: {@code 静默管理}
 */
record Term(
        String text,
        List<Region> bearers,
        boolean bare,
        boolean abroad,
        boolean body,
        int holder,
        @Nullable Anaphor anaphor,
        @Nullable Ending ending,
        List<Tier> tiers,
        boolean word) {
    /** A pointing word within another: 市 at 2 of {@code 省、市、县三级}. */
    record Tier(int offset, Term term) {}

    /** Whether it stands for a place by itself, or hides one. */
    boolean isName() {
        return word || abroad || holder != 0 || anaphor != null || !bearers.isEmpty();
    }
}

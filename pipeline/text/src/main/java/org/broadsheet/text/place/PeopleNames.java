package org.broadsheet.text.place;

import java.util.Set;

/** Takes the peoples out of a township's name: {@code 南美拉祜族乡} is {@code 南美乡}. Immutable, thread-safe. */
final class PeopleNames {
    private static final String TOWNSHIP = "乡";
    /** Characters of the longest people's name: 柯尔克孜族. */
    private static final int LONGEST = 5;

    private final Set<String> peoples = GazetteerFiles.column("peoples.tsv");

    /** The name of a township without its peoples; the same where it names none, or nothing else. */
    String without(String town) {
        if (!town.endsWith("族乡")) {
            return town;
        }
        int start = town.length() - 1;
        for (int before = peopleStart(town, start); before > 0; before = peopleStart(town, start)) {
            start = before;
        }
        return start > 1 && start < town.length() - 1 ? town.substring(0, start) + TOWNSHIP : town;
    }

    /** Where the people's name begins that ends at {@code end}; -1 where none ends there. */
    private int peopleStart(String town, int end) {
        for (int start = Math.max(0, end - LONGEST); start < end; start++) {
            if (peoples.contains(town.substring(start, end))) {
                return start;
            }
        }
        return -1;
    }
}

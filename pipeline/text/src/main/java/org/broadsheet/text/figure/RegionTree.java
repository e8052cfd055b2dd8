package org.broadsheet.text.figure;

import java.util.List;

/** Which region lies in which: 迎泽区 in 太原市 in 山西省 in 中国; zones and placeholders are no part of it. */
public interface RegionTree {
    /** The code of the country, the root. */
    int COUNTRY = 100000;

    /** Code of the next region above; 0 above the country and for a code that is no region. */
    int parent(int code);

    /** Codes of the regions next below, ascending. */
    List<Integer> children(int code);

    /** Code of the province that holds a region, 140106 → 140000; the country's own code for the country. */
    static int province(int code) {
        return code / 10000 * 10000;
    }
}

package org.broadsheet.generator;

import java.math.BigDecimal;
import java.util.List;

/**
 * Something that is counted, with the words a sentence counts it by: {@code 12名党员干部} are Party members and cadres.
 *
 * @param group things that fit the same sentences: {@code person}
 * @param metrics ids of the catalogue that one of it counts for, sorted
 * @param stock whether it is a stock rather than a flow
 * @param measure {@code 名}, {@code 万元}
 * @param factor from the number written to the base unit: 10000 for {@code 万元}
 * @param decimals the number may have
 * @param least the number written at least
 * @param most the number written at most
 */
record Thing(
        String group,
        List<String> metrics,
        boolean stock,
        String measure,
        BigDecimal factor,
        int decimals,
        String noun,
        int least,
        int most) {
    static Thing of(List<String> row) {
        return new Thing(
                row.get(0),
                List.of(row.get(1).split(",", -1)).stream().sorted().toList(),
                row.get(2).equals("stock"),
                row.get(3),
                new BigDecimal(row.get(4)),
                Integer.parseInt(row.get(5)),
                row.get(6),
                Integer.parseInt(row.get(7)),
                Integer.parseInt(row.get(8)));
    }
}

package org.broadsheet.text.figure;

import org.broadsheet.text.fact.Fact;
import org.broadsheet.text.fact.PackedReader;
import org.broadsheet.text.fact.PackedWriter;
import org.broadsheet.text.fact.StateCodes;

/**
 * A statement and what it is about: 12 in 龙城街道 of 小店区.
 *
 * @param place below the region; empty for the whole region
 */
record PlacedStatement(int region, String place, Statement statement) {
    static PlacedStatement of(Fact fact) {
        return new PlacedStatement(fact.region(), fact.place(), Statement.of(fact));
    }

    static PlacedStatement of(Figure figure) {
        return new PlacedStatement(figure.region(), "", Statement.of(figure));
    }

    void write(PackedWriter out) {
        out.number(region)
                .text(place)
                .decimal(statement.value())
                .number(((long) statement.reports() << 2) | StateCodes.of(statement.modifier()));
    }

    static PlacedStatement read(PackedReader in) {
        int region = in.small();
        String place = in.text();
        var value = in.decimal();
        long rest = in.number();
        return new PlacedStatement(
                region, place, new Statement(value, StateCodes.modifier((int) rest & 3), (int) (rest >>> 2)));
    }
}

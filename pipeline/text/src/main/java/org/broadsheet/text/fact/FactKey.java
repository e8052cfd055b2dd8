package org.broadsheet.text.fact;

import org.broadsheet.text.mention.Modifier;

/**
 * What tells the facts of one claim (metric, region, scope, value) apart: {@code 桃园街道}, exact, 22 November 2022.
 *
 * @param day in epoch days
 */
record FactKey(String place, Modifier modifier, int day) {
    /** The fact's name. */
    Reference reference(Claim claim) {
        return Fact.reference(claim, this);
    }

    void write(PackedWriter out) {
        out.text(place).number(StateCodes.of(modifier)).signed(day);
    }

    static FactKey read(PackedReader in) {
        return new FactKey(in.text(), StateCodes.modifier(in.small()), (int) in.signed());
    }
}

package org.broadsheet.text.mention;

import org.broadsheet.text.number.Numeral;

/**
 * A number with its measure word: {@code 70余处}.
 *
 * @param numeral the number
 * @param measure the measure word or unit, {@code 处}; empty where none follows
 * @param start offset in the sentence, the modifier before it included
 * @param end offset behind measure word and modifier ({@code 以上})
 */
record Quantity(Numeral numeral, String measure, Modifier modifier, int start, int end) {}

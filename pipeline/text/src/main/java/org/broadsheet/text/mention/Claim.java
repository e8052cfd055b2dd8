package org.broadsheet.text.mention;

/**
 * A quantity of a sentence with what it counts, before anyone asked where and when.
 *
 * @param list number of the quantity in its list that shares a noun ({@code 采样点12个、15个}: 0 and 1)
 */
record Claim(Quantity quantity, Phrase phrase, Scope scope, int list) {}

package org.broadsheet.text.place;

/**
 * A division of GB/T 2260 as of 2022.
 *
 * @param code six digits: 140106; 100000 is the country
 * @param name {@code 迎泽区}
 * @param parent code of the next division above, placeholders (市辖区, 省直辖县) skipped: 140100; 0 above the country
 */
public record Region(int code, String name, Level level, int parent) {}

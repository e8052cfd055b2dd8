package org.broadsheet.text.mention;

import java.time.LocalDate;
import java.util.List;

/**
 * The days a sentence names.
 *
 * @param days in the order of the sentence, none after the day of publication
 * @param now whether it says 目前, 以来 or the like: the day of the dateline, whatever the paragraph says
 * @param planned offset behind the first time of a plan, {@code 到2020年} before 2020; -1 where there is none
 */
record Days(List<LocalDate> days, boolean now, int planned) {}

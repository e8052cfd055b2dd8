package org.broadsheet.text.page;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.Year;

/**
 * The years whose books are closed: with 2015, pages of 太原晚报 up to 31 December 2015 are refused, and figures of days up to
 * then stay as they are.
 *
 * @param lastDay the last closed day, in epoch days
 */
public record ClosedYears(int lastDay) implements Serializable {
    /** No year is closed. */
    public static final ClosedYears NONE = new ClosedYears(Integer.MIN_VALUE);

    /** All years up to this one. */
    public static ClosedYears through(int year) {
        return new ClosedYears(
                Math.toIntExact(Year.of(year).atMonth(12).atEndOfMonth().toEpochDay()));
    }

    /** Whether a day, in epoch days, lies in a closed year. */
    public boolean holds(int day) {
        return day <= lastDay;
    }

    /** The last closed year; only where one is closed. */
    public int lastYear() {
        return LocalDate.ofEpochDay(lastDay).getYear();
    }
}

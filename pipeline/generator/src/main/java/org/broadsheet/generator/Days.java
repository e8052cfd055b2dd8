package org.broadsheet.generator;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Writes days as papers do. */
final class Days {
    private Days() {}

    /** {@code 3月18日，}; nothing for no day. */
    static String written(@Nullable Integer epochDay) {
        if (epochDay == null) {
            return "";
        }
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        return day.getMonthValue() + "月" + day.getDayOfMonth() + "日，";
    }

    /** {@code 2013-03-18}. */
    static String iso(int epochDay) {
        return LocalDate.ofEpochDay(epochDay).toString();
    }
}

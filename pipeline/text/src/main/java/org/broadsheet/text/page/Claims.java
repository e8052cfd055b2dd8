package org.broadsheet.text.page;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a header list, an envelope or a key says of its page: {@code source} = {@code 太原晚报}, {@code home} = 140100.
 *
 * <p>What is not said is null; a fault in what is said goes to the list of faults, in plain words.
 */
final class Claims {
    private static final int FIRST_YEAR = 1800;
    private static final int LAST_YEAR = 2999;
    private static final int DAY_LENGTH = 10;

    @Nullable
    String source;

    @Nullable
    Integer published;

    @Nullable
    Integer home;

    @Nullable
    String url;

    @Nullable
    Long revision;

    Corrections corrections = Corrections.NONE;

    private final List<String> faults;

    Claims(List<String> faults) {
        this.faults = faults;
    }

    /** Takes a claim as written; names not known here and empty values say nothing. */
    void add(String name, String written) {
        String value = written.strip();
        if (value.isEmpty()) {
            return;
        }
        switch (name) {
            case "source" -> source = plain(name, value, source);
            case "url" -> url = plain(name, value, url);
            case "published" -> published = same(name, value, published, day(value), "an ISO day such as 2022-11-22");
            case "home" -> home = same(name, value, home, home(value), "a six-digit code such as 140100");
            case "revision" -> revision = same(name, value, revision, revision(value), "a whole number from 0 on");
            default -> {}
        }
    }

    /** Takes what the header {@code corrections} says. */
    void correct(String written) {
        Corrections said = CorrectionsJson.read(written, faults);
        if (said == null) {
            return;
        }
        if (corrections.made() > 0 && !corrections.equals(said)) {
            faults.add("corrections is given twice");
        }
        corrections = said;
    }

    /** Which content this is. */
    PageId id(String key, long revisionOrNone, String content) {
        return new PageId(key, revisionOrNone, corrections.made(), content);
    }

    private String plain(String name, String value, @Nullable String before) {
        if (value.chars().anyMatch(Character::isISOControl)) {
            faults.add(name + " holds control characters");
        }
        if (before != null && !before.equals(value)) {
            faults.add(name + " is given twice: " + before + ", " + value);
        }
        return value;
    }

    private <T> @Nullable T same(String name, String value, @Nullable T before, @Nullable T now, String wanted) {
        if (now == null) {
            faults.add(name + ": " + value + " (wanted " + wanted + ")");
        } else if (before != null && !before.equals(now)) {
            faults.add(name + " is given twice: " + value);
        }
        return now;
    }

    /** An ISO day as epoch days, or null. */
    static @Nullable Integer day(String written) {
        int year = number(written, 0, 4);
        boolean shaped = written.length() == DAY_LENGTH && written.charAt(4) == '-' && written.charAt(7) == '-';
        if (!shaped || year < FIRST_YEAR || year > LAST_YEAR) {
            return null;
        }
        try {
            LocalDate day = LocalDate.of(year, number(written, 5, 7), number(written, 8, DAY_LENGTH));
            return Math.toIntExact(day.toEpochDay());
        } catch (DateTimeException none) {
            return null;
        }
    }

    /** The digits from {@code start} to {@code end} as a number; -1 where they are none, or too few. */
    private static int number(String written, int start, int end) {
        int number = 0;
        for (int i = start; i < end; i++) {
            char c = i < written.length() ? written.charAt(i) : ' ';
            if (c < '0' || c > '9') {
                return -1;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    private static @Nullable Integer home(String written) {
        int code = RegionCodes.parse(written);
        return code == 0 ? null : (Integer) code;
    }

    private static @Nullable Long revision(String written) {
        try {
            long revision = Long.parseLong(written);
            return revision < 0 ? null : (Long) revision;
        } catch (NumberFormatException none) {
            return null;
        }
    }
}

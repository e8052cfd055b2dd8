package org.broadsheet.cli;

import java.util.regex.Pattern;

/**
 * How a person names a mention: {@code 太原晚报/2022-11-22/003#5} is the sixth of that page, as {@code figures --why} prints it.
 *
 * @param number place in the page, from 0; {@link #NO_NUMBER} where only the page is named
 */
record MentionName(String pageKey, int number) {
    /** The page alone is named. */
    static final int NO_NUMBER = -1;

    private static final int LONGEST_NUMBER = 9;
    private static final Pattern PLAIN = Pattern.compile("[\\p{IsAlphabetic}\\p{IsDigit}/._:=@%+#-]+");

    /** Reads a name; a key that itself ends with {@code #5} is named with a number behind it. */
    static MentionName read(String name) {
        int mark = name.lastIndexOf('#');
        String digits = name.substring(mark + 1);
        boolean numbered = mark > 0
                && !digits.isEmpty()
                && digits.length() <= LONGEST_NUMBER
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
        return numbered
                ? new MentionName(name.substring(0, mark), Integer.parseInt(digits))
                : new MentionName(name, NO_NUMBER);
    }

    /** As a shell takes it: in quotes where it needs them. */
    String shown() {
        String name = number == NO_NUMBER ? pageKey : pageKey + "#" + number;
        return PLAIN.matcher(name).matches() && !name.startsWith("-") ? name : "'" + name.replace("'", "'\\''") + "'";
    }
}

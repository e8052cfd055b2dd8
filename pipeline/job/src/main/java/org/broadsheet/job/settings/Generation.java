package org.broadsheet.job.settings;

import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * One reading of all pages by one version of the rules, with what is its own: generation {@code 2} of 太原's installation
 * {@code broadsheet} has its tables in {@code broadsheet_2}, its job and consumer group are {@code broadsheet-2}, its figures
 * go to {@code region-figures-2}. The first generation, {@code 1}, has the plain names of job and topics.
 *
 * @param name at most 6 of {@code a-z 0-9}
 */
public record Generation(String name) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,6}");

    /** The first one. */
    public static final Generation FIRST = new Generation("1");

    /**
     * Checks the name.
     *
     * @throws IllegalArgumentException where it is none
     */
    public Generation {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("at most 6 small letters and digits are needed, such as 2.");
        }
    }

    /** The schema of its tables, below the name of the schema that readers see: {@code broadsheet_2}. */
    public String schema(String served) {
        return served + "_" + name;
    }

    /** Its job, which is its consumer group, too: {@code broadsheet-2}. */
    public String job(String group) {
        return group + suffix();
    }

    /** What stands behind the names of the topics that it writes: {@code -2}; nothing behind those of the first. */
    public String suffix() {
        return equals(FIRST) ? "" : "-" + name;
    }

    /** The folder of its state. */
    public Path state(Path folder) {
        return folder.resolve(name);
    }
}

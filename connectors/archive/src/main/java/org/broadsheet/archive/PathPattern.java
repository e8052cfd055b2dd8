package org.broadsheet.archive;

import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads off a file's path what a manifest would say: by <code>{source}/{published}/{page}.txt</code> the file {@code
 * 存档/太原晚报/2022-11-22/003.txt} is of 太原晚报, 2022-11-22, page 003. Only the end of the path counts, as many folders as the
 * pattern has; an archive counts as a folder. Immutable, thread-safe.
 *
 * <p>Fields: {@code source}, {@code published} ({@code 2022-11-22} or {@code 20221122}) or {@code year}, {@code month} and
 * {@code day}, {@code home}, {@code page}, {@code revision}; {@code *} is anything but a slash.
 */
public final class PathPattern implements Serializable {
    private static final long serialVersionUID = 1;

    private static final Map<String, String> FIELDS = Map.of(
            "source", "[^/]+?",
            "published", "\\d{4}-\\d{2}-\\d{2}|\\d{8}",
            "year", "\\d{4}",
            "month", "\\d{2}",
            "day", "\\d{2}",
            "home", "\\d{6}",
            "page", "[^/]+?",
            "revision", "\\d{1,18}");
    private static final int LONGEST_PATH = 4096;
    /** Of a file or folder; Linux and Windows have none that is longer. */
    private static final int LONGEST_NAME = 255;
    /** So many in one name that can take as much as they like: all ways of sharing it out are tried. */
    private static final int MOST_WIDE = 3;

    private final String written;
    private final Pattern regex;
    private final int folders;

    private PathPattern(String written, Pattern regex) {
        this.written = written;
        this.regex = regex;
        this.folders =
                (int) written.chars().filter(character -> character == '/').count();
    }

    /**
     * The pattern as written.
     *
     * @throws IllegalArgumentException with a sentence where it is none
     */
    public static PathPattern of(String written) {
        String pattern = Manifest.normal(written);
        Drawing drawing = new Drawing(written);
        for (int at = 0; at < pattern.length(); ) {
            int end = pattern.charAt(at) == '{' ? pattern.indexOf('}', at) : at;
            check(end >= 0 && pattern.charAt(at) != '}', written, "a brace is missing");
            drawing.add(pattern.substring(at, end + 1));
            at = end + 1;
        }
        List<String> fields = drawing.fields;
        check(!fields.isEmpty(), written, "it has no field such as {source}");
        boolean parts = fields.contains("year") && fields.contains("month") && fields.contains("day");
        boolean anyPart = fields.contains("year") || fields.contains("month") || fields.contains("day");
        check(
                parts == anyPart && !(parts && fields.contains("published")),
                written,
                "a day is {published}, or {year}, {month} and {day}");
        return new PathPattern(pattern, Pattern.compile(drawing.regex.toString()));
    }

    /** The regular expression as it grows, piece by piece: <code>{source}</code>, <code>*</code>, or a character. */
    private static final class Drawing {
        private final String written;
        private final StringBuilder regex = new StringBuilder();
        private final List<String> fields = new ArrayList<>();
        private boolean open;
        private int begun;
        private int wide;

        Drawing(String written) {
            this.written = written;
        }

        void add(String piece) {
            boolean field = piece.startsWith("{");
            boolean takes = field || piece.equals("*");
            check(!(takes && open), written, "something must stand between two fields");
            open = takes;
            if (field) {
                add(piece, piece.substring(1, piece.length() - 1));
            } else {
                regex.append(takes ? "[^/]*?" : Pattern.quote(piece));
            }
            wide += isWide(piece) ? 1 : 0;
            check(wide <= MOST_WIDE, written, "at most three of {source}, {page} and * may stand in one name");
            if (piece.equals("/")) {
                // What a folder has taken is not tried in other ways when a later one does not fit.
                regex.insert(begun, "(?>").append(')');
                begun = regex.length();
                wide = 0;
            }
        }

        private void add(String piece, String field) {
            check(FIELDS.containsKey(field), written, "there is no " + piece);
            check(!fields.contains(field), written, piece + " stands there twice");
            fields.add(field);
            regex.append("(?<")
                    .append(field)
                    .append('>')
                    .append(FIELDS.get(field))
                    .append(')');
        }
    }

    private static boolean isWide(String field) {
        return field.equals("*") || field.equals("{source}") || field.equals("{page}");
    }

    private static void check(boolean holds, String pattern, String fault) {
        if (!holds) {
            throw new IllegalArgumentException("'" + pattern + "' is no pattern: " + fault + ".");
        }
    }

    /**
     * What the path says.
     *
     * @param name as {@link PageFile#name()}
     * @return empty where the path is another, or names a day that there never was
     */
    public Optional<ManifestEntry> read(String name) {
        String path = Manifest.normal(name).replace("!/", "/");
        int start = path.length();
        for (int i = 0; i <= folders && start >= 0; i++) {
            start = path.lastIndexOf('/', start - 1);
        }
        String end = path.substring(start + 1);
        Matcher found = regex.matcher(end);
        if (path.length() > LONGEST_PATH || longestName(end) > LONGEST_NAME || !found.matches()) {
            return Optional.empty();
        }
        try {
            String revision = field(found, "revision");
            return Optional.of(new ManifestEntry(
                    path,
                    field(found, "source"),
                    day(found),
                    field(found, "home"),
                    field(found, "page"),
                    "",
                    revision.isEmpty() ? null : Long.valueOf(revision)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static int longestName(String path) {
        int longest = 0;
        int start = 0;
        for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
            longest = Math.max(longest, slash - start);
            start = slash + 1;
        }
        return Math.max(longest, path.length() - start);
    }

    private String day(Matcher found) {
        String published = field(found, "published");
        if (!published.isEmpty()) {
            return published.length() == 8
                    ? LocalDate.parse(published, DateTimeFormatter.BASIC_ISO_DATE)
                            .toString()
                    : LocalDate.parse(published).toString();
        }
        String year = field(found, "year");
        return year.isEmpty()
                ? ""
                : LocalDate.parse(year + "-" + field(found, "month") + "-" + field(found, "day"))
                        .toString();
    }

    private String field(Matcher found, String name) {
        return written.contains("{" + name + "}") ? found.group(name).strip() : "";
    }

    @Override
    public String toString() {
        return written;
    }
}

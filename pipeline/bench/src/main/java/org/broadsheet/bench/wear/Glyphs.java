package org.broadsheet.bench.wear;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;

/** Knows characters by their looks and their office: {@code 末} looks like {@code 未}, {@code ，} may be set {@code ,}. Thread-safe. */
final class Glyphs {
    private static final int NAME_REACH = 4;

    private final Map<Character, String> lookalikes = new HashMap<>();
    private final Map<Character, String> marks = new HashMap<>();
    private final String common;
    private final String numerals;
    private final String suffixes;

    Glyphs() {
        Map<String, List<String>> rows = rows();
        for (String group : row(rows, "lookalike")) {
            addGroup(group, lookalikes);
        }
        for (String group : row(rows, "mark")) {
            addGroup(group, marks);
        }
        numerals = String.join("", row(rows, "numeral"));
        common = String.join("", row(rows, "common")).replaceAll("[" + numerals + "]", "");
        suffixes = String.join("", row(rows, "suffix"));
    }

    private static List<String> row(Map<String, List<String>> rows, String kind) {
        return Objects.requireNonNull(rows.get(kind), kind);
    }

    private static Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new HashMap<>();
        try (InputStream stream = Objects.requireNonNull(Glyphs.class.getResourceAsStream("glyphs.tsv"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            lines.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                int tab = line.indexOf('\t');
                rows.put(line.substring(0, tab), List.of(line.substring(tab + 1).split(" ", -1)));
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return rows;
    }

    private static void addGroup(String group, Map<Character, String> map) {
        for (int i = 0; i < group.length(); i++) {
            map.put(group.charAt(i), group.substring(0, i) + group.substring(i + 1));
        }
    }

    /** What a recogniser might read instead: a character that looks alike, else any common one. */
    char misread(char c, Random random) {
        String alike = lookalikes.getOrDefault(c, common);
        String choice = isHan(c) && numerals.indexOf(alike.charAt(0)) >= 0 ? common : alike;
        char other = choice.charAt(random.nextInt(choice.length()));
        return other == c ? choice.charAt((choice.indexOf(c) + 1) % choice.length()) : other;
    }

    /** The same mark set otherwise; the mark itself where there is no other way. */
    char resetMark(char c, Random random) {
        String choice = marks.getOrDefault(c, String.valueOf(c));
        return choice.charAt(random.nextInt(choice.length()));
    }

    /** Whether a recogniser's wrong character may stand for it at all. */
    boolean canBeMisread(char c) {
        return isHan(c) || lookalikes.containsKey(c);
    }

    /** Whether the character at {@code index} is of a number, or of what may be the name of a place. */
    boolean isDigitOrPlace(Passage passage, int index) {
        char c = passage.charAt(index);
        if (!isHan(c) || numerals.indexOf(c) >= 0) {
            return true;
        }
        for (int i = index; i < Math.min(passage.length(), index + NAME_REACH + 1); i++) {
            if (suffixes.indexOf(passage.charAt(i)) >= 0) {
                return true;
            }
        }
        return false;
    }

    static boolean isHan(char c) {
        return c >= '\u4E00' && c <= '\u9FFF';
    }

    /** Letters, digits, Han characters: what is compared when texts are. */
    static boolean isContent(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }
}

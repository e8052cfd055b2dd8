package org.broadsheet.text.place;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;

/**
 * What the files of the gazetteer say.
 *
 * @param regions divisions and zones
 * @param names codes by full, short and former name
 * @param countiesByTown codes of counties by the name of a town or street
 * @param former codes of the day by code of 2022 and name of the day: of 140703 {@code 太谷县} is 140726
 * @param zones code of the lowest division that holds it by the name of a zone
 */
record GazetteerFiles(
        List<Region> regions,
        Map<String, Set<Integer>> names,
        Map<String, Set<Integer>> countiesByTown,
        Map<Integer, Map<String, Integer>> former,
        Map<String, Integer> zones) {

    static GazetteerFiles read() {
        List<Region> regions = new ArrayList<>();
        Map<String, Set<Integer>> names = new HashMap<>(16384);
        Map<String, Integer> zones = new HashMap<>();
        for (String[] row : rows("divisions.tsv.gz")) {
            int code = Integer.parseInt(row[0]);
            Region region =
                    new Region(code, row[3], Level.valueOf(row[1].toUpperCase(Locale.ROOT)), Integer.parseInt(row[2]));
            regions.add(region);
            if (region.level() == Level.ZONE) {
                zones.put(region.name(), region.parent());
            }
            put(names, row[3], code);
            for (String name : row[4].isEmpty() ? new String[0] : row[4].split("\\|", -1)) {
                put(names, name, code);
            }
        }
        for (String[] row : rows("zones.tsv")) {
            zones.put(row[0], Integer.parseInt(row[1]));
        }
        Map<Integer, Map<String, Integer>> former = new HashMap<>();
        for (String[] row : rows("former.tsv")) {
            former.computeIfAbsent(Integer.parseInt(row[3]), now -> new HashMap<>())
                    .put(row[1], Integer.parseInt(row[0]));
            int code = Integer.parseInt(row[3]);
            boolean alive = names.getOrDefault(row[1], Set.of()).stream().anyMatch(now -> now / 100 == code / 100);
            if (!alive) {
                put(names, row[1], code);
            }
        }
        return new GazetteerFiles(regions, names, towns(), former, zones);
    }

    private static Map<String, Set<Integer>> towns() {
        Map<String, Set<Integer>> counties = new HashMap<>(65536);
        PeopleNames peoples = new PeopleNames();
        for (String[] row : rows("towns.tsv.gz")) {
            int county = Integer.parseInt(row[1]);
            put(counties, row[2], county);
            String brief = peoples.without(row[2]);
            if (!brief.equals(row[2])) {
                put(counties, brief, county);
            }
        }
        return counties;
    }

    private static void put(Map<String, Set<Integer>> codes, String name, int code) {
        if (code != 0) {
            codes.computeIfAbsent(name, key -> new TreeSet<>()).add(code);
        }
    }

    /** The first column of a resource. */
    static Set<String> column(String resource) {
        Set<String> words = new HashSet<>();
        rows(resource).forEach(row -> words.add(row[0]));
        return Set.copyOf(words);
    }

    /** The rows of a resource of this package, comments ({@code #}) left out. */
    static List<String[]> rows(String resource) {
        try (InputStream bytes = GazetteerFiles.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            InputStream plain = resource.endsWith(".gz") ? new GZIPInputStream(bytes) : bytes;
            BufferedReader reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.UTF_8));
            List<String[]> rows = new ArrayList<>();
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (!line.isEmpty() && !line.startsWith("#")) {
                    rows.add(line.split("\t", -1));
                }
            }
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

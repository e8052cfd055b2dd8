package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.broadsheet.text.place.Villages.Town;

/**
 * The villages and communities of a province: names in their order in one array of characters, and numbers of their towns.
 *
 * <p>Immutable, thread-safe.
 */
final class ProvinceVillages {
    private final List<Town> towns;
    private final char[] characters;
    /** Where each name starts; the last is the end. */
    private final int[] names;
    /** Where the towns of each name start in {@code holders}; the last is the end. */
    private final int[] starts;

    private final short[] holders;

    private ProvinceVillages(List<Town> towns, SortedMap<String, List<Integer>> villages) {
        this.towns = List.copyOf(towns);
        this.characters = String.join("", villages.keySet()).toCharArray();
        this.names = new int[villages.size() + 1];
        this.starts = new int[villages.size() + 1];
        this.holders = new short[villages.values().stream().mapToInt(List::size).sum()];
        int name = 0;
        int holder = 0;
        for (var village : villages.entrySet()) {
            names[name + 1] = names[name] + village.getKey().length();
            for (int town : village.getValue()) {
                holders[holder++] = (short) town;
            }
            starts[++name] = holder;
        }
    }

    /** Reads those of a province: 140000; none where the sources have none (台湾省). */
    static ProvinceVillages read(int province) {
        List<Town> towns = new ArrayList<>();
        TreeMap<String, List<Integer>> villages = new TreeMap<>();
        String resource = "villages/" + province / 10000 + ".tsv.gz";
        if (ProvinceVillages.class.getResource(resource) != null) {
            for (String[] row : GazetteerFiles.rows(resource)) {
                int town = towns.size();
                towns.add(new Town(Integer.parseInt(row[0]), row[1]));
                add(villages, row[2], "村", town);
                add(villages, row[3], "社区", town);
                add(villages, row[4], "", town);
            }
        }
        return new ProvinceVillages(towns, villages);
    }

    private static void add(SortedMap<String, List<Integer>> villages, String stems, String suffix, int town) {
        int start = 0;
        while (start < stems.length()) {
            int comma = stems.indexOf(',', start);
            int end = comma < 0 ? stems.length() : comma;
            String name = stems.substring(start, end).concat(suffix);
            villages.computeIfAbsent(name, key -> new ArrayList<>(1)).add(town);
            start = end + 1;
        }
    }

    /** The towns that have a village of this name, by code. */
    List<Town> towns(String name) {
        int low = 0;
        int high = names.length - 2;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int order = order(middle, name);
            if (order == 0) {
                return holders(middle);
            }
            low = order < 0 ? middle + 1 : low;
            high = order < 0 ? high : middle - 1;
        }
        return List.of();
    }

    /** Compares the name at an index with another. */
    private int order(int index, String other) {
        int length = names[index + 1] - names[index];
        for (int i = 0; i < length && i < other.length(); i++) {
            int order = characters[names[index] + i] - other.charAt(i);
            if (order != 0) {
                return order;
            }
        }
        return length - other.length();
    }

    private List<Town> holders(int index) {
        List<Town> found = new ArrayList<>();
        for (int i = starts[index]; i < starts[index + 1]; i++) {
            found.add(towns.get(holders[i]));
        }
        return found;
    }
}

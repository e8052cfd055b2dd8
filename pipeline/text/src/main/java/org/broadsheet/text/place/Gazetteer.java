package org.broadsheet.text.place;

import static java.util.Comparator.comparingInt;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toUnmodifiableList;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The divisions of China as of 2022, their names and their towns: 140106 is {@code 迎泽区}, below 140100 {@code 太原市}.
 *
 * <p>Immutable, thread-safe.
 */
public final class Gazetteer {
    /** Code of the country. */
    public static final int COUNTRY = 100000;
    /** Stands where a place lies outside the country ({@code 日本}): no region, and no figure is kept of it. */
    public static final int ABROAD = -1;

    /** What makes a word of 乡 and 镇: 城镇, 城乡, 家乡, 水乡. */
    private static final String NO_STEMS = "城山水家下返故异侨老本集市村";

    private static final List<String> TOWN_RANKS = List.of("镇", "乡", "街道");

    private final Map<Integer, Region> regions;
    private final RegionTable table;
    private final Map<Integer, List<Region>> children;
    private final Map<String, List<Region>> byName;
    private final Map<String, Set<Integer>> countiesByTown;
    private final Map<Integer, Map<String, Integer>> former;
    private final Map<String, Integer> zones;
    private final Villages villages;
    private final PeopleNames peoples = new PeopleNames();

    Gazetteer(GazetteerFiles files) {
        Map<Integer, Region> ordered = new TreeMap<>();
        files.regions().forEach(region -> ordered.put(region.code(), region));
        this.regions = Collections.unmodifiableMap(new LinkedHashMap<>(ordered));
        this.table = new RegionTable(regions.values());
        this.children = regions.values().stream()
                .filter(region -> region.level() != Level.ZONE)
                .sorted(comparingInt(Region::code))
                .collect(groupingBy(Region::parent, toUnmodifiableList()));
        this.byName = namesOf(files);
        this.countiesByTown = files.countiesByTown();
        this.former = files.former();
        this.zones = files.zones();
        this.villages = new Villages(this);
    }

    /** The gazetteer that lies on the class path. */
    public static Gazetteer load() {
        return new Gazetteer(GazetteerFiles.read());
    }

    private Map<String, List<Region>> namesOf(GazetteerFiles files) {
        Map<String, Set<Region>> names = new HashMap<>();
        files.names().forEach((name, codes) -> {
            Set<Region> bearers = names.computeIfAbsent(name, key -> new LinkedHashSet<>());
            for (int code : codes) {
                region(code).ifPresent(bearers::add);
            }
        });
        Map<String, List<Region>> result = new HashMap<>();
        names.forEach((name, bearers) -> result.put(name, List.copyOf(bearers)));
        return Collections.unmodifiableMap(result);
    }

    /** The division or zone with this six-digit code. */
    public Optional<Region> region(int code) {
        return Optional.ofNullable(table.get(code));
    }

    /** All divisions and zones by code, the country first. */
    public Collection<Region> regions() {
        return regions.values();
    }

    /** The divisions next below, by code; zones never: of 110000 its 16 districts. */
    public List<Region> children(int code) {
        return children.getOrDefault(code, List.of());
    }

    /** The division next above; empty for the country and for unknown codes. */
    public Optional<Region> parent(int code) {
        return region(code).flatMap(region -> region(region.parent()));
    }

    /** The province that holds a division (140000 for 140106); 100000 for the country and for 0. */
    public int province(int code) {
        int province = code / 10000 * 10000;
        return province == 0 ? COUNTRY : province;
    }

    /** Whether {@code code} lies in {@code above} or is it. */
    public boolean within(int code, int above) {
        int at = code;
        while (at != 0 && at != above) {
            Region region = table.get(at);
            at = region == null ? 0 : region.parent();
        }
        return at == above && at != 0;
    }

    /**
     * The prefecture-level city, league or autonomous prefecture of a division; the county where it hangs on its province
     * (仙桃市), the city for districts of 北京; 0 for provinces with prefectures and the country.
     */
    public int prefecture(int code) {
        return table.prefecture(code);
    }

    /** Whether it is 北京, 天津, 上海 or 重庆. */
    public static boolean isMunicipality(int code) {
        return code == 110000 || code == 120000 || code == 310000 || code == 500000;
    }

    /** Every division with this name, full, short or former (太原市, 太原, 太谷县), by code; zones too. */
    public List<Region> named(String name) {
        return byName.getOrDefault(name, List.of());
    }

    /**
     * The code that a division bore under a name of 2015 to 2021 that is gone: 140726 of {@code 太谷县}, now 140703; 0 where the
     * name is none of its former ones.
     */
    public int formerCode(String name, int code) {
        return former.getOrDefault(code, Map.of()).getOrDefault(name, 0);
    }

    /** All names of divisions and zones: full, short and former. */
    public Set<String> names() {
        return byName.keySet();
    }

    /**
     * The counties that have a town or street of this name: {@code 永昌街道} is 220104 and others. A township is known with and
     * without its peoples: {@code 南美乡}, {@code 八岔赫哲族乡}.
     */
    public Set<Integer> countiesOfTown(String town) {
        Set<Integer> counties = countiesByTown.getOrDefault(town, Set.of());
        return counties.isEmpty() && town.endsWith("族乡")
                ? countiesByTown.getOrDefault(peoples.without(town), Set.of())
                : counties;
    }

    /**
     * The counties that have a town of this name under another rank: {@code 茶坊镇} of 2012 is a 街道 of 610628 now.
     */
    public Set<Integer> countiesOfFormerTown(String town) {
        for (String rank : TOWN_RANKS) {
            int end = town.length() - rank.length();
            if (end > 1 && town.endsWith(rank) && NO_STEMS.indexOf(town.charAt(end - 1)) < 0) {
                String stem = town.substring(0, end);
                for (String other : TOWN_RANKS) {
                    Set<Integer> counties =
                            other.equals(rank) ? Set.of() : countiesByTown.getOrDefault(stem + other, Set.of());
                    if (!counties.isEmpty()) {
                        return counties;
                    }
                }
            }
        }
        return Set.of();
    }

    /** The peoples after whom townships are named. */
    PeopleNames peoples() {
        return peoples;
    }

    /** Names of zones, by the lowest division that holds them: {@code 郑东新区} is 410100. */
    public Map<String, Integer> zones() {
        return zones;
    }

    /** The villages and communities; those of a province are read when first asked for. */
    public Villages villages() {
        return villages;
    }
}

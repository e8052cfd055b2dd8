package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The villages and communities of 2022: {@code 乐平社区} is one of 锦纶街道 in 140702. Those of a province are read when one of
 * them is first asked for.
 *
 * <p>Thread-safe; what it answers never changes.
 */
public final class Villages {
    private final Gazetteer gazetteer;
    private final ConcurrentHashMap<Integer, ProvinceVillages> provinces = new ConcurrentHashMap<>();

    /**
     * A town that has a village of the name asked for.
     *
     * @param county code of the division that holds the town: 140702; the city where it has no counties (东莞市)
     * @param name {@code 锦纶街道}
     */
    public record Town(int county, String name) {}

    Villages(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * The towns of a division that have a village or community of this name.
     *
     * @param name {@code 乐平社区}, {@code 裴寨村}, {@code 图嘎查}
     * @param within code of a county, prefecture or province; of anything else there are none
     */
    public List<Town> towns(String name, int within) {
        int province = gazetteer.province(within);
        if (province == Gazetteer.COUNTRY || gazetteer.region(within).isEmpty()) {
            return List.of();
        }
        ProvinceVillages villages = provinces.computeIfAbsent(province, ProvinceVillages::read);
        List<Town> towns = new ArrayList<>();
        for (Town town : villages.towns(name)) {
            if (gazetteer.within(town.county(), within)) {
                towns.add(town);
            }
        }
        return towns;
    }

    /** The one county of a division that has such a village; 0 where none has, or several. */
    int county(String name, int within) {
        int county = 0;
        for (Town town : towns(name, within)) {
            if (county != 0 && town.county() != county) {
                return 0;
            }
            county = town.county();
        }
        return county;
    }

    /** Whether a division has such a village. */
    boolean has(String name, int within) {
        return !towns(name, within).isEmpty();
    }
}

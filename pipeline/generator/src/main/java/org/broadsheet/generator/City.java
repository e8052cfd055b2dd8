package org.broadsheet.generator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Level;
import org.broadsheet.text.place.Region;

/**
 * A prefecture that pages are written about.
 *
 * @param number among those of its province, from 0
 * @param counties whose names no other division bears
 * @param neighbour the next one of its province; empty for the last
 */
record City(Region province, Region city, int number, List<Region> counties, Optional<Region> neighbour) {
    private static final int LEAST_COUNTIES = 4;
    private static final int SHORTEST_NAME = 3;

    /** All that are fit, by code. */
    static List<City> of(Gazetteer gazetteer, Words words) {
        List<City> cities = new ArrayList<>();
        for (Region province : gazetteer.children(Gazetteer.COUNTRY)) {
            List<Region> fit = gazetteer.children(province.code()).stream()
                    .filter(city -> city.level() == Level.PREFECTURE && isAlone(gazetteer, words, city))
                    .filter(city -> counties(gazetteer, words, city).size() >= LEAST_COUNTIES)
                    .toList();
            for (int i = 0; i < fit.size(); i++) {
                Optional<Region> next = i + 1 < fit.size() ? Optional.of(fit.get(i + 1)) : Optional.empty();
                cities.add(new City(province, fit.get(i), i, counties(gazetteer, words, fit.get(i)), next));
            }
        }
        return List.copyOf(cities);
    }

    private static List<Region> counties(Gazetteer gazetteer, Words words, Region city) {
        return gazetteer.children(city.code()).stream()
                .filter(county -> county.level() == Level.COUNTY && isAlone(gazetteer, words, county))
                .toList();
    }

    private static boolean isAlone(Gazetteer gazetteer, Words words, Region region) {
        char last = region.name().charAt(region.name().length() - 1);
        return region.name().length() >= SHORTEST_NAME
                && "市区县".indexOf(last) >= 0
                && words.avoided().stream().noneMatch(region.name()::contains)
                && gazetteer.named(region.name()).size() == 1;
    }
}

package org.broadsheet.text.place;

import java.util.Collection;
import org.jspecify.annotations.Nullable;

/**
 * Divisions by code, with the prefecture of each: 140106 is 迎泽区, in 140100. Asked for every name of a text, so it boxes
 * nothing.
 *
 * <p>Immutable, thread-safe.
 */
final class RegionTable {
    private final int mask;
    private final int[] codes;
    private final int[] prefectures;
    private final @Nullable Region[] regions;

    RegionTable(Collection<Region> all) {
        int slots = Integer.highestOneBit(Math.max(1, all.size())) * 4;
        this.mask = slots - 1;
        this.codes = new int[slots];
        this.prefectures = new int[slots];
        this.regions = new Region[slots];
        for (Region region : all) {
            int slot = slot(region.code());
            codes[slot] = region.code();
            regions[slot] = region;
        }
        for (Region region : all) {
            prefectures[slot(region.code())] = prefectureOf(region);
        }
    }

    /** The slot of a code, or the empty one where it would be. */
    private int slot(int code) {
        int slot = ((code * 0x9E3779B9) >>> 16) & mask;
        while (codes[slot] != 0 && codes[slot] != code) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The division or zone with this code; null where there is none. */
    @Nullable
    Region get(int code) {
        return code == 0 ? null : regions[slot(code)];
    }

    /** The prefecture of a division, see {@link Gazetteer#prefecture}; 0 where it has none. */
    int prefecture(int code) {
        return code == 0 ? 0 : prefectures[slot(code)];
    }

    private int prefectureOf(Region region) {
        return switch (region.level()) {
            case COUNTRY -> 0;
            case PROVINCE -> Gazetteer.isMunicipality(region.code()) ? region.code() : 0;
            case PREFECTURE -> region.code();
            case COUNTY, ZONE -> above(region);
        };
    }

    private int above(Region region) {
        int parent = region.parent();
        boolean onProvince = get(parent) != null && parent % 10000 == 0 && !Gazetteer.isMunicipality(parent);
        return onProvince ? region.code() : parent;
    }
}

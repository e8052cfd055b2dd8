package org.broadsheet.text.fact;

import java.util.List;
import java.util.Map;
import org.broadsheet.text.figure.RegionTree;
import org.broadsheet.text.metric.Kind;

/** A country of two provinces, small enough to be read: 山西 with 太原 (迎泽, 小店) and 朔州 (朔城), 河北 with 石家庄. */
public final class Provinces implements RegionTree {
    public static final int SHANXI = 140000;
    public static final int TAIYUAN = 140100;
    public static final int XIAODIAN = 140105;
    public static final int YINGZE = 140106;
    public static final int SHUOZHOU = 140600;
    public static final int SHUOCHENG = 140602;
    public static final int HEBEI = 130000;
    public static final int SHIJIAZHUANG = 130100;

    public static final Map<String, Kind> KINDS = Map.of("test_sites", Kind.STOCK, "confirmed_cases", Kind.FLOW);

    private static final Map<Integer, List<Integer>> CHILDREN = Map.of(
            COUNTRY, List.of(HEBEI, SHANXI),
            SHANXI, List.of(TAIYUAN, SHUOZHOU),
            TAIYUAN, List.of(XIAODIAN, YINGZE),
            SHUOZHOU, List.of(SHUOCHENG),
            HEBEI, List.of(SHIJIAZHUANG));

    @Override
    public int parent(int code) {
        return CHILDREN.entrySet().stream()
                .filter(entry -> entry.getValue().contains(code))
                .map(Map.Entry::getKey)
                .findAny()
                .orElse(0);
    }

    @Override
    public List<Integer> children(int code) {
        return CHILDREN.getOrDefault(code, List.of());
    }
}

package org.broadsheet.text.mention;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.metric.Metric;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.Gazetteer;
import org.jspecify.annotations.Nullable;

/**
 * Finds a wider owner for a figure that its place cannot hold: {@code 480万老区群众} are not 大悟县's but its province's.
 *
 * <p>Immutable, thread-safe.
 */
final class Capacity {
    private static final int PROVINCE = 10_000;
    private static final int PREFECTURE = 100;
    /** The last two digits of districts, which end in 20; those of counties begin with 21. */
    private static final int DISTRICTS = 20;
    /** Cities under the central government; what they hold are districts and counties. */
    private static final List<Integer> MUNICIPALITIES = List.of(11, 12, 31, 50);
    /** More persons than the country has: of the world, or of several countries. */
    private static final BigDecimal COUNTRY = BigDecimal.valueOf(1_500_000_000);
    /** Persons of a household on average. */
    private static final BigDecimal HOUSEHOLD = new BigDecimal("2.5");

    private final Map<String, BigDecimal> largest = Lexicon.rows(Capacity.class, "capacity.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> new BigDecimal(row.get(1))));

    /**
     * The place itself, or a wider one that can hold so many: its province, the country, at last abroad.
     *
     * @param home six-digit code of the paper's home
     * @param headline what the headline says of the region; null where it says nothing
     */
    Where holding(Where where, Metric metric, BigDecimal value, int home, Supplier<@Nullable Where> headline) {
        boolean households = metric.unit().equals("household");
        if (where.region() < Gazetteer.COUNTRY || !(households || metric.unit().equals("person"))) {
            return where;
        }
        BigDecimal share = largest.getOrDefault(metric.id(), BigDecimal.ONE);
        BigDecimal persons = (households ? value.multiply(HOUSEHOLD) : value).multiply(share);
        int region = where.region();
        Where head = where.own() || !isCrowded(where, persons) ? null : headline.get();
        if (head != null && head.region() > Gazetteer.COUNTRY) {
            region = head.region();
        }
        if (region % PROVINCE != 0 && persons.compareTo(ofPart(region)) > 0) {
            int province = region / PROVINCE * PROVINCE;
            region = where.own() || home != Gazetteer.COUNTRY || isOf(province, headline.get())
                    ? province
                    : Gazetteer.COUNTRY;
        }
        if (region > Gazetteer.COUNTRY && region % PROVINCE == 0 && persons.compareTo(of(region / PROVINCE)) > 0) {
            region = Gazetteer.COUNTRY;
        }
        if (region == Gazetteer.COUNTRY && persons.compareTo(COUNTRY) > 0) {
            region = Gazetteer.ABROAD;
        }
        return region == where.region() ? where : new Where(region, "", where.why(), where.own());
    }

    /** {@code 已完成21万户} behind a story of one community: more than live there. */
    private boolean isCrowded(Where where, BigDecimal persons) {
        boolean community = where.place().endsWith("村") || where.place().endsWith("社区");
        return community && persons.compareTo(largest.getOrDefault("community", COUNTRY)) > 0;
    }

    private static boolean isOf(int province, @Nullable Where headline) {
        return headline != null && headline.region() / PROVINCE * PROVINCE == province;
    }

    private BigDecimal of(int province) {
        return largest.getOrDefault(Integer.toString(province), COUNTRY);
    }

    private BigDecimal ofPart(int region) {
        boolean county = region % PREFECTURE != 0;
        String level = !county ? "prefecture" : region % PREFECTURE <= DISTRICTS ? "district" : "county";
        boolean municipality = MUNICIPALITIES.contains(region / PROVINCE);
        return largest.getOrDefault(municipality && !county ? "district" : level, COUNTRY);
    }
}

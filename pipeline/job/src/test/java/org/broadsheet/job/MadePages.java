package org.broadsheet.job;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.fact.Element;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.fact.Signature;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.metric.Metric;
import org.broadsheet.text.page.PageId;
import org.broadsheet.text.place.Level;
import org.broadsheet.text.place.Region;

/**
 * Pages of ten mentions each, made by their index: 300 papers, ten years, every county. One page in four reprints most of
 * another, one mention in ten is of a claim that everybody makes.
 */
final class MadePages implements Serializable {
    static final int MENTIONS = 10;

    private static final int PAPERS = 300;
    private static final int DAYS = 3650;
    private static final int FIRST_DAY = 15340;
    private static final int MOST_DAYS_LATER = 10;
    private static final List<Scope> SCOPES = List.of(Scope.CURRENT, Scope.NEW, Scope.CUMULATIVE);

    private final List<String> metrics;
    private final List<Integer> regions;

    MadePages(List<String> metrics, List<Integer> regions) {
        this.metrics = metrics;
        this.regions = regions;
    }

    /** Pages of the metrics, counties and cities of these rules. */
    static MadePages of(TextRules rules) {
        List<Integer> regions = rules.gazetteer().regions().stream()
                .filter(region -> region.level() == Level.COUNTY || region.level() == Level.PREFECTURE)
                .map(Region::code)
                .toList();
        return new MadePages(
                List.copyOf(rules.catalogue().metrics().stream().map(Metric::id).toList()), List.copyOf(regions));
    }

    PageElements page(long index) {
        boolean reprint = index % 4 == 3;
        long story = reprint ? index - 1 - (index / 4) % 3 : index;
        Random random = new Random(Reference.of(Long.toString(index)).high());
        int published = day(story) + (reprint ? 1 + random.nextInt(MOST_DAYS_LATER) : 0);
        String paper = "某省第" + (reprint ? PAPERS + random.nextInt(PAPERS) : random.nextInt(PAPERS)) + "日报";
        String key = paper + "/" + LocalDate.ofEpochDay(published) + "/" + index % 1000;
        PageId id = new PageId(key + (index / 1000), 0, "0".repeat(64));
        Reference reference = Reference.of(id.key(), "0");
        List<Element> elements = new ArrayList<>(MENTIONS);
        for (int number = 0; number < MENTIONS; number++) {
            elements.add(mention(reference, id.key(), paper, published, number, story, random));
        }
        return new PageElements(id, published, elements);
    }

    private static int day(long story) {
        return FIRST_DAY
                + Math.floorMod(Reference.of("day", Long.toString(story)).low(), DAYS);
    }

    private Element mention(
            Reference page, String key, String paper, int published, int number, long story, Random print) {
        Random told = new Random(
                Reference.of(Long.toString(story), Integer.toString(number)).high());
        boolean hot = told.nextInt(10) == 0;
        boolean stated = told.nextInt(3) > 0;
        int range = hot ? 20 : regions.size();
        String metric = metrics.get(told.nextInt(hot ? 2 : metrics.size()));
        long value = hot ? 1 + told.nextInt(4) : Math.round(Math.exp(told.nextDouble() * 9));
        int region = regions.get(told.nextInt(range));
        String place = told.nextInt(4) == 0 ? "某某街道某某社区" : "";
        int sayDay = stated ? day(story) - told.nextInt(3) : published;
        return new Element(
                page,
                number,
                key,
                paper,
                published,
                metric,
                BigDecimal.valueOf(value),
                told.nextInt(5) == 0 ? Modifier.OVER : Modifier.EXACT,
                region,
                place,
                hot ? Scope.NEW : SCOPES.get(told.nextInt(SCOPES.size())),
                sayDay,
                stated,
                worn(told.nextLong(), told.nextLong(), print),
                Fate.COUNTED);
    }

    private static Signature worn(long high, long low, Random print) {
        int shift = print.nextInt(16) * 4;
        long flipped = (1L + print.nextInt(15)) << shift;
        return print.nextBoolean() ? new Signature(high ^ flipped, low, 0) : new Signature(high, low ^ flipped, 0);
    }
}

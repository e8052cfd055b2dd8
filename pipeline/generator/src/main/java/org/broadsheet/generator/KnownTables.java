package org.broadsheet.generator;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.broadsheet.text.place.Gazetteer;

/**
 * The tables that must come out of records, whatever their order and however often they come. Computed in one go, by code
 * that knows nothing of how the tables are made.
 *
 * @param pages every content of every page, in no order
 * @param mentions of the pages that hold, in no order
 * @param facts in no order
 * @param figures in no order
 * @param read records that are pages or take one back
 * @param refused records that are none, by reason
 */
public record KnownTables(
        Set<Told> pages,
        List<KnownRow> mentions,
        List<KnownFact> facts,
        List<KnownFigure> figures,
        long read,
        Map<String, Integer> refused) {

    /** The tables of these records; takes memory for all that is in them. */
    public static KnownTables of(Stream<Delivery> deliveries, Gazetteer gazetteer) {
        Set<Told> pages = new HashSet<>();
        Map<String, Integer> refused = new TreeMap<>();
        long read = deliveries
                .map(Delivery::told)
                .filter(told -> {
                    if (told instanceof Told.Refused none) {
                        refused.merge(none.reason(), 1, Integer::sum);
                        return false;
                    }
                    pages.add(told);
                    return true;
                })
                .count();
        KnownFacts facts = new KnownFacts(holding(pages));
        Set<String> stocks = Words.read().things().stream()
                .filter(Thing::stock)
                .flatMap(thing -> thing.metrics().stream())
                .collect(Collectors.toSet());
        KnownFigures figures = new KnownFigures(gazetteer, stocks, facts.facts());
        return new KnownTables(pages, facts.rows(), facts.facts(), figures.figures(), read, refused);
    }

    /** The rows of each table as sorted lines: {@code 140106|test_sites|new|2022-11-22|70|over|stated|0|0|1}. */
    public SortedMap<String, List<String>> lines() {
        return new TreeMap<>(Map.of(
                "page", pages.stream().map(Told::line).sorted().toList(),
                "mention", mentions.stream().map(KnownRow::line).sorted().toList(),
                "fact", facts.stream().map(KnownFact::line).sorted().toList(),
                "region_figure",
                        figures.stream().map(KnownFigure::line).sorted().toList()));
    }

    /** Of each key the greatest by revision, corrections and content, where it is no withdrawal. */
    private static List<Told.Printed> holding(Set<Told> pages) {
        Map<String, Told> greatest = new HashMap<>();
        for (Told page : pages) {
            greatest.merge(key(page), page, KnownTables::greater);
        }
        return greatest.values().stream()
                .filter(page -> page instanceof Told.Printed)
                .map(page -> (Told.Printed) page)
                .toList();
    }

    private static Told greater(Told one, Told other) {
        int byRevision = Long.compare(revision(one), revision(other));
        if (byRevision != 0) {
            return byRevision > 0 ? one : other;
        }
        int byCorrections = Long.compare(corrected(one), corrected(other));
        if (byCorrections != 0) {
            return byCorrections > 0 ? one : other;
        }
        return content(one).compareTo(content(other)) > 0 ? one : other;
    }

    private static long corrected(Told told) {
        return told instanceof Told.Printed printed ? printed.corrected() : 0;
    }

    private static String key(Told told) {
        return told instanceof Told.Printed printed ? printed.key() : ((Told.Withdrawn) told).key();
    }

    private static long revision(Told told) {
        return told instanceof Told.Printed printed ? printed.revision() : ((Told.Withdrawn) told).revision();
    }

    private static String content(Told told) {
        return told instanceof Told.Printed printed ? printed.content() : ((Told.Withdrawn) told).content();
    }
}

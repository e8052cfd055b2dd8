package org.broadsheet.generator;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.broadsheet.text.place.Gazetteer;

/**
 * An archive of so many records from a seed: pages of {@code 太原新报} and others, with the figures that were written into
 * them. The same seed gives the same bytes. Immutable, thread-safe; pages are made when they are asked for.
 */
public final class Archive {
    private static final int FIRST_YEAR = 2004;
    private static final int YEARS = 4;
    private static final int DAYS_BETWEEN = 60;

    private final Words words = Words.read();
    private final List<City> cities;
    private final long seed;
    private final long records;
    private final int offset;

    private Archive(Gazetteer gazetteer, long seed, long records) {
        this.cities = City.of(gazetteer, words);
        this.seed = seed;
        this.records = records;
        this.offset = Math.floorMod(seed * 37, cities.size());
    }

    /** An archive of {@code records} records. */
    public static Archive of(Gazetteer gazetteer, long seed, long records) {
        return new Archive(gazetteer, seed, records);
    }

    /** The records, one chapter in memory at a time. */
    public Stream<Delivery> deliveries() {
        return chapters().flatMap(chapter -> chapter.deliveries().stream()).limit(records);
    }

    /** The list of papers, as {@code sources.yaml} has it. */
    public String sources() {
        Map<String, Integer> homes = new TreeMap<>();
        chapters()
                .limit(cities.size())
                .forEach(
                        chapter -> chapter.newsroom().listed().forEach(paper -> homes.put(paper.name(), paper.home())));
        StringBuilder yaml = new StringBuilder("papers:\n");
        homes.forEach((name, home) ->
                yaml.append("  ").append(name).append(": ").append(home).append('\n'));
        return yaml.toString();
    }

    private Stream<Chapter> chapters() {
        int chapters = Math.toIntExact((records + Chapter.RECORDS - 1) / Chapter.RECORDS);
        return IntStream.range(0, chapters).mapToObj(this::chapter);
    }

    private Chapter chapter(int number) {
        int start = (int) LocalDate.of(FIRST_YEAR + Math.floorMod((int) seed, YEARS), Month.DECEMBER, 15)
                .toEpochDay();
        City city = cities.get((offset + number) % cities.size());
        return new Chapter(words, city, seed, number, start + number / cities.size() * DAYS_BETWEEN);
    }
}

package org.broadsheet.postgres;

import java.util.List;

/** The tables that the job writes, described once: for the sink, the audit and the checksums; {@code 事实} is a {@link #FACT}. */
public final class Tables {
    /** Contents of pages; added, never changed. */
    public static final Table PAGE = new Table(
            "page",
            List.of(
                    "reference",
                    "page_key",
                    "revision",
                    "content",
                    "withdrawn",
                    "source",
                    "published",
                    "home",
                    "url",
                    "inferred",
                    "rules",
                    "paragraphs",
                    "kept",
                    "repeated",
                    "repeats",
                    "articles",
                    "sentences",
                    "mentions",
                    "corrected",
                    "corrections"),
            1,
            true);

    /** Statements of the pages that hold. */
    public static final Table MENTION = new Table(
            "mention",
            List.of(
                    "page",
                    "number",
                    "metric",
                    "value",
                    "modifier",
                    "region",
                    "place",
                    "scope",
                    "day",
                    "day_stated",
                    "fate",
                    "fact"),
            2,
            false);

    /** What the mentions report. */
    public static final Table FACT = new Table(
            "fact",
            List.of(
                    "reference",
                    "metric",
                    "region",
                    "place",
                    "scope",
                    "value",
                    "modifier",
                    "day",
                    "reports",
                    "mentions",
                    "first_published",
                    "last_published"),
            1,
            false);

    /** One figure per region, metric, scope and day. */
    public static final Table REGION_FIGURE = new Table(
            "region_figure",
            List.of("region", "metric", "scope", "day", "value", "modifier", "basis", "parts", "parts_of", "reports"),
            4,
            false);

    /** The books of the partitions. */
    public static final Table INTAKE =
            new Table("intake", List.of("topic", "partition", "first", "next", "read", "rejected"), 2, false);

    /** All that the sink writes, in the order in which it writes them. */
    public static final List<Table> ALL = List.of(PAGE, MENTION, FACT, REGION_FIGURE, INTAKE);

    /** Those that follow from the set of pages, corrections and rules, and from nothing else. */
    public static final List<Table> CHECKED = List.of(PAGE, MENTION, FACT, REGION_FIGURE);

    private Tables() {}

    /**
     * The table of a name.
     *
     * @throws IllegalArgumentException where there is no such table
     */
    public static Table named(String name) {
        return ALL.stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no table of the job: " + name));
    }
}

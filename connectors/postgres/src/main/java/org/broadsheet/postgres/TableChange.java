package org.broadsheet.postgres;

/**
 * A row to be put into a table, or taken out of it; what flows into the {@link TableSink}.
 *
 * <p>{@code ("region_figure", "140106\ttest_sites\tcurrent\t2022-11-22", "140106\ttest_sites\t…795…", false)}. Of
 * several changes of one key the last holds.
 *
 * @param table a name of {@link Tables}
 * @param key the key columns in the COPY text format
 * @param line all columns in the COPY text format, without the end of the line; where deleted the others are {@code \N}
 */
public record TableChange(String table, String key, String line, boolean deleted) {}

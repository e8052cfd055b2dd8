package org.broadsheet.bench.wear;

import java.util.List;

/**
 * A worn page that knows where each of its characters comes from.
 *
 * @param clean the clean text, its paragraphs parted by line feeds
 * @param text the worn page
 * @param origins for each UTF-16 unit of {@code text} its place in {@code clean}, or −1 for a line break or a space put in
 * @param causes for each UTF-16 unit of {@code text} the number of the injury that put it in or changed it, or −1 where untouched
 * @param injuries what was done, in the order in which it was
 */
public record WornPage(String clean, String text, int[] origins, int[] causes, List<Injury> injuries) {}

package org.broadsheet.bench.layout;

import java.util.List;

/** A report to be printed: its headline and its paragraphs. */
public record Report(String headline, List<String> paragraphs) {
    public Report {
        paragraphs = List.copyOf(paragraphs);
    }
}

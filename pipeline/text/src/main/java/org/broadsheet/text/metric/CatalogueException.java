package org.broadsheet.text.metric;

import java.util.List;

/** A catalogue that cannot be used, with all its faults: {@code metrics.grids.kind: "stok" is neither stock nor flow}. */
public final class CatalogueException extends RuntimeException {
    private final List<String> faults;

    CatalogueException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** What is wrong, one fault a line, each with its place in the file. */
    public List<String> faults() {
        return faults;
    }
}

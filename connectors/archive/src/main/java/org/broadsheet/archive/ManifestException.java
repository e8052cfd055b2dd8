package org.broadsheet.archive;

import java.util.List;

/** A manifest that does not say what it should; has all its faults: {@code pages.jsonl, line 3: published is no day}. */
public final class ManifestException extends RuntimeException {
    private final List<String> faults;

    /** A line each, at least one. */
    public ManifestException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** A line each, in the order of the manifest. */
    public List<String> faults() {
        return faults;
    }
}

package org.broadsheet.text.page;

import java.util.List;

/** The list of papers cannot be used: {@code line 3: 太原晚报: home is 14, wanted a six-digit code such as 140100}. */
public final class InvalidSourcesException extends RuntimeException {
    private final List<String> faults;

    InvalidSourcesException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** Every fault found, in plain words, in the order of the file; never empty. */
    public List<String> faults() {
        return faults;
    }
}

package org.broadsheet.job.settings;

import java.util.List;

/** All that is wrong with the settings, each fault in plain words. */
public final class SettingsException extends Exception {
    private final List<String> faults;

    SettingsException(List<String> faults) {
        super(String.join("\n", faults));
        this.faults = List.copyOf(faults);
    }

    /** One sentence a fault: {@code job.parallelism is "many": a whole number from 1 is needed.} */
    public List<String> faults() {
        return faults;
    }
}

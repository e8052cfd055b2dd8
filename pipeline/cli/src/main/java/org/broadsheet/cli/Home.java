package org.broadsheet.cli;

import java.nio.file.Path;

/** The folder of this copy of Broadsheet, as the launcher says. */
final class Home {
    private Home() {}

    /** The folder that holds {@code config/}. */
    static Path folder() {
        return Path.of(System.getProperty("broadsheet.home", "."))
                .toAbsolutePath()
                .normalize();
    }
}

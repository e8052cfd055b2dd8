package org.broadsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The versions in the top {@code pom.xml}. */
final class Pom {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");

    private Pom() {}

    /** Of Broadsheet: {@code 0.1.0}. */
    static String version() {
        return first(VERSION);
    }

    /** {@code flink.version} is {@code 2.3.0}. */
    static String property(String name) {
        return first(Pattern.compile("<" + Pattern.quote(name) + ">([^<]+)</"));
    }

    private static String first(Pattern pattern) {
        try {
            Matcher matcher = pattern.matcher(Compose.text("pom.xml"));
            if (!matcher.find()) {
                throw new IllegalArgumentException("pom.xml has no " + pattern);
            }
            return matcher.group(1);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}

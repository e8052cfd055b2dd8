package org.broadsheet.cli;

import java.time.LocalDate;
import java.util.Optional;
import org.broadsheet.archive.ManifestEntry;
import org.broadsheet.archive.PageFile;
import org.broadsheet.archive.PageFileSource;
import org.broadsheet.archive.PathPattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** What is said of pages by flags and by their paths; flags go before the path, that before a manifest. */
final class PageNaming implements PageFileSource.Naming {
    private static final long serialVersionUID = 1;

    @Option(
            names = "--pattern",
            paramLabel = "PATTERN",
            converter = PatternConverter.class,
            description = {
                "Read off the end of each path what the page is: '{source}/{published}/{page}.txt'. Fields: source, published or"
                        + " year, month and day, home, page, revision; * is anything; an archive counts as a folder.",
                "A file whose path is another is named and skipped."
            })
    private @Nullable PathPattern pattern;

    @Option(names = "--source", paramLabel = "PAPER", defaultValue = "", description = "The paper of all pages.")
    private String source = "";

    @Option(names = "--published", paramLabel = "DAY", description = "The day of all pages: 2022-11-22.")
    private @Nullable LocalDate published;

    @Option(
            names = "--home",
            paramLabel = "CODE",
            defaultValue = "",
            converter = HomeConverter.class,
            description = "The code of the home of all papers: 140100.")
    private String home = "";

    /** What is said of a page; empty where its path does not fit the pattern. */
    @Override
    public Optional<ManifestEntry> entry(PageFile page) {
        ManifestEntry said = page.entry() == null ? ManifestEntry.silent(page.name()) : page.entry();
        if (pattern != null) {
            Optional<ManifestEntry> read = pattern.read(page.name());
            if (read.isEmpty()) {
                return read;
            }
            said = said.under(read.get());
        }
        String day = published == null ? "" : published.toString();
        return Optional.of(said.under(new ManifestEntry("", source, day, home, "", "", null)));
    }

    /** The pattern, for a person. */
    String pattern() {
        return String.valueOf(pattern);
    }

    /** Six digits, or it is told. */
    static final class HomeConverter implements ITypeConverter<String> {
        @Override
        public String convert(String text) {
            boolean code = text.isEmpty() || (text.length() == 6 && text.chars().allMatch(c -> c >= '0' && c <= '9'));
            if (!code) {
                throw new TypeConversionException("'" + text + "' is no six-digit code such as 140100");
            }
            return text;
        }
    }

    /** A pattern, or what is wrong with it. */
    static final class PatternConverter implements ITypeConverter<PathPattern> {
        @Override
        public PathPattern convert(String text) {
            try {
                return PathPattern.of(text);
            } catch (IllegalArgumentException fault) {
                throw new TypeConversionException(fault.getMessage());
            }
        }
    }
}

package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.util.List;
import org.broadsheet.kafka.Fingerprint;
import org.broadsheet.text.page.Header;

/** Where the journal of a feed or a replay is kept unless told otherwise: {@code .broadsheet/feed/存档-5f0c12ab.journal}. */
final class FeedJournalFile {
    private static final int DIGITS = 8;

    private FeedJournalFile() {}

    /**
     * The journal for these paths; the same for {@code 存档}, {@code ./存档} and its absolute path.
     *
     * @param state of a generation, in {@code job.state-folder}, beside which it lies
     * @param kind names its folder: {@code feed}
     */
    static Path of(Path state, String kind, List<Path> paths) {
        List<Header> absolute = paths.stream()
                .map(path -> path.toAbsolutePath().normalize().toString())
                .sorted()
                .map(path -> new Header(path, new byte[0]))
                .toList();
        String digits = Fingerprint.of(null, null, absolute).toString().substring(0, DIGITS);
        Path first = paths.get(0).toAbsolutePath().normalize().getFileName();
        String name = first == null ? "root" : first.toString();
        byte[] bytes = name.getBytes(UTF_8);
        String shortened = bytes.length > 100 ? "feed" : name;
        return state.toAbsolutePath()
                .normalize()
                .resolveSibling("")
                .resolveSibling(kind)
                .resolve(shortened + "-" + digits + ".journal");
    }
}

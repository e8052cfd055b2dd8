package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.broadsheet.archive.ManifestException;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.kafka.PageFeeder;

/**
 * Takes the page files that are put into a folder: once a file has kept its size from one look to the next it is fed, and
 * moved to {@code fed/}; what cannot be read as pages goes to {@code not-fed/}.
 */
final class DropFolder {
    private static final long LOOK_MILLISECONDS = 1000;

    private final Path folder;
    private final PageFeeder feeder;
    private final PrintWriter err;

    DropFolder(Path folder, PageFeeder feeder, PrintWriter err) {
        this.folder = folder;
        this.feeder = feeder;
        this.err = err;
    }

    /** What is done after files were fed. */
    interface AfterFeeding {
        void run() throws Exception;
    }

    /** Looks until the process ends. */
    void watch(AfterFeeding after) throws Exception {
        Map<Path, Long> before = Map.of();
        while (true) {
            Map<Path, Long> now = sizes();
            Map<Path, Long> last = before;
            List<Path> steady = now.entrySet().stream()
                    .filter(file -> file.getValue().equals(last.get(file.getKey())))
                    .map(Map.Entry::getKey)
                    .toList();
            if (!steady.isEmpty() && take(steady)) {
                after.run();
            }
            before = now;
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    /** Takes them together: a manifest among them speaks of the others. */
    private boolean take(List<Path> files) throws IOException {
        try {
            Feeding.Fed fed = Feeding.feed(feeder, PageFiles.of(files), err);
            err.println("Fed " + fed.sent() + " pages from " + files.size() + " files.");
            move(files, "fed");
            return fed.sent() > 0;
        } catch (ManifestException | UncheckedIOException fault) {
            err.println(Objects.requireNonNullElse(Faults.sentence(fault), fault.toString()));
            move(files, "not-fed");
            return false;
        }
    }

    private void move(List<Path> files, String name) throws IOException {
        Path done = Files.createDirectories(folder.resolve(name));
        for (Path file : files) {
            Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Map<Path, Long> sizes() throws IOException {
        Map<Path, Long> sizes = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.put(file, Files.size(file));
            }
        }
        return sizes;
    }
}

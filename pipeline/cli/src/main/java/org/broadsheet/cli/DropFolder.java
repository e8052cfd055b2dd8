package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.kafka.PageFeeder;

/**
 * Takes the page files that are put into a folder: once a file has kept its size from one look to the next it is fed, and
 * moved to {@code fed/}.
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
            boolean fed = false;
            for (Map.Entry<Path, Long> file : now.entrySet()) {
                if (file.getValue().equals(before.get(file.getKey()))) {
                    take(file.getKey());
                    fed = true;
                }
            }
            if (fed) {
                after.run();
            }
            before = now;
            Thread.sleep(LOOK_MILLISECONDS);
        }
    }

    private void take(Path file) throws IOException {
        Feeding.Fed fed = Feeding.feed(feeder, PageFiles.of(List.of(file)), err, none -> {});
        err.println("Fed " + fed.sent() + " pages from " + file.getFileName() + ".");
        Path done = Files.createDirectories(folder.resolve("fed"));
        Files.move(file, done.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
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

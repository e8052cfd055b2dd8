package org.broadsheet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the files in folders that grow which nobody writes to any more: those whose size and time were the same at so many
 * looks. {@code 003.txt.part} and {@code .003.txt} are still being written, by their names. Not thread-safe.
 */
final class GrowingFolders {
    private static final List<String> UNFINISHED =
            List.of(".part", ".partial", ".filepart", ".tmp", ".temp", ".crdownload", ".swp", "~");
    private static final List<String> MANIFESTS = List.of("pages.jsonl", "items.jsonl", "manifest.jsonl");

    private final List<Path> paths;
    private final int looks;
    private final Map<Path, Seen> seen = new HashMap<>();

    /** @param looks how often a file must be met unchanged */
    GrowingFolders(List<Path> paths, int looks) {
        this.paths = List.copyOf(paths);
        this.looks = looks;
    }

    private record Seen(long size, FileTime time, int times, boolean taken) {}

    /**
     * The files that are still now and were not given before in this state; where one of them is a manifest, also all that
     * it may speak of.
     *
     * @throws IOException where a folder cannot be listed
     */
    Set<Path> look() throws IOException {
        Map<Path, Seen> now = new HashMap<>();
        for (Path path : paths) {
            look(path, now);
        }
        seen.clear();
        seen.putAll(now);
        Set<Path> still = new HashSet<>();
        seen.forEach((path, file) -> {
            if (file.times() >= looks && !file.taken()) {
                still.add(path);
            }
        });
        Set<Path> folders = new HashSet<>();
        still.stream().filter(GrowingFolders::isManifest).forEach(file -> folders.add(file.resolveSibling("")));
        seen.forEach((path, file) -> {
            if (file.times() >= looks && folders.stream().anyMatch(path::startsWith)) {
                still.add(path);
            }
        });
        still.forEach(path ->
                seen.computeIfPresent(path, (same, file) -> new Seen(file.size(), file.time(), file.times(), true)));
        return still;
    }

    /** Gives these again, when they have been still for as long once more. */
    void again(Set<Path> files) {
        files.forEach(
                path -> seen.computeIfPresent(path, (same, file) -> new Seen(file.size(), file.time(), 1, false)));
    }

    private void look(Path path, Map<Path, Seen> now) throws IOException {
        try (Stream<Path> files = Files.walk(path)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                look(path, file, now);
            }
        } catch (NoSuchFileException gone) {
            // moved away while it was looked at, or not there yet
        } catch (UncheckedIOException fault) {
            if (!(fault.getCause() instanceof NoSuchFileException)) {
                throw fault.getCause();
            }
        }
    }

    private void look(Path root, Path file, Map<Path, Seen> now) throws IOException {
        if (isUnfinished(root, file)) {
            return;
        }
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            if (found.isRegularFile()) {
                @Nullable Seen before = seen.get(file);
                boolean same = before != null
                        && before.size() == found.size()
                        && before.time().equals(found.lastModifiedTime());
                now.put(
                        file,
                        new Seen(
                                found.size(),
                                found.lastModifiedTime(),
                                before != null && same ? Math.min(before.times() + 1, looks) : 1,
                                before != null && same && before.taken()));
            }
        } catch (NoSuchFileException gone) {
            // moved away meanwhile
        }
    }

    private static boolean isUnfinished(Path root, Path file) {
        Path inside = root.relativize(file);
        for (Path part : inside) {
            String name = part.toString();
            if (name.startsWith(".") && !name.isEmpty()) {
                return true;
            }
        }
        String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
        return UNFINISHED.stream().anyMatch(name::endsWith);
    }

    private static boolean isManifest(Path file) {
        return MANIFESTS.contains(String.valueOf(file.getFileName()));
    }
}

package org.broadsheet.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.broadsheet.archive.Manifest;
import org.broadsheet.archive.PageFiles;
import org.jspecify.annotations.Nullable;

/** From the paths of a command line to page files. */
final class PageInputs {
    private PageInputs() {}

    /**
     * The path itself.
     *
     * @throws PlainFault where it is no file
     */
    static Path file(Path path) {
        if (Files.isDirectory(path)) {
            throw new PlainFault(path + " is a folder; a file is needed.");
        }
        if (!Files.exists(path)) {
            throw new PlainFault("There is no file " + path + ".");
        }
        return path;
    }

    /**
     * The files of the paths.
     *
     * @param paths where empty: the files that the manifest names, beside it
     * @param manifest null: those found beside the files
     */
    static PageFiles of(List<Path> paths, @Nullable Path manifest) throws IOException {
        if (manifest == null) {
            return PageFiles.of(paths);
        }
        Manifest told = Manifest.read(file(manifest));
        if (!paths.isEmpty()) {
            return PageFiles.of(paths, told);
        }
        List<Path> named = told.files().stream().map(manifest::resolveSibling).toList();
        return PageFiles.of(named, told);
    }
}

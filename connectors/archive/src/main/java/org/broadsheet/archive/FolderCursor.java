package org.broadsheet.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The pages below a folder, files and folders sorted by name: {@code 存档/2022-11-22/003.txt} before {@code …/004.txt}. */
final class FolderCursor implements PageCursor {
    private final Path root;
    private final Origin origin;
    private final Predicate<Path> wanted;
    private final Deque<Iterator<Path>> open = new ArrayDeque<>();
    private @Nullable PageCursor inner;

    FolderCursor(Path root, Origin origin, Predicate<Path> wanted) {
        this.root = root;
        this.origin = origin;
        this.wanted = wanted;
        enter(root);
    }

    private void enter(Path folder) {
        try (Stream<Path> listed = Files.list(folder)) {
            List<Path> sorted = listed.sorted((one, other) -> name(one).compareTo(name(other)))
                    .toList();
            @Nullable Manifest manifest = origin.manifests().areSought() ? ManifestFinder.in(folder) : null;
            if (manifest != null) {
                origin.manifests().add(relative(folder), manifest);
            }
            open.push(sorted.iterator());
        } catch (IOException e) {
            origin.skip(relative(folder), "cannot be listed: " + e.getMessage());
        }
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }

    private String relative(Path path) {
        return root.relativize(path).toString().replace(path.getFileSystem().getSeparator(), "/");
    }

    @Override
    public @Nullable PageFile next() throws IOException {
        while (true) {
            @Nullable PageFile page = nextInner();
            if (page != null) {
                return page;
            }
            while (!open.isEmpty() && !open.peek().hasNext()) {
                open.pop();
            }
            if (open.isEmpty()) {
                return null;
            }
            visit(open.peek().next());
        }
    }

    private @Nullable PageFile nextInner() throws IOException {
        @Nullable PageCursor current = inner;
        if (current == null) {
            return null;
        }
        @Nullable PageFile page = current.next();
        if (page == null) {
            current.close();
            inner = null;
        }
        return page;
    }

    private void visit(Path path) {
        if (name(path).startsWith(".")) {
            return; // hidden
        }
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            enter(path);
        } else if (Files.isDirectory(path)) {
            origin.skip(relative(path), "a link to a folder");
        } else if (FileKind.of(relative(path)) != FileKind.ASIDE && wanted.test(path)) {
            inner = new FileCursor(path, relative(path), origin);
        }
    }

    @Override
    public void close() throws IOException {
        @Nullable PageCursor current = inner;
        if (current != null) {
            current.close();
        }
    }
}

package org.broadsheet.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalLong;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Page files from wherever people keep them: {@code PageFiles.of(List.of(Path.of("存档")))} gives {@code
 * 存档/太原晚报.zip!/2022-11-22/003.txt} and all others. Taken are files; folders with all below them, sorted by name;
 * {@code .zip}, {@code .tar}, {@code .tar.gz}, {@code .tgz}; {@code .jsonl} and {@code .jsonl.gz} of JSON objects, a page
 * a line, which may say its key. Hidden files, labels ({@code .mentions.jsonl}) and what macOS and Windows leave in folders are no pages.
 *
 * <p>Names in archives are decoded here, UTF-8 or GB18030. Names in folders come through the JVM, which Java 17 lets
 * read them by the locale alone: it has to be started with {@code LC_ALL=C.UTF-8} where the locale is C.
 */
public final class PageFiles {
    private final List<Path> paths;
    private final @Nullable Manifest given;
    private final Predicate<Path> wanted;

    private PageFiles(List<Path> paths, @Nullable Manifest given, Predicate<Path> wanted) {
        this.paths = List.copyOf(paths);
        this.given = given;
        this.wanted = wanted;
    }

    /**
     * With the manifests found beside the files and in archives: {@code pages.jsonl}, {@code items.jsonl} or {@code
     * manifest.jsonl}, the nearest holds.
     */
    public static PageFiles of(List<Path> paths) {
        return new PageFiles(paths, null, any -> true);
    }

    /** With one manifest for all, and no others. */
    public static PageFiles of(List<Path> paths, Manifest manifest) {
        return new PageFiles(paths, manifest, any -> true);
    }

    /** Of these only the files that are wanted; each is asked for as it is met. Manifests are read all the same. */
    public PageFiles only(Predicate<Path> wantedFile) {
        return new PageFiles(paths, given, wantedFile);
    }

    /** How many pages there are, manifests or not; empty where they would have to be read for it. */
    public OptionalLong count() {
        return PageCount.of(paths);
    }

    /**
     * The pages, one in memory at a time, in the order of the paths; to be closed.
     *
     * @param unreadable told of each file that is skipped, when it is met
     * @throws ManifestException if a manifest has faults: at once for those beside the paths, when met for others
     */
    public Stream<PageFile> read(Consumer<UnreadableFile> unreadable) {
        Chain chain = new Chain();
        for (Path path : paths) {
            if (Files.isDirectory(path) || wanted.test(path)) {
                chain.cursors.add(cursor(path, unreadable));
            }
        }
        return StreamSupport.stream(chain, false).onClose(chain::close);
    }

    private PageCursor cursor(Path path, Consumer<UnreadableFile> unreadable) {
        Manifests manifests = new Manifests(given);
        if (Files.isDirectory(path)) {
            String shown = path.toString().isEmpty() ? "" : path + "/";
            return new FolderCursor(path, new Origin(shown, manifests, unreadable), wanted);
        }
        String name = String.valueOf(path.getFileName());
        @Nullable Path folder = path.getParent();
        try {
            @Nullable
            Manifest beside =
                    given == null ? ManifestFinder.in(path.toAbsolutePath().resolveSibling("")) : null;
            if (beside != null) {
                manifests.add("", beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The manifest beside " + path + " cannot be read", e);
        }
        return new FileCursor(path, name, new Origin(folder == null ? "" : folder + "/", manifests, unreadable));
    }

    /** One cursor after the other. */
    private static final class Chain extends Spliterators.AbstractSpliterator<PageFile> {
        private final Deque<PageCursor> cursors = new ArrayDeque<>();

        Chain() {
            super(Long.MAX_VALUE, Spliterator.ORDERED | Spliterator.NONNULL);
        }

        @Override
        public boolean tryAdvance(Consumer<? super PageFile> taker) {
            try {
                while (!cursors.isEmpty()) {
                    @Nullable PageFile page = cursors.element().next();
                    if (page != null) {
                        taker.accept(page);
                        return true;
                    }
                    cursors.remove().close();
                }
                return false;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private void close() {
            try {
                while (!cursors.isEmpty()) {
                    cursors.remove().close();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

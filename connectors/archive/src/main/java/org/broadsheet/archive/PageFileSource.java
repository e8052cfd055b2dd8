package org.broadsheet.archive;

import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.flink.api.connector.source.Boundedness;
import org.apache.flink.api.connector.source.Source;
import org.apache.flink.api.connector.source.SourceReader;
import org.apache.flink.api.connector.source.SourceReaderContext;
import org.apache.flink.api.connector.source.SplitEnumerator;
import org.apache.flink.api.connector.source.SplitEnumeratorContext;
import org.apache.flink.core.io.SimpleVersionedSerializer;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/**
 * Page files straight into a job, without a topic: 存档/太原晚报.zip of ten years into an empty generation.
 *
 * <p>The pages are dealt out to as many splits as the source has readers; each reader goes through all files and takes its own, so
 * the text of a page never leaves the task that read it. A page says that it came from the topic {@code files}, its split is the
 * partition. A restored reader skips what it has read, so the files must be the same ones. The source never ends: a job that has
 * ended could not be gone on with. It falls silent when all pages are through, and is stopped with a savepoint.
 */
public final class PageFileSource implements Source<RawPage, PageFileSplit, List<PageFileSplit>> {
    private static final long serialVersionUID = 1;

    /** What its pages say for a topic. */
    public static final String TOPIC = "files";

    /** What is said of a page besides its manifest; empty where it is left out. The same each time it is asked. */
    public interface Naming extends Serializable {
        Optional<ManifestEntry> entry(PageFile page);
    }

    private final List<String> paths;
    private final @Nullable String manifest;
    private final Naming naming;
    private final long pages;
    private final int splits;

    /**
     * A source of these files, as this machine names them.
     *
     * @param paths files, folders, archives
     * @param manifest null: those found beside the files
     * @param naming what is said of each page
     * @param pages how many there are: others are not gone on with
     * @param splits how many readers share them
     */
    public PageFileSource(List<Path> paths, @Nullable Path manifest, Naming naming, long pages, int splits) {
        this.paths = paths.stream().map(Path::toString).toList();
        this.manifest = manifest == null ? null : manifest.toString();
        this.naming = naming;
        this.pages = pages;
        this.splits = splits;
    }

    PageFiles files() {
        List<Path> found = paths.stream().map(Path::of).toList();
        try {
            return manifest == null ? PageFiles.of(found) : PageFiles.of(found, Manifest.read(Path.of(manifest)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException("The manifest " + manifest + " cannot be read", unreadable);
        }
    }

    @Override
    public Boundedness getBoundedness() {
        return Boundedness.CONTINUOUS_UNBOUNDED;
    }

    @Override
    public SourceReader<RawPage, PageFileSplit> createReader(SourceReaderContext context) {
        return new PageFileReader(this::files, naming, pages);
    }

    @Override
    public SplitEnumerator<PageFileSplit, List<PageFileSplit>> createEnumerator(
            SplitEnumeratorContext<PageFileSplit> context) {
        return restoreEnumerator(
                context,
                IntStream.range(0, splits)
                        .mapToObj(index -> new PageFileSplit(index, splits, pages, 0))
                        .toList());
    }

    @Override
    public SplitEnumerator<PageFileSplit, List<PageFileSplit>> restoreEnumerator(
            SplitEnumeratorContext<PageFileSplit> context, List<PageFileSplit> waiting) {
        return new PageFileEnumerator(context, waiting);
    }

    @Override
    public SimpleVersionedSerializer<PageFileSplit> getSplitSerializer() {
        return new PageFileSplit.Serializer();
    }

    @Override
    public SimpleVersionedSerializer<List<PageFileSplit>> getEnumeratorCheckpointSerializer() {
        return new PageFileEnumerator.Serializer();
    }
}

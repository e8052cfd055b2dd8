package org.broadsheet.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.flink.api.common.eventtime.Watermark;
import org.apache.flink.api.connector.source.ReaderOutput;
import org.apache.flink.api.connector.source.SourceOutput;
import org.apache.flink.core.io.InputStatus;
import org.broadsheet.text.page.RawPage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageFileReaderTest {
    private static final int PAGES = 7;
    private static final PageFileSource.Naming NAMING = page -> Optional.of(ManifestEntry.silent(page.name()));

    @TempDir
    private Path folder;

    @BeforeEach
    void sevenPages() throws Exception {
        for (int i = 0; i < PAGES; i++) {
            Files.writeString(folder.resolve("00" + i + ".txt"), "第" + i + "版");
        }
    }

    @Test
    void eachPageIsReadByOneOfTheSplits() throws Exception {
        assertThat(read(reader(split(0, 3, 0)))).containsExactly("0@0 第0版", "0@1 第3版", "0@2 第6版");
        assertThat(read(reader(split(1, 3, 0)))).containsExactly("1@0 第1版", "1@1 第4版");
        assertThat(read(reader(split(2, 3, 0)))).containsExactly("2@0 第2版", "2@1 第5版");
        assertThat(read(reader(split(0, 3, 0), split(2, 3, 0))))
                .containsExactly("0@0 第0版", "0@1 第3版", "0@2 第6版", "2@0 第2版", "2@1 第5版");
    }

    @Test
    void aReaderThatIsRestoredAfterAnyPageReadsTheRest() throws Exception {
        for (int passed = 0; passed <= PAGES; passed++) {
            PageFileReader first = reader(split(0, 1, 0));
            Recorder recorder = new Recorder();
            for (int i = 0; i < passed; i++) {
                assertThat(first.pollNext(recorder)).isEqualTo(InputStatus.MORE_AVAILABLE);
            }
            List<PageFileSplit> state = first.snapshotState(1);
            assertThat(state).containsExactly(split(0, 1, passed));
            PageFileSplit.Serializer serializer = new PageFileSplit.Serializer();
            PageFileSplit restored = serializer.deserialize(1, serializer.serialize(state.get(0)));
            recorder.pages.addAll(read(reader(restored)));
            assertThat(recorder.pages).hasSize(PAGES).isEqualTo(read(reader(split(0, 1, 0))));
        }
    }

    @Test
    void whatHasNoNameIsLeftOut() throws Exception {
        PageFileReader reader = new PageFileReader(
                () -> PageFiles.of(List.of(folder)),
                page -> page.name().endsWith("3.txt") ? Optional.empty() : NAMING.entry(page),
                PAGES);
        reader.addSplits(List.of(split(0, 3, 0)));
        assertThat(read(reader)).containsExactly("0@0 第0版", "0@1 第6版");
    }

    @Test
    void aReaderThatIsThroughFallsSilentAndKeepsItsPlace() throws Exception {
        PageFileReader reader = reader(split(1, 3, 0));
        assertThat(reader.isAvailable()).isDone();
        read(reader);
        assertThat(reader.isAvailable()).isNotDone();
        assertThat(reader.snapshotState(2)).containsExactly(split(1, 3, 2));
    }

    @Test
    void otherFilesAreNotGoneOnWith() {
        PageFileReader reader = new PageFileReader(() -> PageFiles.of(List.of(folder)), NAMING, PAGES);
        assertThatThrownBy(() -> reader.addSplits(List.of(new PageFileSplit(0, 1, 9, 4))))
                .hasMessage("The replay was begun with files of 9 pages, and these have 7: name the same files.");
    }

    private static PageFileSplit split(int index, int of, long passed) {
        return new PageFileSplit(index, of, PAGES, passed);
    }

    private PageFileReader reader(PageFileSplit... splits) {
        PageFileReader reader = new PageFileReader(() -> PageFiles.of(List.of(folder)), NAMING, PAGES);
        reader.addSplits(List.of(splits));
        return reader;
    }

    private static List<String> read(PageFileReader reader) throws Exception {
        Recorder recorder = new Recorder();
        while (reader.pollNext(recorder) == InputStatus.MORE_AVAILABLE) {
            // one page a call
        }
        return recorder.pages;
    }

    /** Notes {@code partition@offset text}. */
    private static final class Recorder implements ReaderOutput<RawPage> {
        private final List<String> pages = new ArrayList<>();

        @Override
        public void collect(RawPage page) {
            assertThat(page.topic()).isEqualTo(PageFileSource.TOPIC);
            pages.add(page.partition() + "@" + page.offset() + " "
                    + new String(
                            java.util.Objects.requireNonNull(page.value()), java.nio.charset.StandardCharsets.UTF_8));
        }

        @Override
        public void collect(RawPage page, long timestamp) {
            collect(page);
        }

        @Override
        public void emitWatermark(Watermark watermark) {}

        @Override
        public void markIdle() {}

        @Override
        public void markActive() {}

        @Override
        public SourceOutput<RawPage> createOutputForSplit(String split) {
            return this;
        }

        @Override
        public void releaseOutputForSplit(String split) {}
    }
}

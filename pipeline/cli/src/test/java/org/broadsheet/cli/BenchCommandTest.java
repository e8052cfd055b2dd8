package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.broadsheet.archive.PageFile;
import org.broadsheet.archive.PageFiles;
import org.broadsheet.generator.Archive;
import org.broadsheet.generator.ArchiveFolder;
import org.broadsheet.generator.KnownTables;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.Worked;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.place.Gazetteer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BenchCommandTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsGeneratedIsFedAsItWasWritten() throws Exception {
        Path made = folder.resolve("made");
        assertThat(Broadsheet.run("bench", "generate", made.toString(), "--pages", "450", "--seed", "3"))
                .isZero();
        Gazetteer gazetteer = Gazetteer.load();
        Archive archive = Archive.of(gazetteer, 3, 450);
        try (Stream<PageFile> files =
                PageFiles.of(List.of(made.resolve("pages"))).read(none -> {})) {
            assertThat(files.map(file -> record(file.key(), file.content(), file.headers())))
                    .containsExactlyElementsOf(ArchiveFolder.filed(archive)
                            .map(delivery -> record(
                                    delivery.raw().key(),
                                    delivery.raw().value(),
                                    delivery.raw().headers()))
                            .toList());
        }
        assertThat(made.resolve("sources.yaml")).hasContent(archive.sources());
        Map<String, List<String>> known = new TreeMap<>();
        for (String table : List.of("page", "mention", "fact", "region_figure")) {
            known.put(table, Files.readAllLines(made.resolve("known/" + table + ".txt"), StandardCharsets.UTF_8));
        }
        assertThat(known)
                .isEqualTo(
                        KnownTables.of(ArchiveFolder.filed(archive), gazetteer).lines());
    }

    @Test
    void oneFileOfLinesIsFedAsPagesWithTheirKeys() throws Exception {
        Path made = folder.resolve("made");
        assertThat(Broadsheet.run("bench", "generate", made.toString(), "--pages", "450", "--seed", "3", "--jsonl.gz"))
                .isZero();
        Gazetteer gazetteer = Gazetteer.load();
        Archive archive = Archive.of(gazetteer, 3, 450);
        TextRules real = TextRules.read(
                Launcher.ROOT.resolve("config/metrics.yaml"), Launcher.ROOT.resolve("config/sources.yaml"));
        TextStage stage =
                TextStage.open(new TextRules(real.metrics(), archive.sources()), TextStage.Evidence.SENTENCES);
        List<String> read = new ArrayList<>();
        try (Stream<PageFile> files =
                PageFiles.of(List.of(made.resolve("pages.jsonl.gz"))).read(none -> {})) {
            files.forEach(file ->
                    read.add(line(stage.work(new RawPage("", 0, 0, file.key(), file.content(), file.headers())))));
        }
        List<String> written = new ArrayList<>();
        ArchiveFolder.lines(archive)
                .forEach(delivery -> written.add(delivery.told().line()));
        assertThat(written).hasSizeGreaterThan(300);
        assertThat(read).containsExactlyElementsOf(written);
        assertThat(Files.readAllLines(made.resolve("known/page.txt"), StandardCharsets.UTF_8))
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(written));
        assertThat(made.resolve("known/fact.txt")).isNotEmptyFile();
        assertThat(Files.exists(made.resolve("pages"))).isFalse();
    }

    private static String line(Worked worked) {
        PageRow row = ((Worked.Accepted) worked).row();
        return String.join(
                "|",
                row.id().key(),
                Long.toString(row.id().revision()),
                row.id().content(),
                row.withdrawn() ? "t" : "f",
                row.source(),
                LocalDate.ofEpochDay(row.published()).toString(),
                Integer.toString(row.home()),
                Integer.toString(row.paragraphs()),
                Integer.toString(row.kept()),
                Integer.toString(row.repeated()),
                Long.toString(row.id().corrected()));
    }

    @Test
    void nothingIsWrittenBesideOtherFiles() throws Exception {
        Files.writeString(folder.resolve("mine.txt"), "mine");
        assertThat(Broadsheet.run("bench", "generate", folder.toString())).isEqualTo(Broadsheet.FAILED);
        assertThat(folder).isDirectoryNotContaining("glob:**/pages");
    }

    private static String record(byte @Nullable [] key, byte @Nullable [] value, List<Header> headers) {
        Map<String, String> told = new TreeMap<>();
        headers.forEach(header -> told.put(header.name(), new String(header.value(), StandardCharsets.UTF_8)));
        String name = key == null ? "no key" : new String(key, StandardCharsets.UTF_8);
        return name + " " + told + " "
                + (value == null ? "no value" : HexFormat.of().formatHex(value));
    }
}

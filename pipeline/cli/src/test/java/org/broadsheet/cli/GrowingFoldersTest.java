package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingFoldersTest {
    @TempDir
    private Path folder = Path.of("");

    @Test
    void aFileIsGivenOnceItHasBeenTheSameForSoManyLooks() throws IOException {
        GrowingFolders folders = new GrowingFolders(List.of(folder), 3);
        Path page = Files.writeString(folder.resolve("003.txt"), "上半");
        assertThat(folders.look()).isEmpty();
        assertThat(folders.look()).isEmpty();
        Files.writeString(page, "下半", StandardOpenOption.APPEND);
        assertThat(folders.look()).isEmpty();
        assertThat(folders.look()).isEmpty();
        assertThat(folders.look()).containsExactly(page);
        assertThat(folders.look()).isEmpty();
    }

    @Test
    void aFileThatChangesAfterwardsIsGivenAgain() throws IOException {
        GrowingFolders folders = new GrowingFolders(List.of(folder), 2);
        Path page = Files.writeString(folder.resolve("003.txt"), "一");
        looks(folders, 2);
        Files.writeString(page, "二");
        Files.setLastModifiedTime(page, FileTime.fromMillis(1));
        assertThat(looks(folders, 2)).containsExactly(page);
    }

    @Test
    void whatIsNotFinishedByItsNameIsLeft() throws IOException {
        Files.createDirectories(folder.resolve(".incoming"));
        for (String name : List.of("001.txt.part", ".002.txt", ".incoming/003.txt", "四.TMP", "五.zip.filepart")) {
            Files.writeString(folder.resolve(name), "一");
        }
        GrowingFolders folders = new GrowingFolders(List.of(folder), 1);
        assertThat(folders.look()).isEmpty();
        Path renamed = Files.move(folder.resolve("001.txt.part"), folder.resolve("001.txt"));
        assertThat(folders.look()).containsExactly(renamed);
    }

    @Test
    void aManifestThatComesLaterHasItsPagesLookedAtAgain() throws IOException {
        Path page =
                Files.writeString(Files.createDirectories(folder.resolve("a")).resolve("003.txt"), "一");
        Path other =
                Files.writeString(Files.createDirectories(folder.resolve("b")).resolve("003.txt"), "一");
        GrowingFolders folders = new GrowingFolders(List.of(folder), 1);
        assertThat(folders.look()).containsExactlyInAnyOrder(page, other);
        Path manifest = Files.writeString(folder.resolve("a/pages.jsonl"), "{\"file\":\"003.txt\"}");
        assertThat(folders.look()).containsExactlyInAnyOrder(page, manifest);
        assertThat(folders.look()).isEmpty();
    }

    @Test
    void whatCouldNotBeTakenIsGivenAgain() throws IOException {
        Path page = Files.writeString(folder.resolve("003.txt"), "一");
        GrowingFolders folders = new GrowingFolders(List.of(folder), 2);
        folders.again(looks(folders, 2));
        assertThat(folders.look()).containsExactly(page);
        assertThat(folders.look()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereYetIsAwaited() throws IOException {
        Path later = folder.resolve("later");
        GrowingFolders folders = new GrowingFolders(List.of(later), 1);
        assertThat(folders.look()).isEmpty();
        Path page = Files.writeString(Files.createDirectories(later).resolve("003.txt"), "一");
        assertThat(folders.look()).containsExactly(page);
    }

    private static Set<Path> looks(GrowingFolders folders, int times) throws IOException {
        Set<Path> last = Set.of();
        for (int look = 0; look < times; look++) {
            last = folders.look();
        }
        return last;
    }
}

package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.broadsheet.postgres.ShownCheckpoint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFolderTest {
    @TempDir
    private Path folder;

    @Test
    void theStateThatWasCompletedLastIsTaken() throws IOException {
        complete("5f0c/chk-9", 30);
        complete("5f0c/chk-10", 40);
        complete("77aa/chk-3", 20);
        assertThat(state().latest()).contains(folder.resolve("5f0c/chk-10"));
        complete("savepoints/savepoint-5f0c-1", 50);
        assertThat(state().latest()).contains(folder.resolve("savepoints/savepoint-5f0c-1"));
        complete("88bb/chk-12", 60);
        assertThat(state().latest()).contains(folder.resolve("88bb/chk-12"));
    }

    @Test
    void theStateOfTheJobThatWritesTheTablesIsTaken() throws IOException {
        complete("5f0c/chk-9", 30);
        complete("77aa/chk-10", 40);
        // Of a sleeper that woke when 77aa had taken over from it, and was refused.
        complete("5f0c/chk-10", 50);
        assertThat(state().latest(new ShownCheckpoint("77aa", 10))).contains(folder.resolve("77aa/chk-10"));
        complete("savepoints/savepoint-77aa-1", 45);
        assertThat(state().latest(new ShownCheckpoint("77aa", 10)))
                .contains(folder.resolve("savepoints/savepoint-77aa-1"));
    }

    @Test
    void whereTheJobThatWritesHasLeftNoneTheNewestIsTakenThatIsNotOlderThanTheTables() throws IOException {
        complete("5f0c/chk-9", 30);
        complete("77aa/chk-8", 50);
        assertThat(state().latest(new ShownCheckpoint("88bb", 9))).contains(folder.resolve("5f0c/chk-9"));
        assertThat(state().latest(ShownCheckpoint.NONE)).contains(folder.resolve("77aa/chk-8"));
        assertThat(state().latest(new ShownCheckpoint("88bb", 10))).isEmpty();
    }

    @Test
    void whatWasNotCompletedIsPassedOver() throws IOException {
        complete("5f0c/chk-9", 30);
        Files.createDirectories(folder.resolve("5f0c/chk-10"));
        complete("5f0c/shared", 70);
        assertThat(state().latest()).contains(folder.resolve("5f0c/chk-9"));
    }

    @Test
    void aFolderThatIsNotThereHasNoState() throws IOException {
        assertThat(new StateFolder(folder.resolve("状态")).latest()).isEmpty();
        assertThat(state().latest()).isEmpty();
    }

    @Test
    void aStateOfALaterVersionIsTold() throws IOException {
        Files.writeString(folder.resolve("state-version"), "2\n");
        assertThat(state().faults()).as("nothing to go on from").isEmpty();
        complete("5f0c/chk-9", 30);
        assertThat(state().faults())
                .containsExactly(
                        "The state in " + folder + " is of version 2, and this Broadsheet knows version 1: use"
                                + " the Broadsheet that wrote it, or fill a new generation from all pages (run --generation 2).");
        state().noteFormat();
        assertThat(state().faults()).isEmpty();
        Files.delete(folder.resolve("state-version"));
        assertThat(state().faults()).as("as versions before the note left it").isEmpty();
    }

    private StateFolder state() {
        return new StateFolder(folder);
    }

    private void complete(String name, long second) throws IOException {
        Path metadata = Files.createDirectories(folder.resolve(name)).resolve("_metadata");
        Files.setLastModifiedTime(Files.createFile(metadata), FileTime.fromMillis(second * 1000));
    }
}

package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.broadsheet.job.settings.CarriedSettings;
import org.broadsheet.job.settings.PackedJar;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.job.settings.SettingsException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClusterJobTest {
    private static final Path FILE = Path.of(System.getProperty("broadsheet.root"), "config/broadsheet.yaml");

    @Test
    void theFileIsOverriddenByTheEnvironmentAndThatByFlags() throws SettingsException {
        Settings settings = ClusterJob.settings(
                new String[] {"--settings", FILE.toString(), "--set", "job.parallelism=7", "--set", "kafka.group=太原=晚报"
                },
                Map.of("BROADSHEET_JOB_PARALLELISM", "5", "BROADSHEET_DATABASE_PASSWORD", "山"));
        assertThat(settings.job().parallelism()).isEqualTo(7);
        assertThat(settings.kafka().group()).isEqualTo("太原=晚报");
        assertThat(settings.database().password()).isEqualTo("山");
    }

    @Test
    void carriedSettingsAreTheSameWithoutFilesAndEnvironment() throws SettingsException {
        Map<String, String> flags = Map.of(
                "job.state-folder", "/共享/state", "kafka.properties.security.protocol", "SSL", "job.parallelism", "3");
        String carried = CarriedSettings.write(FILE, Map.of("BROADSHEET_DATABASE_PASSWORD", "\"'\n山"), flags);
        Settings arrived = CarriedSettings.read(carried);
        assertThat(arrived).isEqualTo(Settings.read(FILE, Map.of("BROADSHEET_DATABASE_PASSWORD", "\"'\n山"), flags));
        assertThat(arrived.rules().metrics()).contains("核酸检测点");
    }

    @Test
    void aRelativeStateFolderIsCarriedAsAnAbsoluteOne() throws SettingsException {
        Settings arrived =
                CarriedSettings.read(CarriedSettings.write(FILE, Map.of(), Map.of("job.state-folder", "state")));
        assertThat(arrived.job().stateFolder())
                .isEqualTo(Path.of("state/1").toAbsolutePath().normalize());
    }

    @Test
    void settingsOfAnotherVersionAreRefusedByName() {
        assertThatThrownBy(() -> CarriedSettings.read("{\"kafka.colour\": \"red\"}"))
                .isInstanceOf(SettingsException.class)
                .hasMessageContaining("kafka.colour is no setting")
                .hasMessageContaining("kafka.servers is missing.");
        assertThatThrownBy(() -> CarriedSettings.read("报纸"))
                .isInstanceOf(SettingsException.class)
                .hasMessageStartingWith("The settings that were sent are no JSON: ");
    }

    @Test
    void theSettingsLieInTheJarThatIsSent(@TempDir Path folder) throws Exception {
        Path jar = folder.resolve("job.jar");
        try (JarOutputStream empty = new JarOutputStream(Files.newOutputStream(jar))) {
            empty.putNextEntry(new JarEntry("org/broadsheet/"));
        }
        Path folderOfIt;
        try (PackedJar packed = PackedJar.of(jar, "{\"database.password\": \"山\"}");
                JarFile sent = new JarFile(packed.path().toFile())) {
            assertThat(sent.stream().map(JarEntry::getName))
                    .containsExactlyInAnyOrder("org/broadsheet/", "carried-settings.json");
            assertThat(new String(
                            sent.getInputStream(sent.getEntry("carried-settings.json"))
                                    .readAllBytes(),
                            StandardCharsets.UTF_8))
                    .isEqualTo("{\"database.password\": \"山\"}");
            folderOfIt = packed.path().resolveSibling("");
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folderOfIt)))
                    .isEqualTo("rwx------");
        }
        assertThat(folderOfIt).doesNotExist();
        assertThat(CarriedSettings.packed())
                .as("none in the classes of the build")
                .isEmpty();
    }

    @Test
    void aSecretIsNoArgument() {
        assertThatThrownBy(() -> ClusterJob.settings(
                        new String[] {"--settings", FILE.toString(), "--set", "database.password=geheim"}, Map.of()))
                .hasMessageStartingWith("database.password would be seen in the list of processes")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void otherArgumentsAreRefused() {
        for (String[] arguments : new String[][] {
            {}, {"--set", "job.parallelism=2"}, {"--settings"}, {"--set", "job.parallelism"}, {"--colour", "red"}
        }) {
            assertThatThrownBy(() -> ClusterJob.settings(arguments, Map.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageEndingWith(": --settings FILE [--set KEY=VALUE …] is needed, nothing else.");
        }
    }
}

package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.MemorySize;
import org.apache.flink.state.rocksdb.RocksDBConfigurableOptions;
import org.broadsheet.job.settings.Settings;
import org.junit.jupiter.api.Test;
import org.rocksdb.CompressionType;

/** RocksDB reads what the job sets of its levels: a key that it does not know would say nothing. */
class SmallLevelsTest {
    @Test
    void theFirstLevelIsSmallAndNotCompressed() throws Exception {
        Path file = Path.of(System.getProperty("broadsheet.root"), "config", "broadsheet.yaml");
        Configuration configuration = LocalCluster.configuration(Settings.read(file, Map.of(), Map.of()));

        assertThat(configuration.get(RocksDBConfigurableOptions.MAX_SIZE_LEVEL_BASE))
                .isEqualTo(MemorySize.ofMebiBytes(8));
        assertThat(configuration.get(RocksDBConfigurableOptions.TARGET_FILE_SIZE_BASE))
                .isEqualTo(MemorySize.ofMebiBytes(8));
        assertThat(configuration.get(RocksDBConfigurableOptions.USE_DYNAMIC_LEVEL_SIZE))
                .isTrue();
        assertThat(configuration.get(RocksDBConfigurableOptions.COMPRESSION_PER_LEVEL))
                .containsExactly(
                        CompressionType.NO_COMPRESSION,
                        CompressionType.NO_COMPRESSION,
                        CompressionType.SNAPPY_COMPRESSION);
    }
}

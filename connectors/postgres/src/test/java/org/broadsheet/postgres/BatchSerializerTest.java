package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.HexFormat;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What waits in a checkpoint for its commit, also in one of before: the batch of 检查点 7. */
class BatchSerializerTest {
    private static final UUID ID = UUID.fromString("00112233-4455-6677-8899-aabbccddeeff");
    /** As version 1 wrote it: the id, and the number of the checkpoint. */
    private static final String WITHOUT_ARRIVALS = "00112233445566778899aabbccddeeff" + "0000000000000007";

    private final BatchSerializer serializer = new BatchSerializer();

    @Test
    void aBatchOfVersion1HasNoArrivals() throws Exception {
        Batch read = serializer.deserialize(1, bytes(WITHOUT_ARRIVALS));
        assertThat(read.id()).isEqualTo(ID);
        assertThat(read.checkpoint()).isEqualTo(7);
        assertThat(read.arrivals()).isEmpty();
    }

    @Test
    void aBatchOfVersion2KeepsItsArrivals() throws Exception {
        assertThat(serializer.getVersion()).isEqualTo(2);
        byte[] written = serializer.serialize(new Batch(ID, 7, new long[] {1669046400000L, 1}));
        assertThat(HexFormat.of().formatHex(written))
                .isEqualTo(WITHOUT_ARRIVALS + "000001849aeaf400" + "0000000000000001");
        Batch read = serializer.deserialize(2, written);
        assertThat(read.id()).isEqualTo(ID);
        assertThat(read.checkpoint()).isEqualTo(7);
        assertThat(read.arrivals()).containsExactly(1669046400000L, 1);
        assertThat(serializer.deserialize(2, bytes(WITHOUT_ARRIVALS)).arrivals())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 24", "1, 23", "1, 32", "2, 23", "2, 25", "3, 24"})
    void whatIsNoBatchIsRefused(int version, int length) {
        assertThatThrownBy(() -> serializer.deserialize(version, new byte[length]))
                .isInstanceOf(IOException.class)
                .hasMessage("a batch of version " + version + " and " + length + " bytes");
    }

    private static byte[] bytes(String hexadecimal) {
        return HexFormat.of().parseHex(hexadecimal);
    }
}

package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatencyResultTest {
    @Test
    void percentilesAreNearestRanks() {
        LatencyTrial.Result hundred =
                new LatencyTrial.Result(LongStream.rangeClosed(1, 100).boxed().toList(), 0);
        assertThat(hundred.percentile(50)).isEqualTo(50);
        assertThat(hundred.percentile(99)).isEqualTo(99);
        assertThat(hundred.percentile(100)).isEqualTo(100);
        assertThat(new LatencyTrial.Result(List.of(7L, 9L), 0).percentile(50)).isEqualTo(7);
        assertThat(new LatencyTrial.Result(List.of(7L, 9L), 0).percentile(99)).isEqualTo(9);
        assertThat(new LatencyTrial.Result(List.of(), 0).percentile(99)).isEqualTo(-1);
    }
}

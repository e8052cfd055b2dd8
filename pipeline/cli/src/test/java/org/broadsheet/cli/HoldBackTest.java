package org.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HoldBackTest {
    @Test
    void growsToTheMostWhileLivePagesAreThrough() {
        HoldBack hold = new HoldBack(1000);
        assertThat(hold.allowed()).isEqualTo(250);
        hold.look(50);
        assertThat(hold.allowed()).isEqualTo(350);
        IntStream.range(0, 20).forEach(look -> hold.look(0));
        assertThat(hold.allowed()).isEqualTo(1000);
    }

    @Test
    void halvesWhileLivePagesWaitAndNeverStops() {
        HoldBack hold = new HoldBack(1000);
        hold.look(51);
        assertThat(hold.allowed()).isEqualTo(125);
        IntStream.range(0, 20).forEach(look -> hold.look(10_000));
        assertThat(hold.allowed()).isEqualTo(20);
        hold.look(0);
        assertThat(hold.allowed()).isEqualTo(120);
    }

    @Test
    void onePageMayAlwaysGo() {
        HoldBack hold = new HoldBack(1);
        hold.look(10_000);
        assertThat(hold.allowed()).isEqualTo(1);
        hold.look(0);
        assertThat(hold.allowed()).isEqualTo(1);
    }
}

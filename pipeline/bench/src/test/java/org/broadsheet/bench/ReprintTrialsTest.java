package org.broadsheet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.broadsheet.bench.ReprintTrials.Print;
import org.junit.jupiter.api.Test;

/** Every article printed again once in each way; more by {@link ReprintTrials#main}, figures in docs/BENCHMARKS.md. */
class ReprintTrialsTest {
    @Test
    void wornReprintsAreKnownAndWhatIsNoneIsNot() throws IOException {
        ReprintTrials trials = new ReprintTrials(Samples.ofProject().articles());
        trials.run(0);

        assertThat(trials.pairs(Print.WORN)).isGreaterThan(200);
        assertThat(trials.merged(Print.WORN)).isGreaterThanOrEqualTo(trials.pairs(Print.WORN) * 99 / 100);
        assertThat(trials.merged(Print.RESET)).isEqualTo(trials.pairs(Print.RESET));
        assertThat(trials.pairs(Print.OTHER_FIGURES)).isGreaterThan(1000);
        assertThat(trials.merged(Print.OTHER_FIGURES)).as("%s", trials.faults()).isZero();
        assertThat(trials.merged(Print.OTHER_PLACE)).as("%s", trials.faults()).isZero();
        assertThat(trials.merged(Print.OTHER_DAY)).as("%s", trials.faults()).isZero();
        assertThat(trials.merged(Print.SAME_PAPER)).as("%s", trials.faults()).isZero();
    }
}

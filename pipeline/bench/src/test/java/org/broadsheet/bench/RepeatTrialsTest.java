package org.broadsheet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A thousand worn pages; ten thousand by {@link RepeatTrials#main}, figures in docs/BENCHMARKS.md. */
class RepeatTrialsTest {
    private static final int CASES = 1000;

    @Test
    void removesInjectedRepeatsAndNotOneCharacterMore() throws IOException {
        RepeatTrials trials = new RepeatTrials(Samples.ofProject().articles());
        trials.run(0, CASES);

        assertThat(trials.injected()).isGreaterThan(CASES);
        assertThat(trials.lost()).as("%s", trials.faults()).isZero();
        assertThat(trials.removedExact()).isGreaterThanOrEqualTo(0.99);
        assertThat(trials.removed()).isGreaterThanOrEqualTo(0.99);
    }
}

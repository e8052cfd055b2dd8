package org.broadsheet.job.operators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.broadsheet.text.page.DeadLetter;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reason;
import org.broadsheet.text.page.Stage;
import org.junit.jupiter.api.Test;

class RejectionWindowTest {
    @Test
    void fewPagesAtTheBeginningStopNothing() {
        RejectionWindow window = new RejectionWindow(new RejectionLimit(0.5, 10));
        for (int i = 0; i < 9; i++) {
            assertThat(window.rejected(letter(Reason.NOT_TEXT))).isEmpty();
        }
        assertThat(window.rejected(letter(Reason.NOT_TEXT))).isPresent();
    }

    @Test
    void theShareItselfIsAllowedAndOneMoreIsNot() {
        RejectionWindow window = new RejectionWindow(new RejectionLimit(0.5, 10));
        for (int i = 0; i < 100; i++) {
            window.read();
            assertThat(window.rejected(letter(Reason.NO_DAY))).isEmpty();
        }
        assertThat(window.rejected(letter(Reason.EMPTY)).orElseThrow())
                .startsWith(
                        "6 of the last 10 pages were rejected (1 empty, 5 no-day), the last being articles 2:7 (乱码)."
                                + " The job has stopped");
    }

    @Test
    void whatIsLongAgoIsForgotten() {
        RejectionWindow window = new RejectionWindow(new RejectionLimit(0.2, 5));
        window.rejected(letter(Reason.BUG));
        for (int i = 0; i < 5; i++) {
            window.read();
        }
        assertThat(window.rejected(letter(Reason.BUG))).isEmpty();
        assertThat(window.rejected(letter(Reason.BUG))).isPresent();
    }

    @Test
    void aShareOfOneNeverStops() {
        RejectionWindow window = new RejectionWindow(new RejectionLimit(1, 3));
        assertThat(List.of(1, 2, 3, 4, 5, 6, 7))
                .allSatisfy(any ->
                        assertThat(window.rejected(letter(Reason.TOO_LARGE))).isEqualTo(Optional.empty()));
    }

    @Test
    void aLimitThatMeansNothingIsRefused() {
        assertThatThrownBy(() -> new RejectionLimit(0, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RejectionLimit(Double.NaN, 10)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new RejectionLimit(0.5, 0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static DeadLetter letter(Reason reason) {
        return new DeadLetter(
                new RawPage("articles", 2, 7, null, new byte[0], List.of()), Stage.READ, reason, "乱码", "9-x");
    }
}

package org.broadsheet.job.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PromExpressionTest {
    @Test
    void namesMetricsAndLabels() {
        PromExpression read = PromExpression.of(
                "sum by (reason) (increase(pages{quantile=\"0.5\"}[1h])) / clamp_min(sum(all[$__rate_interval]), 1) > bool 2");
        assertThat(read.metrics()).containsExactly("all", "pages");
        assertThat(read.labels()).containsExactly("quantile", "reason");
    }

    @Test
    void whatIsNoExpressionIsRefused() {
        assertThatThrownBy(() -> PromExpression.of("sum(rate(pages[5m])")).hasMessageContaining("too few");
        assertThatThrownBy(() -> PromExpression.of("sums(pages)")).hasMessageContaining("no such function: sums");
        assertThatThrownBy(() -> PromExpression.of("pages{reason}")).hasMessageContaining("no matcher");
    }
}

package org.broadsheet.job.dashboard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Macros, as Grafana documents them for PostgreSQL. */
class ViewingTest {
    private final Viewing viewing =
            new Viewing(Instant.parse("2022-11-21T16:00:00Z"), Instant.parse("2022-11-22T15:59:59.999Z"));

    @Test
    void theTimeShown() {
        assertThat(viewing.sql("WHERE $__timeFilter(time)"))
                .isEqualTo("WHERE time BETWEEN '2022-11-21T16:00:00Z' AND '2022-11-22T15:59:59.999Z'");
        assertThat(viewing.sql("$__timeFrom()::timestamptz, $__timeTo()"))
                .isEqualTo("'2022-11-21T16:00:00Z'::timestamptz, '2022-11-22T15:59:59.999Z'");
        assertThat(viewing.sql("$__unixEpochFilter(at)")).isEqualTo("at >= 1669046400 AND at <= 1669132799");
    }

    @Test
    void timeInGroups() {
        assertThat(viewing.sql("$__timeGroupAlias(day, '5m')"))
                .isEqualTo("floor(extract(epoch from day)/300)*300 AS \"time\"");
        assertThat(viewing.sql("$__timeGroup(day, $__interval)"))
                .isEqualTo("floor(extract(epoch from day)/86400)*86400");
    }

    @Test
    void whatGrafanaDoesNotKnowIsRefused() {
        assertThatThrownBy(() -> viewing.sql("$__timeWithin(day)")).hasMessageContaining("no such macro");
        assertThatThrownBy(() -> viewing.sql("${region:sqlstring}")).hasMessageContaining("no variable region");
    }
}

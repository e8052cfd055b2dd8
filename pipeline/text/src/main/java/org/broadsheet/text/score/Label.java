package org.broadsheet.text.score;

import java.math.BigDecimal;
import java.util.Set;

/**
 * What a person says a text states: {@code 795个检测采样点} is 795 test_sites in 140106.
 *
 * @param regions six-digit codes that are right; the first place is the labeller's own
 * @param modifier as {@code over}
 * @param place below the region; empty for the whole
 * @param scope as {@code current}
 * @param date ISO day
 */
public record Label(
        String metric,
        BigDecimal value,
        Set<Integer> regions,
        String modifier,
        String place,
        String scope,
        String date,
        String quote) {}

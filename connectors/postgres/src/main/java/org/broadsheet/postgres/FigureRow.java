package org.broadsheet.postgres;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * A figure as people read it: {@code 迎泽区 test_sites current 2022-11-22 795 exact stated}.
 *
 * @param regionName empty where the region has no name here
 * @param metricLabel Chinese; empty where the metric has none here
 * @param parts how many parts were summed; 0 where stated
 * @param partsOf how many child regions the region has
 */
public record FigureRow(
        int region,
        String regionName,
        String metric,
        String metricLabel,
        String scope,
        LocalDate day,
        BigDecimal value,
        String modifier,
        String basis,
        int parts,
        int partsOf,
        int reports) {}

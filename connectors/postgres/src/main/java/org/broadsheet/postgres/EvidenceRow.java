package org.broadsheet.postgres;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.broadsheet.text.fact.Reference;
import org.jspecify.annotations.Nullable;

/**
 * One mention behind a figure: 太原晚报 of 22 November 2022 says {@code 迎泽区共设795个检测采样点}.
 *
 * @param region of the figure; metric, scope and day likewise
 * @param fact name of the fact as a UUID ({@link Reference})
 * @param factRegion of the fact: the region of the figure or one below
 * @param page name of the page's content as a UUID
 * @param number of the mention in its page
 * @param fate {@code counted} or {@code reprinted}
 * @param start offset of the quote in the decoded page, UTF-16
 * @param end offset behind the quote
 * @param rules version of rules, catalogue, papers and gazetteer
 * @param read the value as it was read, where a person has changed it; else null
 * @param correction why a person has changed it; else empty
 * @param article index of its article in the page
 */
public record EvidenceRow(
        int region,
        String metric,
        String scope,
        LocalDate day,
        String fact,
        int factRegion,
        String factRegionName,
        String place,
        BigDecimal value,
        String modifier,
        int reports,
        String page,
        int number,
        String fate,
        String paper,
        LocalDate published,
        String pageKey,
        String url,
        String sentence,
        String quote,
        int start,
        int end,
        String rule,
        String rules,
        @Nullable BigDecimal read,
        String correction,
        int article) {}

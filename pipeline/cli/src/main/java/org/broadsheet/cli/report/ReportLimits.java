package org.broadsheet.cli.report;

/**
 * How much a report holds, so that its file stays below 8 MB however many figures there are: of 1,000,000 the newest 30,000
 * (2022年11月的), a figure a month before them, and the sentences of the newest.
 *
 * @param figures of the newest days, whole days
 * @param months figures, one a month and region, of the days before
 * @param evidence bytes of JSON: facts, mentions, sentences
 * @param articles bytes of JSON: the articles that these sentences stand in
 * @param article characters of an article; of a longer one only the sentences are shown
 */
public record ReportLimits(int figures, int months, int evidence, int articles, int article) {
    /** What a file has room for. */
    public static final ReportLimits OF_A_FILE = new ReportLimits(30_000, 10_000, 1_500_000, 1_200_000, 20_000);
}

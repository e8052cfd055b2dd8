package org.broadsheet.text.mention;

import java.util.List;

/**
 * Why a number of the page is a mention or none: 86 in {@code 由86家增至132家} was replaced by the next number.
 *
 * @param article index of its article
 * @param start offset of the number in the decoded page
 * @param end offset behind its last character
 * @param number as written: {@code 70余}
 * @param around the number with a few characters on each side
 * @param metrics ids of the metrics it is a mention of, sorted; empty where it is none
 * @param reason name of the rule that spoke, or what keeps it from being a mention
 */
public record Explanation(
        int article, int start, int end, String number, String around, List<String> metrics, String reason) {
    /** Whether it is a mention. */
    public boolean isMention() {
        return !metrics.isEmpty();
    }
}

package org.broadsheet.text.mention;

import java.util.Set;

/**
 * The noun phrase that a number counts: {@code 检测采样点} of {@code test_sites}.
 *
 * @param metrics ids of the metrics that every counted item is an instance of
 * @param start offset in the sentence of the phrase's first character that matters
 * @param end offset behind its last character
 * @param rule name of the rule that found it: {@code noun-after}
 */
record Phrase(Set<String> metrics, int start, int end, String rule) {}

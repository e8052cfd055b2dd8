package org.broadsheet.text.metric;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One thing that is counted, with the words it is counted by: {@code test_sites}, 核酸检测点, by 个 or 处, 采样点.
 *
 * @param id stands in tables and topics: {@code test_sites}
 * @param chinese label: {@code 核酸检测点}
 * @param english label: {@code nucleic-acid test sites}
 * @param unit base unit: {@code site}, {@code yuan}, {@code tonne}
 * @param units measure words and units with their exact factor to the base unit: 斤 is 0.0005
 * @param nouns head nouns
 * @param before words that stand for the noun only before the number
 * @param behind words right behind the number that say it without a noun: 捐给
 * @param also nouns that count in front of another noun of persons
 * @param bare nouns that need no measure word
 * @param alone measure words that need no noun
 * @param with measure words right behind whose number another number counts it: 户 in {@code 299万户1142万人}
 * @param any measure words that count it whatever the noun: 栋
 * @param frames words before the number that need a word of {@code context} in the sentence
 * @param context see {@code frames}
 * @param unless words in whose paragraph it is not meant: 禽流感 beside 确诊病例
 * @param not phrases that end like a noun and are none
 * @param least the smallest number that is no single person's, in the base unit; 0 where any is
 */
public record Metric(
        String id,
        String chinese,
        String english,
        String unit,
        Kind kind,
        Map<String, BigDecimal> units,
        List<String> nouns,
        List<String> before,
        List<String> behind,
        Set<String> also,
        Set<String> bare,
        Set<String> alone,
        Set<String> with,
        Set<String> any,
        List<String> frames,
        List<String> context,
        List<String> unless,
        List<String> not,
        BigDecimal least) {

    /** Whether it is counted in units ({@code 元}, {@code 吨}) rather than measure words ({@code 个}). */
    public boolean measured() {
        return unit.equals("yuan")
                || unit.equals("tonne")
                || units.values().stream().anyMatch(f -> f.compareTo(BigDecimal.ONE) != 0);
    }
}

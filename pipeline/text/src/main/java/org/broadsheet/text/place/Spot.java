package org.broadsheet.text.place;

/**
 * A place in a text, nested and joined names as one: {@code 榆次区锦纶街道乐平社区} is 140702 and {@code 锦纶街道乐平社区}.
 *
 * @param start offset of its first character in the text given
 * @param end offset behind its last character
 * @param region six-digit code of the lowest division at county level or above; 0 where it cannot be known,
 *     {@link Gazetteer#ABROAD} outside the country
 * @param place finer place below it, from the widest to the narrowest, levels named earlier in the article included;
 *     empty where the division itself is meant
 * @param why {@link Why#STATED} or {@link Why#ANAPHOR}
 * @param institution of what the name is part
 * @param sure how sure the region is
 * @param former code of the day, where the division is named as before a change since 2015: 140726 of {@code 太谷县}; else 0
 */
public record Spot(
        int start, int end, int region, String place, Why why, Institution institution, Sureness sure, int former) {
    /** Whether the name is part of an institution's: {@code 太原市人民医院}. */
    public boolean insideInstitution() {
        return institution != Institution.NONE;
    }
}

package org.broadsheet.text.mention;

import java.util.List;
import org.broadsheet.text.place.Characters;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Institution;
import org.broadsheet.text.place.Spot;
import org.broadsheet.text.place.Why;

/** Tells places that are listed, or begin the name of one that is listed, as some of those that are counted: {@code 光东村等25个村}. */
final class CountedLists {
    /** Characters of a body's name behind its place, at most. */
    private static final int NAME = 12;

    private CountedLists() {}

    /** {@code 该社区集结晋中市医保局、榆次区残联等5个单位}: those that are assembled, where the sentence has a subject. */
    static boolean isListed(String sentence, Spot spot, List<Spot> spots) {
        int end = Marks.clauseEnd(sentence, spot.end());
        int others = sentence.indexOf("等", spot.end());
        if (others < 0 || others + 1 >= end || !begins(sentence.charAt(others + 1))) {
            return false;
        }
        int clause = Marks.clauseStart(sentence, spot.start());
        return spots.stream().anyMatch(other -> other.institution() == Institution.NONE && other.start() < clause);
    }

    static boolean begins(char c) {
        return "0123456789一二三四五六七八九十两多".indexOf(c) >= 0;
    }

    /** {@code 光东村等25个村}, {@code 来自拉萨、山南等地}: some of them, not their owner. */
    static boolean isExample(String sentence, Spot spot, List<Spot> spots) {
        int name = behindName(sentence, spot, spots);
        int end = name;
        for (Spot next : spots) {
            if (next.start() == end + 1 && sentence.charAt(end) == '、') {
                end = behindName(sentence, next, spots);
            }
        }
        if (end == name && name > spot.end() && !leadsMember(sentence, spot)) {
            return false;
        }
        boolean listed = end > name || listStart(sentence, spot, spots) < spot.start() || isWithinEarlier(spot, spots);
        return end + 1 < sentence.length()
                && sentence.charAt(end) == '等'
                && (begins(sentence.charAt(end + 1)) || (listed && "地省市县区国".indexOf(sentence.charAt(end + 1)) >= 0));
    }

    /**
     * Whether a place only begins the name of one of those that are counted: 上海 in {@code 北京畅游时代、上海游族等36家企业}, 沈阳 in
     * {@code 包括沈阳华润热电在内的3家企业}.
     */
    static boolean isMember(String sentence, Spot spot, List<Spot> spots) {
        int clause = Marks.clauseStart(sentence, spot.start());
        int end = Marks.clauseEnd(sentence, spot.end());
        if (sentence.startsWith("包括", spot.start() - 2)
                && sentence.substring(spot.end(), end).contains("在内")) {
            return true;
        }
        int others = sentence.indexOf('等', spot.end());
        boolean counted = others > spot.end()
                && others + 1 < end
                && begins(sentence.charAt(others + 1))
                && !hasNumber(sentence, spot.end(), others);
        if (!counted) {
            return false;
        }
        return leadsMember(sentence, spot)
                || spots.stream()
                        .anyMatch(other -> other.start() > clause
                                && other.end() < others
                                && leadsMember(sentence, other)
                                && other.region() > Gazetteer.COUNTRY
                                && other.region() != spot.region()
                                && !Provinces.isWithin(other.region(), spot.region()));
    }

    static boolean leadsMember(String sentence, Spot spot) {
        return spot.start() > 0 && sentence.charAt(spot.start() - 1) == '、';
    }

    private static boolean hasNumber(String sentence, int from, int to) {
        for (int at = from; at < to; at++) {
            if (Character.isDigit(sentence.charAt(at))) {
                return true;
            }
        }
        return false;
    }

    /** {@code 山西在朔州等地打造基地}: a part of the place that the sentence is about. */
    private static boolean isWithinEarlier(Spot spot, List<Spot> spots) {
        return spots.stream()
                .anyMatch(other -> other.end() <= spot.start()
                        && other.institution() == Institution.NONE
                        && Provinces.isWithin(spot.region(), other.region()));
    }

    /** Where the name of the body ends that a place is part of: behind 云南省委宣传部, where 、 or 等 follows it. */
    private static int behindName(String sentence, Spot spot, List<Spot> spots) {
        if (spot.institution() != Institution.AUTHORITY) {
            return spot.end();
        }
        int limit = sentence.length();
        for (Spot other : spots) {
            limit = other.start() >= spot.end() ? Math.min(limit, other.start()) : limit;
        }
        int end = spot.end();
        while (end < Math.min(limit, spot.end() + NAME)
                && Characters.isHan(sentence.charAt(end))
                && "等的".indexOf(sentence.charAt(end)) < 0) {
            end++;
        }
        boolean listed = end < sentence.length() && "、等".indexOf(sentence.charAt(end)) >= 0;
        return listed ? end : spot.end();
    }

    static int listEnd(String sentence, Spot spot, List<Spot> spots) {
        int end = spot.end();
        for (Spot next : spots) {
            boolean listed = next.start() == end + 1 && "、和及".indexOf(sentence.charAt(end)) >= 0;
            end = listed ? next.end() : end;
        }
        return end;
    }

    static int listStart(String sentence, Spot spot, List<Spot> spots) {
        int start = spot.start();
        for (int i = spots.indexOf(spot) - 1; i >= 0; i--) {
            int end = spots.get(i).end();
            boolean beside = end == start && spot.why() != Why.ANAPHOR;
            if (!beside && (end != start - 1 || "、和及".indexOf(sentence.charAt(end)) < 0)) {
                break;
            }
            start = spots.get(i).start();
        }
        return start;
    }
}

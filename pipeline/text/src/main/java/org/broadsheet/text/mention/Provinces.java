package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Spot;

/** Tells where the places of a sentence lie in so many provinces that what it tells is the country's: {@code 西藏、青海、湖南等地}. */
final class Provinces {
    /** What the code of a province is a multiple of. */
    private static final int PROVINCE = 10_000;

    /** What the code of a prefecture is a multiple of. */
    private static final int PREFECTURE = 100;

    /** What stands between the ends of a line. */
    private static final String ROUTE = "至—-－～";

    /** From so many on they are the country; two have a border. */
    private static final int SEVERAL = 3;

    private Provinces() {}

    /** Whether places lie in three provinces or more. */
    static boolean areSeveral(List<Spot> spots) {
        return count(spots) >= SEVERAL;
    }

    /** {@code 西起淮南，经安徽、浙江，直达上海，全长656公里}: a line through more than one province is none's. */
    static boolean areCrossed(String sentence, List<Spot> spots, int limit) {
        int length = sentence.lastIndexOf("全长", limit);
        return length >= 0
                && count(spots.stream().filter(spot -> spot.end() <= length).toList()) > 1;
    }

    private static long count(List<Spot> spots) {
        // a bit for each: 11 to 65, and 71, 81, 82 at 7, 17, 18
        long seen = 0;
        for (Spot spot : spots) {
            seen |= spot.region() > Gazetteer.COUNTRY ? 1L << (spot.region() / PROVINCE) : 0;
        }
        return Long.bitCount(seen);
    }

    /** The last places that are members of one list, alone or with what they own: {@code 辽宁省原副省长、河北省人大副主任}. */
    static List<Spot> lastList(String sentence, List<Spot> spots) {
        List<Spot> list = new ArrayList<>();
        for (int i = spots.size() - 1; i >= 0; i--) {
            Spot spot = spots.get(i);
            if (!list.isEmpty() && !areMembers(sentence, spot.end(), list.get(0).start())) {
                break;
            }
            list.add(0, spot);
        }
        return list;
    }

    /** {@code 商丘至合肥至杭州高速铁路}: nothing but where lines go. */
    static boolean areRoutes(String sentence, List<Spot> spots) {
        return !spots.isEmpty() && spots.stream().allMatch(spot -> isRoute(sentence, spot, spots));
    }

    private static boolean isRoute(String sentence, Spot spot, List<Spot> spots) {
        return spots.stream()
                .anyMatch(other -> (other.start() == spot.end() + 1 && ROUTE.indexOf(sentence.charAt(spot.end())) >= 0)
                        || (spot.start() == other.end() + 1 && ROUTE.indexOf(sentence.charAt(other.end())) >= 0));
    }

    /** Whether a division lies inside another, by their codes. */
    static boolean isWithin(int part, int whole) {
        return part != whole
                && whole > Gazetteer.COUNTRY
                && ((whole % PROVINCE == 0 && part / PROVINCE == whole / PROVINCE)
                        || (whole % PREFECTURE == 0 && part / PREFECTURE == whole / PREFECTURE));
    }

    private static boolean areMembers(String sentence, int from, int to) {
        int mark = sentence.indexOf('、', from);
        boolean listed = mark >= 0 && mark < to && Marks.clauseStart(sentence, to) <= from;
        return listed || (to - from == 1 && "和与及".indexOf(sentence.charAt(from)) >= 0);
    }
}

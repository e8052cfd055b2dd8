package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Region;
import org.broadsheet.text.place.Spot;
import org.broadsheet.text.place.Why;

/**
 * Places that are listed together, and what is the figure of all or of each: {@code 甘霖镇、长乐镇6个村}, {@code 分别派出6个和5个督查组}.
 *
 * <p>Immutable, thread-safe.
 */
final class PlaceLists {
    /** What places below the county end in. */
    private static final String LOCAL = "镇乡村道区";

    /** What stands between two of them. */
    private static final Set<String> JOINTS = Set.of("、", "和", "与", "及");

    private final Gazetteer gazetteer;

    PlaceLists(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /** The last places that follow each other by 、 or 和. */
    static List<Spot> last(String sentence, List<Spot> spots) {
        List<Spot> list = new ArrayList<>();
        for (int i = spots.size() - 1; i >= 0; i--) {
            Spot spot = spots.get(i);
            if (!list.isEmpty()) {
                String between = sentence.substring(spot.end(), list.get(0).start());
                boolean joined = between.isEmpty()
                        && areJoined(sentence, list.get(list.size() - 1).end());
                if (!joined && !JOINTS.contains(between)) {
                    break;
                }
            }
            list.add(0, spot);
        }
        return list;
    }

    /** {@code 湖南广东两地公安机关}: how many they are is said behind them. */
    private static boolean areJoined(String sentence, int end) {
        return end + 1 < sentence.length()
                && "两三四五".indexOf(sentence.charAt(end)) >= 0
                && "地省市州县区".indexOf(sentence.charAt(end + 1)) >= 0;
    }

    /** Whether a place below the county follows another in a list that is none that is known: {@code 在危水镇、刘家场镇}. */
    static boolean isLaterMember(String sentence, Spot spot) {
        return spot.start() > 1
                && !spot.place().isEmpty()
                && spot.why() == Why.STATED
                && CountedLists.leadsMember(sentence, spot)
                && LOCAL.indexOf(sentence.charAt(spot.start() - 2)) >= 0;
    }

    /** Which of several that share 分别 a claim is, from 0: the 5 of {@code 分别派出6个和5个督查组} is the second. */
    static int turn(String sentence, Claim claim, List<Claim> claims) {
        int start = claim.quantity().start();
        boolean joined = start > 0 && "和、".indexOf(sentence.charAt(start - 1)) >= 0;
        return claims.stream()
                .filter(other -> joined && other.quantity().end() == start - 1)
                .findFirst()
                .map(other -> other.list() + 1)
                .orElse(claim.list());
    }

    /** {@code 普洱市、临沧市受灾人口56万人}: the lowest division that holds them. */
    Where around(String sentence, List<Spot> list) {
        int first = list.get(0).region();
        if (list.stream().allMatch(spot -> spot.region() == first)) {
            return beside(sentence, list);
        }
        int holding = first;
        while (holding > Gazetteer.COUNTRY && !holdsAll(holding, list)) {
            holding = gazetteer.parent(holding).map(Region::code).orElse(Gazetteer.COUNTRY);
        }
        return new Where(Math.max(holding, Gazetteer.COUNTRY), "", Why.STATED.label(), true);
    }

    /** {@code 甘霖镇、长乐镇6个村}: places of one division, all of them as they are written. */
    private static Where beside(String sentence, List<Spot> list) {
        Where last = Owners.where(list.get(list.size() - 1));
        if (list.stream().anyMatch(spot -> spot.place().isEmpty() || spot.why() != Why.STATED)) {
            return last;
        }
        StringBuilder place = new StringBuilder(list.get(0).place());
        for (Spot spot : list.subList(1, list.size())) {
            place.append('、').append(sentence, spot.start(), spot.end());
        }
        return new Where(last.region(), place.toString(), last.why(), last.own());
    }

    private boolean holdsAll(int region, List<Spot> list) {
        return list.stream().allMatch(spot -> gazetteer.within(spot.region(), region));
    }
}

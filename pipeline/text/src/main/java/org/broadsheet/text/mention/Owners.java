package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.Institution;
import org.broadsheet.text.place.Spot;
import org.broadsheet.text.place.Why;
import org.jspecify.annotations.Nullable;

/**
 * Finds the place that owns a figure: 盈江县 in {@code 盈江县向瑞丽市调运蔬菜68吨}.
 *
 * <p>Immutable, thread-safe.
 */
final class Owners {
    private final List<String> objectMarkers = Lexicon.rows(Owners.class, "objects.tsv").stream()
            .map(row -> row.get(0))
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList();

    /** The places of a sentence that can own a figure, in order. */
    List<Spot> candidates(String sentence, List<Spot> spots) {
        return spots.stream()
                .filter(spot -> spot.region() != 0)
                .filter(spot -> spot.institution() != Institution.OTHER)
                .filter(spot -> !isObject(sentence, spot))
                .toList();
    }

    private boolean isObject(String sentence, Spot spot) {
        for (String marker : objectMarkers) {
            int at = spot.start() - marker.length();
            if (at >= 0 && sentence.startsWith(marker, at)) {
                return !(marker.equals("同") && at > 0 && sentence.charAt(at - 1) == '合');
            }
        }
        return false;
    }

    /**
     * The places that own a claim: two for {@code 海淀区、顺义区各2例}; none where the sentence names none before it.
     */
    List<Where> of(String sentence, List<Spot> spots, Claim claim) {
        List<Spot> able = candidates(sentence, spots);
        Quantity quantity = claim.quantity();
        Spot inside = inside(able, claim);
        if (inside != null) {
            return List.of(where(inside));
        }
        int limit = Math.max(quantity.start(), 0);
        List<Spot> before = able.stream().filter(spot -> spot.end() <= limit).toList();
        if (before.isEmpty()) {
            return List.of();
        }
        List<Spot> list = lastList(sentence, before);
        String between = sentence.substring(list.get(list.size() - 1).end(), quantity.start());
        if (list.size() > 1 && between.contains("分别") && claim.list() < list.size()) {
            return List.of(where(list.get(claim.list())));
        }
        boolean each = list.size() > 1 && (between.startsWith("各") || between.endsWith("各") || between.contains("均为"));
        if (each) {
            return list.stream().map(Owners::where).toList();
        }
        return List.of(where(before.get(before.size() - 1)));
    }

    /** A place between number and noun: {@code 26名来自榆次区的志愿者}. */
    private static @Nullable Spot inside(List<Spot> spots, Claim claim) {
        Spot found = null;
        for (Spot spot : spots) {
            boolean within = spot.start() >= claim.quantity().end()
                    && spot.end() < claim.phrase().end();
            found = within ? spot : found;
        }
        return found;
    }

    /** The last places that follow each other by 、 or 和. */
    private static List<Spot> lastList(String sentence, List<Spot> spots) {
        List<Spot> list = new ArrayList<>();
        for (int i = spots.size() - 1; i >= 0; i--) {
            Spot spot = spots.get(i);
            if (!list.isEmpty()) {
                String between = sentence.substring(spot.end(), list.get(0).start());
                if (!(between.equals("、") || between.equals("和") || between.equals("与") || between.equals("及"))) {
                    break;
                }
            }
            list.add(0, spot);
        }
        return list;
    }

    static Where where(Spot spot) {
        Why why = spot.why();
        return new Where(spot.region(), spot.place(), why.label(), true);
    }
}

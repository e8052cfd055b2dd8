package org.broadsheet.text.place;

import java.util.List;
import java.util.Optional;

/**
 * Says in what a local name lies that stands alone: {@code 乐平社区} in the street named before it, in the county named last,
 * or in the one county of the home city that has it.
 */
final class Surroundings {
    /** Characters of a village's name, its ending left out, at least, where it is to be told from what stands before it. */
    private static final int STEM = 2;

    /** Characters of the short name of a county, at most. */
    private static final int NAME = 4;

    private final Gazetteer gazetteer;
    private final Villages villages;
    private final PlaceContext context;
    private final List<Region> just;

    /** @param just divisions named in this stretch of the article, the latest last; it grows */
    Surroundings(Gazetteer gazetteer, PlaceContext context, List<Region> just) {
        this.just = just;
        this.gazetteer = gazetteer;
        this.villages = gazetteer.villages();
        this.context = context;
    }

    /** The local place named before that holds it; none where it is known as a community of another street. */
    Optional<Local> holder(Piece piece, Ending ending) {
        return context.holder(ending.rank())
                .filter(holder -> ending.rank() != Rank.COMMUNITY || canHold(holder, piece));
    }

    private boolean canHold(Local holder, Piece piece) {
        boolean known = holder.rank() == Rank.TOWN
                && gazetteer.countiesOfTown(holder.name()).contains(holder.region());
        if (!known) {
            return true;
        }
        boolean nowhere = true;
        for (Villages.Town town : villages.towns(piece.text(), holder.region())) {
            if (town.name().equals(holder.name())) {
                return true;
            }
            nowhere = false;
        }
        return nowhere;
    }

    /** The division around it: the last county; for {@code 高新区} the city; 0 where it cannot be known. */
    int region(Piece piece, Ending ending) {
        int city = context.story() != 0 ? context.story() : gazetteer.prefecture(context.home());
        if (ending.rank() == Rank.ZONE) {
            return city;
        }
        int named = ending.rank() == Rank.SITE && city != 0 ? namesake(piece.text(), city) : 0;
        if (named != 0) {
            return named;
        }
        int home = isCounty(context.home()) ? context.home() : 0;
        int near = narrowest().map(Region::code).orElse(home);
        if (ending.rank() != Rank.COMMUNITY || isCounty(near)) {
            return near;
        }
        int around = near == 0 ? city : near;
        if (around == 0) {
            // 山西吕梁山区的赤坚岭村, in a paper of the whole country
            around = context.lastNamed().map(Region::code).orElse(0);
        }
        int county = villages.county(piece.text(), around);
        return county == 0 ? near : county;
    }

    /** The county of a city with whose short name a site begins: 西峰区 of {@code 西峰工业园区}; 0 where none does. */
    private int namesake(String site, int city) {
        for (int length = Math.min(NAME, site.length()); length > 1; length--) {
            for (Region region : gazetteer.named(site.substring(0, length))) {
                boolean division = region.level() == Level.COUNTY || region.code() == city;
                if (division && gazetteer.within(region.code(), city)) {
                    return region.code();
                }
            }
        }
        return 0;
    }

    /**
     * The county named last, unless another province has been named since: 阿尔山 is far from {@code 云南大理的古生村}; nor is
     * {@code 拉萨城东的白定村} in the county that an earlier sentence named.
     */
    private Optional<Region> narrowest() {
        if (!just.isEmpty() && just.get(just.size() - 1).level() == Level.PREFECTURE) {
            return Optional.of(just.get(just.size() - 1));
        }
        Optional<Region> county = context.lastCounty();
        Optional<Region> last =
                context.lastTopic().or(context::lastNamed).filter(region -> region.level() != Level.COUNTRY);
        if (last.isEmpty()) {
            return county;
        }
        int province = gazetteer.province(last.get().code());
        boolean left = county.map(region -> gazetteer.province(region.code()) != province)
                .orElse(last.get().level() == Level.PREFECTURE && province != gazetteer.province(context.home()));
        return left ? last : county;
    }

    private boolean isCounty(int code) {
        return gazetteer
                .region(code)
                .filter(region -> region.level() == Level.COUNTY)
                .isPresent();
    }

    /**
     * A name without what stands before it, where only its end is a village of the county around: {@code 裴寨村} of
     * {@code 就任裴寨村}.
     */
    Piece trimmed(Piece piece, Ending ending) {
        int last = piece.end() - ending.text().length() - STEM;
        if (ending.rank() != Rank.COMMUNITY || last < piece.start() + STEM) {
            return piece;
        }
        int county = region(piece, ending);
        if (!isCounty(county) || villages.has(piece.text(), county)) {
            return piece;
        }
        for (int start = piece.start() + STEM; start <= last; start++) {
            Piece later = piece.from(start);
            if (villages.has(later.text(), county)) {
                return later;
            }
        }
        return piece;
    }
}

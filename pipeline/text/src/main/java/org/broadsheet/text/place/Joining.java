package org.broadsheet.text.place;

import java.util.List;
import java.util.Optional;

/** Joins what is named side by side to one place: {@code 榆次区}, {@code 锦纶街道}, {@code 乐平社区}. */
final class Joining {
    /** Characters of a city's short name at most: 呼和浩特. */
    private static final int SHORT_NAME = 4;

    private final Gazetteer gazetteer;
    private final Resolver resolver;
    private final String text;
    private final PlaceContext context;

    Joining(Gazetteer gazetteer, Resolver resolver, String text, PlaceContext context) {
        this.gazetteer = gazetteer;
        this.resolver = resolver;
        this.text = text;
        this.context = context;
    }

    /** Whether the piece belongs to the place before it; it is added to it then. */
    boolean join(Draft open, Piece piece) {
        if (open.end == piece.start()) {
            return extend(open, piece);
        }
        boolean bracket = open.end + 1 == piece.start() && "（(".indexOf(text.charAt(open.end)) >= 0;
        boolean closed = piece.end() < text.length() && "）)".indexOf(text.charAt(piece.end())) >= 0;
        if (bracket && closed && extend(open, piece)) {
            open.end = piece.end() + 1;
            return true;
        }
        return pair(open, piece);
    }

    private boolean extend(Draft open, Piece piece) {
        if (open.body) {
            return false;
        }
        if (piece.local() != null) {
            return extendLocal(open, piece, piece.local());
        }
        if (piece.term().holder() != 0) {
            return extendZone(open, piece, piece.term().holder());
        }
        Optional<Region> below = open.place.isEmpty()
                ? resolver.below(piece.term().bearers(), piece.term().bare(), open.region)
                : Optional.empty();
        if (below.isEmpty()) {
            return false;
        }
        open.divide(piece, below.get());
        return true;
    }

    private boolean extendZone(Draft open, Piece piece, int holder) {
        if (open.rank == Rank.TOWN && piece.text().endsWith("村")) {
            // 龙脊镇大寨村 is not the 大寨村 that all know
            open.add(Rank.COMMUNITY, piece, open.region, county(open.region));
            return true;
        }
        boolean holds = gazetteer.within(holder, open.region) || gazetteer.within(open.region, holder);
        if (!holds || !open.place.isEmpty()) {
            return false;
        }
        int region = gazetteer.within(holder, open.region) ? holder : open.region;
        open.add(Rank.ZONE, piece, region, county(region));
        return true;
    }

    private boolean extendLocal(Draft open, Piece piece, Ending ending) {
        if (open.region == Gazetteer.ABROAD) {
            open.end = piece.end();
            return true;
        }
        boolean narrower = open.rank == null || ending.rank().compareTo(open.rank) > 0;
        if (!narrower || (open.region == 0 && open.place.isEmpty())) {
            return false;
        }
        if (open.place.isEmpty() && !piece.counties().isEmpty()) {
            holderOf(open, piece).ifPresent(open::mean);
        }
        int county = piece.counties().isEmpty()
                ? countyOfVillage(open, piece, ending)
                : resolver.countyOfTown(piece.counties(), open.region, context);
        boolean whole = open.place.isEmpty() || open.rank == Rank.ZONE;
        int site = ending.rank() == Rank.SITE && whole ? divisionOf(open, piece) : 0;
        int region = site != 0 ? site : county == 0 ? open.region : county;
        String name = open.names.isEmpty()
                ? ""
                : open.names.get(open.names.size() - 1).spelled();
        boolean ofIt = ending.rank() == Rank.ZONE
                && open.place.isEmpty()
                && !name.isEmpty()
                && "省市县区州旗盟".indexOf(name.charAt(name.length() - 1)) < 0;
        open.add(ending.rank(), ofIt ? piece.behind(name) : piece, region, county(region));
        return true;
    }

    /** The one county of a city that has a village right behind the city's name; 0 where none has, or several. */
    private int countyOfVillage(Draft open, Piece piece, Ending ending) {
        boolean city = open.place.isEmpty() && gazetteer.prefecture(open.region) == open.region;
        return city && ending.rank() == Rank.COMMUNITY ? gazetteer.villages().county(piece.text(), open.region) : 0;
    }

    /** The bearer of a shared name in which a town lies, where the one thought of has none: {@code 朝阳永昌街道}. */
    private Optional<Region> holderOf(Draft open, Piece town) {
        boolean held = town.counties().stream().anyMatch(county -> gazetteer.within(county, open.region));
        List<Region> holders = held
                ? List.of()
                : open.bearers.stream()
                        .filter(region -> town.counties().contains(region.code()))
                        .toList();
        return holders.size() == 1 ? Optional.of(holders.get(0)) : Optional.empty();
    }

    /**
     * The division with whose name a site begins, inside what is named before it ({@code 四川} + {@code 新津工业园}) or behind a
     * zone that is at home elsewhere ({@code 中关村} + {@code 贵阳科技园}); 0 where none.
     */
    private int divisionOf(Draft open, Piece piece) {
        boolean zone = open.rank == Rank.ZONE;
        for (int length = Math.min(SHORT_NAME, piece.text().length()); length > 1; length--) {
            List<Region> named = gazetteer.named(piece.text().substring(0, length));
            List<Region> meant = named.stream()
                    .filter(region -> zone
                            ? region.level() == Level.PREFECTURE
                            : region.level() != Level.ZONE
                                    && region.code() != open.region
                                    && gazetteer.within(region.code(), open.region))
                    .toList();
            if (meant.size() == 1) {
                return meant.get(0).code();
            }
        }
        return 0;
    }

    /** The division of a code, where it is a county. */
    Optional<Region> county(int code) {
        return gazetteer.region(code).filter(region -> region.level() == Level.COUNTY);
    }

    /** {@code 御景华府小区和汾河明珠小区的}: two places that the text treats as one. */
    private boolean pair(Draft open, Piece piece) {
        boolean twins = piece.local() != null
                && open.rank == Rank.COMPOUND
                && piece.local().rank() == Rank.COMPOUND
                && open.end + 1 == piece.start()
                && text.charAt(open.end) == '和'
                && piece.end() < text.length()
                && text.charAt(piece.end()) == '的';
        if (twins) {
            open.place += "和" + piece.text();
            open.end = piece.end();
        }
        return twins;
    }
}

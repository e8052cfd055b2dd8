package org.broadsheet.text.place;

import java.util.List;
import java.util.Optional;

/** Follows the pointing words of one text: {@code 该区}, {@code 全市}, {@code 该社区}. */
final class Pointing {
    /** Characters of a sentence that are looked back over at most. */
    private static final int SENTENCE = 300;

    /** Characters of the end of a line and what follows it, at most: {@code 上海市一带}. */
    private static final int LINE = 8;

    /** Characters of 来自 or 支援, at most. */
    private static final int TARGET = 2;

    /** What a zone is called once its name has been told. */
    private static final String[] ZONES = {"开发区", "新区", "园区", "港区", "新城", "示范区", "高新区", "经开区", "保税区"};

    /** What 兵团 means where nothing else is named so: a zone of zones.tsv. */
    private static final String CORPS = "新疆生产建设兵团";

    private final Gazetteer gazetteer;
    private final Resolver resolver;
    private final String text;
    private final PlaceContext context;
    private final List<Spot> spots;

    /** @param spots the places found so far; they grow */
    Pointing(Gazetteer gazetteer, Resolver resolver, String text, PlaceContext context, List<Spot> spots) {
        this.gazetteer = gazetteer;
        this.resolver = resolver;
        this.text = text;
        this.context = context;
        this.spots = spots;
    }

    /** The place that a pointing word means; empty where there is none to point to. */
    Optional<Draft> begin(Piece piece, Anaphor anaphor) {
        Draft pointer = new Draft(piece, 0, Why.ANAPHOR);
        Optional<Local> local = local(piece.text(), anaphor).filter(l -> isRecent(piece, l));
        if (local.isPresent()) {
            pointer.repeat(local.get());
            return Optional.of(pointer);
        }
        return switch (anaphor) {
            case TOWN, COMMUNITY -> isLost(piece.text()) ? Optional.of(pointer) : Optional.empty();
            case COMPOUND, ZONE -> Optional.empty();
            case CORPS -> corps(pointer);
            case HERE ->
                context.here(gazetteer).map(last -> {
                    pointer.region = last.region();
                    pointer.place = last.place();
                    return pointer;
                });
            case OUR_CITY, CITY, THAT_CITY, PROVINCE, PREFECTURE, COUNTY, COUNTIES -> {
                int subject = anaphor == Anaphor.THAT_CITY ? subject(piece) : opening(piece);
                int beside = anaphor == Anaphor.PROVINCE ? provinceBeside(piece) : 0;
                pointer.region = beside != 0 ? beside : resolver.pointed(anaphor, piece.text(), subject, context);
                gazetteer.region(pointer.region).ifPresent(found -> pointer.names.add(new Named(found, piece.text())));
                yield Optional.of(pointer);
            }
        };
    }

    /** {@code 全村} in a paper of the whole country that has named no division: it is some village's, not the country's. */
    private boolean isLost(String word) {
        return word.startsWith("全")
                && context.home() == Gazetteer.COUNTRY
                && context.named().isEmpty();
    }

    /** {@code 兵团} in a paper of 新疆, which need not say whose. */
    private Optional<Draft> corps(Draft pointer) {
        return Optional.ofNullable(gazetteer.zones().get(CORPS))
                .filter(holder -> gazetteer.within(context.home(), holder))
                .map(holder -> {
                    pointer.region = holder;
                    pointer.place = CORPS;
                    return pointer;
                });
    }

    /** {@code 社区} without 该 only points back to what was named not long ago. */
    private boolean isRecent(Piece piece, Local local) {
        return piece.term().ending() == null || context.isRecent(local);
    }

    private Optional<Local> local(String word, Anaphor anaphor) {
        return switch (anaphor) {
            case TOWN -> context.lastLocal(Rank.TOWN, ending(word, "街道", "镇", "乡", "苏木"));
            case COMMUNITY -> context.lastLocal(Rank.COMMUNITY, ending(word, "社区", "村", "嘎查"));
            case COMPOUND -> context.lastLocal(Rank.COMPOUND, "小区");
            case ZONE -> zone(word);
            case COUNTY -> zoneAsCounty(word);
            case CORPS -> context.lastLocal(Rank.ZONE, word);
            case OUR_CITY, CITY, THAT_CITY, PROVINCE, PREFECTURE, COUNTIES, HERE -> Optional.empty();
        };
    }

    /** {@code 该园区} after {@code 皇马工业园}, too. */
    private Optional<Local> zone(String word) {
        String ending = ending(word, ZONES);
        Optional<Local> zone = context.lastLocal(Rank.ZONE, ending);
        if (zone.isPresent() || !ending.equals("园区")) {
            return zone;
        }
        return context.lastLocal(Rank.SITE, ending).or(() -> context.lastLocal(Rank.SITE, "园"));
    }

    /** {@code 全区} after {@code 航空港区}: a zone named later than any district. */
    private Optional<Local> zoneAsCounty(String word) {
        Optional<Spot> last = context.last();
        boolean district = context.lastEnding("区").isPresent();
        Optional<Local> zone = context.lastLocal(Rank.ZONE, "区");
        boolean latest = last.isPresent()
                && zone.isPresent()
                && last.get().place().equals(zone.get().place());
        return word.indexOf('区') >= 0 && (latest || !district) ? zone : Optional.empty();
    }

    private static String ending(String word, String... endings) {
        for (String ending : endings) {
            if (word.contains(ending)) {
                return ending;
            }
        }
        return word;
    }

    /** The province named right before: 海南 of {@code 海南全省}; 0 where none is. */
    private int provinceBeside(Piece piece) {
        if (spots.isEmpty()) {
            return 0;
        }
        Spot last = spots.get(spots.size() - 1);
        boolean beside = last.end() == piece.start() && last.place().isEmpty();
        return beside && gazetteer.province(last.region()) == last.region() ? last.region() : 0;
    }

    /** The city that the sentence of the piece begins with, before it sends something to another; 0 where none does. */
    private int subject(Piece piece) {
        for (Spot spot : inSentence(piece)) {
            boolean city = gazetteer
                    .region(spot.region())
                    .filter(region -> region.name().endsWith("市"))
                    .isPresent();
            if (city && !isTarget(spot.start())) {
                return spot.region();
            }
        }
        return 0;
    }

    /** The city that the sentence of the piece begins with, or the one before it; 0 where none does, or names others. */
    private int opening(Piece piece) {
        List<Spot> before = inSentence(piece);
        return before.isEmpty() ? context.opened() : opening(before);
    }

    /** The city that a sentence begins with; 0 where it does not, or names others. */
    int opening(List<Spot> sentence) {
        int city = 0;
        for (Spot spot : sentence) {
            Optional<Region> region = gazetteer.region(spot.region());
            boolean first = city == 0
                    && region.filter(
                                    r -> r.level() != Level.PROVINCE && r.name().endsWith("市"))
                            .isPresent();
            if (region.isPresent() && !first && spot.region() != city && spot.region() != Gazetteer.COUNTRY) {
                return 0;
            }
            city = first ? spot.region() : city;
        }
        return city;
    }

    private List<Spot> inSentence(Piece piece) {
        int sentence = piece.start();
        while (sentence > 0
                && piece.start() - sentence < SENTENCE
                && "。！？!?；;\n".indexOf(text.charAt(sentence - 1)) < 0) {
            sentence--;
        }
        int from = spots.size();
        while (from > 0 && spots.get(from - 1).start() >= sentence) {
            from--;
        }
        return spots.subList(from, spots.size());
    }

    /** Whether a sentence only sends something to the place that starts here, or takes from it, as from those before it in a list. */
    boolean isTargeted(int start) {
        int first = start;
        for (int i = spots.size() - 1; i >= 0; i--) {
            Spot before = spots.get(i);
            if (before.end() == first - 1 && "、和与及".indexOf(text.charAt(first - 1)) >= 0) {
                first = before.start();
            }
        }
        return isTarget(first);
    }

    /** Whether a sentence only sends something to the place that starts here, or takes from it: {@code 来自}. */
    boolean isTarget(int start) {
        for (int length = 1; length <= Math.min(TARGET, start); length++) {
            if (resolver.isTarget(text.substring(start - length, start))) {
                return true;
            }
        }
        return isRoute(start);
    }

    /** {@code 舟山到上海一带}: the end of a line that begins with another place. */
    private boolean isRoute(int start) {
        if (spots.isEmpty() || start < 1 || text.charAt(start - 1) != '到') {
            return false;
        }
        int along = text.indexOf("一带", start);
        if (along < 0 || along - start > LINE) {
            return false;
        }
        int before = spots.get(spots.size() - 1).start() >= start ? spots.size() - 2 : spots.size() - 1;
        return before >= 0 && spots.get(before).end() == start - 1;
    }
}

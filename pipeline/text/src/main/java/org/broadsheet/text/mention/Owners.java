package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.Gazetteer;
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
    /** What the full names of divisions end in. */
    static final String DIVISIONS = "省市县区旗州盟镇乡道村";

    /** What 全村 and 全乡 end in. */
    private static final String VILLAGES = "村乡镇";

    /** What the code of a province is a multiple of. */
    private static final int PROVINCE = 10_000;

    /** Characters between a number and the place to which what it counts has come, at most. */
    private static final int ARRIVAL = 10;

    /** What says behind a number where all of it is: {@code 无症状感染者4例，均在南沙区}. */
    private static final WordTable<Integer> ALL_IN =
            WordTable.of(List.of("，均在", "，都在", "，全在", "，全部在", "，均位于", "，全部位于"));

    private final OwnerCandidates candidates = new OwnerCandidates();
    private final CountryFigures countries = new CountryFigures();

    private final PlaceLists lists;
    private final List<String> companies = Lexicon.column(Owners.class, "companies.tsv");
    private final WordTable<Integer> arrivals = WordTable.of(Lexicon.column(Owners.class, "arrivals.tsv"));
    private final WordTable<Integer> ofAll = WordTable.of(Lexicon.column(Owners.class, "of-all.tsv"));

    Owners(Gazetteer gazetteer) {
        this.lists = new PlaceLists(gazetteer);
    }

    /** A sentence with its places, and those of them that can own a figure. */
    record Places(String sentence, List<Spot> spots, List<Spot> able) {}

    /** What all claims of a sentence choose from. */
    Places places(String sentence, List<Spot> spots) {
        return new Places(sentence, spots, List.copyOf(candidates(sentence, spots)));
    }

    /** The places of a sentence that can own a figure, in order. */
    List<Spot> candidates(String sentence, List<Spot> spots) {
        return candidates.of(sentence, spots);
    }

    /** The places of a sentence that stay its subject behind it: no parts of a total. */
    List<Spot> lasting(String sentence, List<Spot> spots, List<Claim> claims) {
        return candidates.lasting(sentence, spots, claims);
    }

    /** Whether a sentence that names no place speaks of the whole country: {@code 各自贸试验区}. */
    boolean areNationwide(String sentence) {
        return countries.areNationwide(sentence);
    }

    /** Whether a sentence is about the country in a paper of the whole country. */
    boolean isNational(String sentence, List<Spot> spots) {
        return candidates.isNational(sentence, spots);
    }

    /**
     * The places that own a claim: two for {@code 海淀区、顺义区各2例}; none where the sentence names none before it.
     */
    List<Where> of(Places places, Claim claim, List<Claim> claims) {
        String sentence = places.sentence();
        List<Spot> spots = places.spots();
        List<Spot> able = places.able();
        Quantity quantity = claim.quantity();
        Spot inside = inside(able, claim);
        if (inside != null) {
            return List.of(where(inside));
        }
        Spot part = part(spots, claim);
        if (part != null) {
            return List.of(where(part));
        }
        int behind = Math.max(quantity.end(), claim.phrase().end());
        for (Spot spot : able) {
            if (spot.start() == behind + 1 && sentence.charAt(behind) == '的') {
                // 有着8000多万农民的河南省
                return List.of(where(spot));
            }
        }
        Spot there = there(sentence, spots, able, quantity, behind);
        if (there != null) {
            return List.of(where(there));
        }
        Spot right = right(sentence, spots, quantity);
        if (right != null) {
            return List.of(where(right));
        }
        String counted = sentence.substring(
                quantity.end(), Math.max(quantity.end(), claim.phrase().end()));
        if (countries.isCentral(counted)) {
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        if (ofAll.endsAt(sentence, quantity.start())) {
            // 来自全国各地的55支龙舟队: whose they are stands right before them
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        for (Spot spot : spots) {
            if (spot.region() == Gazetteer.COUNTRY && spot.end() == quantity.start()) {
                // 为全国200万家企业: whose they are stands right before them
                return List.of(where(spot));
            }
        }
        int limit = Math.max(quantity.start(), 0);
        if (countries.isNational(sentence, limit)) {
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        List<Spot> before = new ArrayList<>(able);
        before.removeIf(spot -> spot.end() > limit
                || !Visibility.visible(sentence, spot, limit, claims)
                || describes(spot, claim, claims)
                || ALL_IN.endsAt(sentence, spot.start()));
        Spot setting = setting(sentence, before, claim);
        if (setting != null) {
            return List.of(where(setting));
        }
        int country = countries.country(sentence, limit);
        if (country >= 0 && (before.isEmpty() || before.get(before.size() - 1).end() <= country)) {
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        int provinces = countries.provinces(sentence, limit);
        if (provinces >= 0
                && Visibility.isOrigin(sentence, provinces)
                && !Visibility.reaches(sentence, provinces, limit, claims)) {
            provinces = -1;
        }
        boolean foreign = !before.isEmpty() && before.get(before.size() - 1).region() == Gazetteer.ABROAD;
        if (provinces >= 0
                && !foreign
                && (before.isEmpty() || before.get(before.size() - 1).end() <= provinces)) {
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        if (before.isEmpty() && countries.isCentralAlone(counted)) {
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        if (Provinces.areCrossed(sentence, before, limit)
                || (before.isEmpty() && Provinces.areSeveral(examples(sentence, spots, limit)))) {
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        if (before.isEmpty()) {
            List<Spot> some = examples(sentence, spots, limit);
            boolean divisions = some.stream()
                    .allMatch(spot -> spot.place().isEmpty() && !Visibility.isOrigin(sentence, spot.start()));
            if (divisions && some.size() > 1 && PlaceLists.last(sentence, some).size() == some.size()) {
                // 南京、无锡、苏州等地派出12支: what holds them
                return List.of(lists.around(sentence, some));
            }
            Optional<Spot> unknown = unknown(sentence, spots, limit).or(() -> receiver(sentence, spots, limit));
            if (unknown.isPresent()) {
                return List.of(where(unknown.get()));
            }
            return spots.stream()
                    .filter(spot -> spot.end() <= limit && namesItsDivision(sentence, spot))
                    .reduce((one, later) -> later)
                    .map(spot -> List.of(where(spot)))
                    .orElse(List.of());
        }
        Spot body = body(sentence, spots, before, quantity);
        if (body != null) {
            return List.of(where(body));
        }
        List<Spot> list = PlaceLists.last(sentence, before);
        String between = sentence.substring(list.get(list.size() - 1).end(), quantity.start());
        String clause = sentence.substring(Marks.clauseStart(sentence, quantity.start()), quantity.start());
        if (list.size() > 1 && (between.contains("分别") || clause.contains("分别"))) {
            int turn = PlaceLists.turn(sentence, claim, claims);
            if (turn < list.size()) {
                return List.of(where(list.get(turn)));
            }
        }
        boolean each = list.size() > 1 && (between.startsWith("各") || between.endsWith("各") || between.contains("均为"));
        if (each) {
            return list.stream().map(Owners::where).toList();
        }
        Spot last = before.get(before.size() - 1);
        if (list.size() > 1) {
            return List.of(lists.around(sentence, list));
        }
        return List.of(PlaceLists.isLaterMember(sentence, last) ? where(last).whole() : where(last));
    }

    /** Whether a place stands right behind the number of another claim: 川西 of {@code 126栋川西民居，安置320户}. */
    private static boolean describes(Spot spot, Claim claim, List<Claim> claims) {
        for (Claim other : claims) {
            if (!other.equals(claim) && other.quantity().end() == spot.start()) {
                return true;
            }
        }
        return false;
    }

    /** {@code 在新疆乌鲁木齐，中央宣讲团向2700名群众}: where a body of the country acts, unless it is money that it gives; null where none is said. */
    private static @Nullable Spot setting(String sentence, List<Spot> before, Claim claim) {
        if (before.isEmpty()) {
            return null;
        }
        Spot first = before.get(0);
        Spot last = before.get(before.size() - 1);
        boolean opens = first.start() == 1 && sentence.charAt(0) == '在' && sentence.startsWith("，", first.end());
        boolean central = last.region() == Gazetteer.COUNTRY && !sentence.startsWith("全国", last.start());
        return opens
                        && central
                        && first.region() > Gazetteer.COUNTRY
                        && !claim.phrase().metrics().contains("funds")
                ? first
                : null;
    }

    private List<Spot> examples(String sentence, List<Spot> spots, int limit) {
        return candidates.examples(sentence, spots).stream()
                .filter(spot -> spot.end() <= limit)
                .toList();
    }

    /** {@code 市里为敖鲁古雅鄂温克族乡的62户猎民送去过冬用煤}: whose they are stands right before them, whoever acts. */
    private static @Nullable Spot right(String sentence, List<Spot> spots, Quantity quantity) {
        boolean joined = quantity.start() > 1 && sentence.charAt(quantity.start() - 1) == '的';
        int end = joined ? quantity.start() - 1 : quantity.start();
        if (!joined && !isPartner(sentence, spots, end)) {
            return null;
        }
        List<Spot> before = spots.stream().filter(spot -> spot.end() <= end).toList();
        Spot last = before.isEmpty() ? null : before.get(before.size() - 1);
        boolean own = last != null
                && last.end() == end
                && last.region() > Gazetteer.COUNTRY
                && last.institution() == Institution.NONE
                && PlaceLists.last(sentence, before).size() == 1;
        return own ? last : null;
    }

    /** {@code 河东区48家企业与静宁县52个贫困村}: what stands behind 与 has a number of its own; so have those {@code 对全市2万个党组织}. */
    private static boolean isPartner(String sentence, List<Spot> spots, int end) {
        return spots.stream()
                .anyMatch(spot -> spot.end() == end
                        && spot.start() > 0
                        && "与和同跟对为给向".indexOf(sentence.charAt(spot.start() - 1)) >= 0);
    }

    /**
     * Where what is counted is, said behind it where no place stands before it in its clause: {@code 200多名志愿者在昆山集合},
     * {@code 322个项目签约山东}.
     */
    private @Nullable Spot there(String sentence, List<Spot> spots, List<Spot> able, Quantity quantity, int behind) {
        int end = Marks.clauseEnd(sentence, behind);
        WordTable.Entry<Integer> all = ALL_IN.longestAt(sentence, behind);
        int stated = all == null ? -1 : behind + all.word().length();
        for (Spot spot : able) {
            if (spot.start() == stated && spot.region() > Gazetteer.COUNTRY) {
                return spot;
            }
            boolean near = spot.start() > behind && spot.end() <= end && spot.region() > Gazetteer.COUNTRY;
            if (near && leads(sentence, behind, spot.start())) {
                int clause = Marks.clauseStart(sentence, quantity.start());
                String before = sentence.substring(clause, quantity.start());
                if (before.contains("来自") && !before.contains("国家")) {
                    return null;
                }
                boolean said =
                        spots.stream().anyMatch(other -> other.start() >= clause && other.end() <= quantity.start());
                return said ? null : spot;
            }
        }
        return null;
    }

    private boolean leads(String sentence, int behind, int place) {
        return (place == behind + 1 && sentence.charAt(behind) == '在')
                || (place - behind <= ARRIVAL && arrivals.longestBefore(sentence, behind, place) != null);
    }

    /** {@code 全村} before a number, where it cannot be known which village: its figure is nobody else's. */
    private static Optional<Spot> unknown(String sentence, List<Spot> spots, int limit) {
        return spots.stream()
                .filter(spot -> spot.end() <= limit)
                .reduce((one, later) -> later)
                .filter(spot -> spot.region() == 0 && spot.why() == Why.ANAPHOR)
                .filter(spot -> VILLAGES.indexOf(sentence.charAt(spot.end() - 1)) >= 0);
    }

    /** {@code 供销部门已向该旗调运化肥2万吨}: where it goes, where nobody is said to own it. */
    private static Optional<Spot> receiver(String sentence, List<Spot> spots, int limit) {
        int clause = Marks.clauseStart(sentence, limit);
        return spots.stream()
                .filter(spot -> spot.start() > clause && spot.end() <= limit)
                .filter(spot -> spot.region() > Gazetteer.COUNTRY && spot.institution() == Institution.NONE)
                .filter(spot ->
                        sentence.charAt(spot.start() - 1) == '向' && "、和等".indexOf(sentence.charAt(spot.end())) < 0)
                .reduce((one, later) -> later);
    }

    /** {@code 石狮市企业家协会捐款120万元} is 石狮市's, where no place owns it; what a province runs may be anywhere. */
    private boolean namesItsDivision(String sentence, Spot spot) {
        return spot.region() % PROVINCE != 0
                && spot.institution() == Institution.OTHER
                && (spot.place().isEmpty() || DIVISIONS.indexOf(sentence.charAt(spot.end() - 1)) >= 0)
                && begins(sentence, spot.start())
                && !sentence.startsWith("军区", spot.end());
    }

    /** {@code 上海筹集560万元；深圳市企业家协会捐赠大米200吨}: whose body its part begins with; null where it begins with none. */
    private @Nullable Spot body(String sentence, List<Spot> spots, List<Spot> before, Quantity quantity) {
        int clause = Marks.clauseStart(sentence, quantity.start());
        if (before.get(before.size() - 1).end() > clause || "；;".indexOf(sentence.charAt(clause - 1)) < 0) {
            return null;
        }
        for (Spot spot : spots) {
            if (spot.start() == clause && namesItsDivision(sentence, spot)) {
                return spot;
            }
        }
        return null;
    }

    /** The division of the body that a sentence begins with: {@code ●略阳县灾后重建中心卫生院开诊}; null where it begins with none. */
    @Nullable
    Where opener(String sentence, List<Spot> spots) {
        Spot first = spots.isEmpty() ? null : spots.get(0);
        return first != null && first.start() <= 1 && namesItsDivision(sentence, first)
                ? new Where(first.region(), first.place(), Why.SUBJECT.label(), false)
                : null;
    }

    /** Whether a clause begins here, the name of a company of the whole country left out: {@code 国网湖州供电公司}. */
    private boolean begins(String sentence, int at) {
        int clause = Marks.clauseStart(sentence, at);
        return at == clause
                || (at == 1 && Enumerators.isBullet(sentence.charAt(0)))
                || companies.contains(sentence.substring(clause, at));
    }

    /** The place of the institution a headline names, where it names no other: 响水县 of {@code 江苏响水天嘉宜公司爆炸}. */
    @Nullable
    Where institution(List<Spot> spots) {
        return spots.stream()
                .filter(spot -> spot.institution() == Institution.OTHER && spot.region() % PROVINCE != 0)
                .findFirst()
                .map(Owners::where)
                .orElse(null);
    }

    /** Whose part of public money or of a gift it is: 徐闻县 of {@code 资金3000万元，其中拨给徐闻县1500万元}; null where none stands right before. */
    private static @Nullable Spot part(List<Spot> spots, Claim claim) {
        Set<String> metrics = claim.phrase().metrics();
        if (!claim.phrase().rule().equals("elided") || !(metrics.contains("funds") || metrics.contains("donations"))) {
            return null;
        }
        for (Spot spot : spots) {
            if (spot.end() == claim.quantity().start() && spot.region() > Gazetteer.COUNTRY) {
                return spot;
            }
        }
        return null;
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

    /** What later sentences are about: the last place named; the country where that is one of several provinces. */
    Where subject(String sentence, List<Spot> able) {
        if (Provinces.areRoutes(sentence, able)) {
            // 深圳至中山跨江通道: what holds both ends
            return lists.around(sentence, able);
        }
        List<Spot> list = PlaceLists.last(sentence, able);
        return CountryFigures.areAll(sentence, list.get(0).start())
                        || Provinces.areSeveral(Provinces.lastList(sentence, able))
                ? new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true)
                : list.size() > 1 ? lists.around(sentence, list) : where(list.get(0));
    }

    static Where where(Spot spot) {
        Why why = spot.why();
        return new Where(spot.region(), spot.place(), why.label(), true);
    }
}

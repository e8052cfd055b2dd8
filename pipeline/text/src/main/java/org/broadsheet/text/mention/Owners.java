package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.Characters;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Institution;
import org.broadsheet.text.place.PlaceFinder;
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
    private static final String DIVISIONS = "省市县区旗州盟镇乡道村";
    /** What 全村 and 全乡 end in. */
    private static final String VILLAGES = "村乡镇";
    /** What words end in that say when: 今年, 目前, 以来. */
    private static final String TIMES = "年月日前今底末来时度";
    /** What the code of a province is a multiple of. */
    private static final int PROVINCE = 10_000;
    /** Characters of a body's name behind its place, at most. */
    private static final int NAME = 12;
    /** Characters between a number and the provinces it counts, at most. */
    private static final int NAMED_PROVINCES = 6;

    private final List<String> ofAll = Lexicon.column(Owners.class, "of-all.tsv");

    private final WordTable<Integer> objectMarkers = WordTable.of(Lexicon.column(Owners.class, "objects.tsv"));

    private final List<String> national = Lexicon.group(Lexicon.rows(PlaceFinder.class, "national.tsv"), "AUTHORITY");

    private final List<String> provinces = Lexicon.column(Owners.class, "provinces.tsv");

    private final WordTable<Integer> comparisons = WordTable.of(Lexicon.column(Owners.class, "comparisons.tsv"));

    /** The places of a sentence that can own a figure, in order. */
    List<Spot> candidates(String sentence, List<Spot> spots) {
        List<Spot> candidates = new ArrayList<>(spots.size());
        for (Spot spot : spots) {
            boolean place = spot.region() != 0
                    && spot.institution() != Institution.OTHER
                    && !isObject(sentence, spot, spots)
                    && !isCompared(sentence, spot)
                    && !isExample(sentence, spot, spots);
            if (place && !(spot.institution() == Institution.AUTHORITY && isListed(sentence, spot, spots))) {
                candidates.add(spot);
            }
        }
        return candidates;
    }

    /** {@code 该社区集结晋中市医保局、榆次区残联等5个单位}: those that are assembled, where the sentence has a subject. */
    private static boolean isListed(String sentence, Spot spot, List<Spot> spots) {
        int end = Marks.clauseEnd(sentence, spot.end());
        int others = sentence.indexOf("等", spot.end());
        if (others < 0 || others + 1 >= end || !begins(sentence.charAt(others + 1))) {
            return false;
        }
        int clause = Marks.clauseStart(sentence, spot.start());
        return spots.stream().anyMatch(other -> other.institution() == Institution.NONE && other.start() < clause);
    }

    private static boolean begins(char c) {
        return "0123456789一二三四五六七八九十两多".indexOf(c) >= 0;
    }

    /** The places of a sentence that stay its subject behind it: no parts of a total. */
    List<Spot> lasting(String sentence, List<Spot> spots, List<Claim> claims) {
        List<Spot> lasting = candidates(sentence, spots);
        lasting.removeIf(spot -> !visible(sentence, spot, sentence.length(), claims)
                || (spot.region() == Gazetteer.COUNTRY && !isTopic(sentence, spot))
                || (spot.institution() == Institution.AUTHORITY && isHost(sentence, spot)));
        return lasting;
    }

    /** {@code 由教育部和福建省人民政府共同主办的活动}: who invites is not what the story is about. */
    private static boolean isHost(String sentence, Spot spot) {
        String rest = sentence.substring(spot.end(), Marks.clauseEnd(sentence, spot.end()));
        return rest.contains("主办") || rest.contains("承办") || rest.contains("协办");
    }

    /**
     * Whether the country is what a clause is about: {@code 目前，全国}, {@code 曝光了全国100家} are, {@code 从全国各地赶回}, {@code 领跑全国}
     * are not.
     */
    private static boolean isTopic(String sentence, Spot spot) {
        int clause = Marks.clauseStart(sentence, spot.start());
        int done = spot.start() > clause && sentence.charAt(spot.start() - 1) == '了' ? 2 : 1;
        char before = spot.start() - done < clause ? '，' : sentence.charAt(spot.start() - done);
        boolean counts = spot.end() < sentence.length() && begins(sentence.charAt(spot.end()));
        return spot.institution() == Institution.NONE
                && (spot.start() == clause || TIMES.indexOf(before) >= 0 || (counts && "到遍及往向自于".indexOf(before) < 0));
    }

    /** {@code 光东村等25个村}, {@code 来自拉萨、山南等地}: some of them, not their owner. */
    private static boolean isExample(String sentence, Spot spot, List<Spot> spots) {
        int name = behindName(sentence, spot, spots);
        int end = name;
        for (Spot next : spots) {
            if (next.start() == end + 1 && sentence.charAt(end) == '、') {
                end = behindName(sentence, next, spots);
            }
        }
        boolean member = spot.start() > 0 && sentence.charAt(spot.start() - 1) == '、';
        if (end == name && name > spot.end() && !member) {
            return false;
        }
        boolean listed = end > name || listStart(sentence, spot, spots) < spot.start();
        return end + 1 < sentence.length()
                && sentence.charAt(end) == '等'
                && (begins(sentence.charAt(end + 1)) || (listed && "地省市县区国".indexOf(sentence.charAt(end + 1)) >= 0));
    }

    /** Where the name of the body ends that a place is part of: behind 云南省委宣传部, where 、 or 等 follows it. */
    private static int behindName(String sentence, Spot spot, List<Spot> spots) {
        if (spot.institution() != Institution.AUTHORITY) {
            return spot.end();
        }
        int limit = spots.stream()
                .mapToInt(Spot::start)
                .filter(start -> start >= spot.end())
                .min()
                .orElse(sentence.length());
        int end = spot.end();
        while (end < Math.min(limit, spot.end() + NAME)
                && Characters.isHan(sentence.charAt(end))
                && "等的".indexOf(sentence.charAt(end)) < 0) {
            end++;
        }
        boolean listed = end < sentence.length() && "、等".indexOf(sentence.charAt(end)) >= 0;
        return listed ? end : spot.end();
    }

    /**
     * Whether a place may own what stands at {@code at}: the parts of {@code 40例，其中藁城区31例；} own nothing behind
     * them, nor does what stands in brackets.
     */
    private static boolean visible(String sentence, Spot spot, int at, List<Claim> claims) {
        int close = closing(sentence, spot.start());
        if (close >= 0 && close < at) {
            return false;
        }
        int part = sentence.lastIndexOf("其中", spot.start());
        if (part >= 0) {
            int end = partsEnd(sentence, part);
            return spot.start() >= end || at <= end;
        }
        for (Claim claim : claims) {
            boolean ofElided =
                    claim.phrase().rule().equals("elided") && claim.quantity().start() < at;
            if (ofElided
                    && spot.start() >= claim.phrase().start()
                    && spot.end() <= claim.quantity().start()) {
                return false;
            }
        }
        return true;
    }

    private static int partsEnd(String sentence, int part) {
        for (int i = part; i < sentence.length(); i++) {
            if ("；;。！？".indexOf(sentence.charAt(i)) >= 0) {
                return i;
            }
        }
        return Math.max(part, sentence.length() - 1);
    }

    /** Where the bracket around a place closes; -1 where it stands in none. */
    private static int closing(String sentence, int at) {
        int open = Math.max(sentence.lastIndexOf('（', at), sentence.lastIndexOf('(', at));
        if (open < 0) {
            return -1;
        }
        for (int i = open; i < sentence.length(); i++) {
            if (sentence.charAt(i) == '）' || sentence.charAt(i) == ')') {
                return i > at ? i : -1;
            }
        }
        return -1;
    }

    /** {@code 向武汉市、孝感市发运}: behind a marker, or in a list whose first stands behind one. */
    private boolean isObject(String sentence, Spot spot, List<Spot> spots) {
        int first = listStart(sentence, spot, spots);
        if (spot.institution() == Institution.AUTHORITY && first > 0 && sentence.charAt(first - 1) == '到') {
            // 到重庆市移民局提请
            return true;
        }
        if (isSituation(sentence, first, spots)) {
            return true;
        }
        WordTable.Entry<Integer> marker = objectMarkers.longestBefore(sentence, 0, first);
        char before = marker == null || first < 2 ? ' ' : sentence.charAt(first - 2);
        return marker != null
                && !(marker.word().equals("同") && before == '合')
                && !(marker.word().equals("对") && before == '在');
    }

    /** {@code 天镇县位于山西北部}: where the place lies that the clause is about. */
    private static boolean isSituation(String sentence, int start, List<Spot> spots) {
        if (!(sentence.startsWith("位于", start - 2) || sentence.startsWith("地处", start - 2))) {
            return false;
        }
        int clause = Marks.clauseStart(sentence, start);
        return spots.stream()
                .anyMatch(other -> other.region() > 0 && other.start() >= clause && other.end() <= start - 2);
    }

    private static int listStart(String sentence, Spot spot, List<Spot> spots) {
        int start = spot.start();
        for (int i = spots.indexOf(spot) - 1; i >= 0; i--) {
            if (spots.get(i).end() != start - 1 || sentence.charAt(start - 1) != '、') {
                break;
            }
            start = spots.get(i).start();
        }
        return start;
    }

    /**
     * {@code 银川在全自治区率先}: among which it is the first, not whose it is; {@code 葡萄牙最大集团} and {@code 芦山最大的安置点} are of
     * those places.
     */
    private boolean isCompared(String sentence, Spot spot) {
        int at = spot.start();
        boolean among = at > 0 && "在是为居列占成".indexOf(sentence.charAt(at - 1)) >= 0;
        boolean all = spot.why() == Why.ANAPHOR || spot.region() == Gazetteer.COUNTRY;
        return (among || all) && comparisons.longestAt(sentence, spot.end()) != null;
    }

    /**
     * The places that own a claim: two for {@code 海淀区、顺义区各2例}; none where the sentence names none before it.
     */
    List<Where> of(String sentence, List<Spot> spots, Claim claim, List<Claim> claims) {
        List<Spot> able = candidates(sentence, spots);
        Quantity quantity = claim.quantity();
        Spot inside = inside(able, claim);
        if (inside != null) {
            return List.of(where(inside));
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
        String counted = sentence.substring(
                quantity.end(), Math.max(quantity.end(), claim.phrase().end()));
        if (counted.contains("中国")) {
            // 14亿中国人民
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        String ahead = sentence.substring(0, quantity.start());
        if (ofAll.stream().anyMatch(ahead::endsWith)) {
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
        if (isNational(sentence, limit)) {
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        List<Spot> before = new ArrayList<>(able);
        before.removeIf(spot -> spot.end() > limit || !visible(sentence, spot, limit, claims));
        int country = country(sentence, limit);
        if (country >= 0 && (before.isEmpty() || before.get(before.size() - 1).end() <= country)) {
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        int provinces = provinces(sentence, limit);
        boolean foreign = !before.isEmpty() && before.get(before.size() - 1).region() == Gazetteer.ABROAD;
        if (provinces >= 0
                && !foreign
                && (before.isEmpty() || before.get(before.size() - 1).end() <= provinces)) {
            return List.of(new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true));
        }
        if (before.isEmpty()) {
            Optional<Spot> unknown = unknown(sentence, spots, limit);
            if (unknown.isPresent()) {
                return List.of(where(unknown.get()));
            }
            return spots.stream()
                    .filter(spot -> spot.end() <= limit && namesItsDivision(sentence, spot))
                    .reduce((one, later) -> later)
                    .map(spot -> List.of(where(spot)))
                    .orElse(List.of());
        }
        List<Spot> list = lastList(sentence, before);
        String between = sentence.substring(list.get(list.size() - 1).end(), quantity.start());
        String clause = sentence.substring(Marks.clauseStart(sentence, quantity.start()), quantity.start());
        if (list.size() > 1 && (between.contains("分别") || clause.contains("分别")) && claim.list() < list.size()) {
            return List.of(where(list.get(claim.list())));
        }
        boolean each = list.size() > 1 && (between.startsWith("各") || between.endsWith("各") || between.contains("均为"));
        if (each) {
            return list.stream().map(Owners::where).toList();
        }
        return List.of(list.size() > 1 ? around(list) : where(before.get(before.size() - 1)));
    }

    /** Where what is counted is, said right behind it where no place stands before it in its clause: {@code 200多名志愿者在昆山集合}. */
    private static @Nullable Spot there(
            String sentence, List<Spot> spots, List<Spot> able, Quantity quantity, int behind) {
        if (!sentence.startsWith("在", behind)) {
            return null;
        }
        int clause = Marks.clauseStart(sentence, quantity.start());
        boolean said = spots.stream().anyMatch(spot -> spot.start() >= clause && spot.end() <= quantity.start());
        return said
                ? null
                : able.stream()
                        .filter(spot -> spot.start() == behind + 1 && spot.region() > Gazetteer.COUNTRY)
                        .findFirst()
                        .orElse(null);
    }

    /** {@code 普洱市、临沧市受灾人口56万人}: the lowest division that holds them. */
    private static Where around(List<Spot> list) {
        int first = list.get(0).region();
        for (int unit : new int[] {1, 100, PROVINCE}) {
            boolean one = list.stream().allMatch(spot -> spot.region() / unit == first / unit);
            if (one) {
                return unit == 1
                        ? where(list.get(list.size() - 1))
                        : new Where(first / unit * unit, "", Why.STATED.label(), true);
            }
        }
        return new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true);
    }

    /** {@code 全村} before a number, where it cannot be known which village: its figure is nobody else's. */
    private static Optional<Spot> unknown(String sentence, List<Spot> spots, int limit) {
        return spots.stream()
                .filter(spot -> spot.end() <= limit)
                .reduce((one, later) -> later)
                .filter(spot -> spot.region() == 0 && spot.why() == Why.ANAPHOR)
                .filter(spot -> VILLAGES.indexOf(sentence.charAt(spot.end() - 1)) >= 0);
    }

    /** {@code 石狮市企业家协会捐款120万元} is 石狮市's, where no place owns it; what a province runs may be anywhere. */
    private static boolean namesItsDivision(String sentence, Spot spot) {
        return spot.region() % PROVINCE != 0
                && spot.institution() == Institution.OTHER
                && (spot.place().isEmpty() || DIVISIONS.indexOf(sentence.charAt(spot.end() - 1)) >= 0)
                && spot.start() == Marks.clauseStart(sentence, spot.start())
                && !sentence.startsWith("军区", spot.end());
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

    /** {@code 由农业部等6家单位发起}: a body of the whole country is one of those counted. */
    private boolean isNational(String sentence, int at) {
        if (at == 0 || sentence.charAt(at - 1) != '等') {
            return false;
        }
        String listed = sentence.substring(Marks.clauseStart(sentence, at), at);
        return national.stream().anyMatch(body -> isMember(listed, body));
    }

    private static boolean isMember(String listed, String body) {
        int start = listed.indexOf(body);
        int end = start + body.length();
        return start >= 0
                && (start == 0 || "由、和与对经".indexOf(listed.charAt(start - 1)) >= 0)
                && "、等".indexOf(listed.charAt(Math.min(end, listed.length() - 1))) >= 0;
    }

    /** Where the clause of a number names the country: {@code 去年我国还有}, {@code 国家安排资金}; -1 where it does not. */
    private static int country(String sentence, int at) {
        int clause = Marks.clauseStart(sentence, at);
        int ours = sentence.lastIndexOf("我国", at);
        boolean state = sentence.startsWith("国家", clause) && !sentence.startsWith("国家级", clause);
        return ours >= clause ? ours : state ? clause : -1;
    }

    /** Where {@code 19个援疆省市} stands before {@code limit}, which are the country's; -1 where it does not. */
    private int provinces(String sentence, int limit) {
        int last = -1;
        for (String word : provinces) {
            int at = sentence.lastIndexOf(word, limit - word.length());
            if (at > last && (word.length() == 1 ? isCounted(sentence, at) : counted(sentence, at))) {
                last = at;
            }
        }
        return last;
    }

    /** 省 right behind a number: {@code 华中六省}; not {@code 一省}. */
    private static boolean isCounted(String sentence, int at) {
        return at > 0
                && begins(sentence.charAt(at - 1))
                && sentence.charAt(at - 1) != '一'
                && !sentence.startsWith("交界", at + 1);
    }

    private static boolean counted(String sentence, int at) {
        for (int i = at - 1; i >= Math.max(0, at - NAMED_PROVINCES) && !Marks.partsItems(sentence.charAt(i)); i--) {
            if (begins(sentence.charAt(i)) && sentence.charAt(i) != '一') {
                return true;
            }
        }
        return false;
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

    /** What later sentences are about: the last place named; the country where that is one of several provinces. */
    Where subject(String sentence, List<Spot> able) {
        List<Spot> list = lastList(sentence, able);
        long listed =
                list.stream().map(spot -> spot.region() / PROVINCE).distinct().count();
        return listed > 2
                ? new Where(Gazetteer.COUNTRY, "", Why.STATED.label(), true)
                : where(list.get(list.size() - 1));
    }

    static Where where(Spot spot) {
        Why why = spot.why();
        return new Where(spot.region(), spot.place(), why.label(), true);
    }
}

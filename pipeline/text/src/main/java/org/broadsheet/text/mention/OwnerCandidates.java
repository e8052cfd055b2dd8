package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.lexicon.WordTable;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.place.Characters;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Institution;
import org.broadsheet.text.place.Spot;
import org.broadsheet.text.place.Why;

/**
 * Tells which places of a sentence can own a figure: not 瑞丽市 in {@code 盈江县向瑞丽市调运蔬菜68吨}.
 *
 * <p>Immutable, thread-safe.
 */
final class OwnerCandidates {
    /** What words end in that say when: 今年, 目前, 以来. */
    private static final String TIMES = "年月日前今底末来时度";

    /** What one place does for another. */
    private static final WordTable<Integer> HELPS =
            WordTable.of(List.of("对口支援", "对口帮扶", "对口援建", "对口协作", "定点帮扶", "援建", "援助"));

    /** Who brings money from somewhere. */
    private static final WordTable<Integer> INVESTORS = WordTable.of(List.of("客商", "投资商", "商人", "籍商人", "籍企业家"));

    private static final WordTable<Integer> EVENTS = WordTable.of(List.of("地震捐", "地震灾区", "灾区捐", "洪灾捐"));

    private final WordTable<Integer> objectMarkers = WordTable.of(Lexicon.column(OwnerCandidates.class, "objects.tsv"));

    private final WordTable<Integer> stateKinds =
            WordTable.of(Lexicon.column(OwnerCandidates.class, "state-kinds.tsv"));

    private final WordTable<Integer> sources = WordTable.of(Lexicon.column(OwnerCandidates.class, "sources.tsv"));

    /** What says that somebody is given something. */
    private final WordTable<Integer> gains = WordTable.of(Lexicon.column(OwnerCandidates.class, "gains.tsv"));

    /** What stands before the place whose word is followed, and behind it. */
    private final WordTable<Integer> leads;

    private final WordTable<Integer> orders;
    private final WordTable<Integer> helps;
    private final WordTable<Integer> moves;

    private final WordTable<Integer> comparisons =
            WordTable.of(Lexicon.column(OwnerCandidates.class, "comparisons.tsv"));

    OwnerCandidates() {
        List<List<String>> rows = Lexicon.rows(OwnerCandidates.class, "orders.tsv");
        this.leads = WordTable.of(Lexicon.group(rows, "lead"));
        this.orders = WordTable.of(Lexicon.group(rows, "order"));
        this.helps = WordTable.of(Lexicon.group(rows, "help"));
        this.moves = WordTable.of(Lexicon.group(rows, "move"));
    }

    /** The places of a sentence that can own a figure, in order. */
    List<Spot> of(String sentence, List<Spot> spots) {
        List<Spot> candidates = new ArrayList<>(spots.size());
        for (Spot spot : spots) {
            boolean place = spot.region() != 0
                    && !isEmbassy(sentence, spot)
                    && !isEvent(sentence, spot, spots)
                    && !isExcepted(sentence, spot, spots)
                    && !isFollowed(sentence, spot)
                    && spot.institution() != Institution.OTHER
                    && !isObject(sentence, spot, spots)
                    && !isCompared(sentence, spot, spots)
                    && !isPredicate(sentence, spot, spots)
                    && !CountedLists.isExample(sentence, spot, spots)
                    && !CountedLists.isMember(sentence, spot, spots)
                    && !isGiver(sentence, spot, spots);
            if (place
                    && !(spot.institution() == Institution.AUTHORITY && CountedLists.isListed(sentence, spot, spots))) {
                candidates.add(spot);
            }
        }
        return candidates;
    }

    /** {@code 中国驻厄瓜多尔大使馆} is not in the country. */
    private static boolean isEmbassy(String sentence, Spot spot) {
        return spot.region() == Gazetteer.COUNTRY && sentence.startsWith("驻", spot.end());
    }

    /** {@code 合肥红十字会接收雅安地震捐款}: for what happened there, where a place before it acts. */
    private static boolean isEvent(String sentence, Spot spot, List<Spot> spots) {
        return EVENTS.beginsAt(sentence, spot.end())
                && !sentence.startsWith("在", spot.start() - 1)
                && spots.stream().anyMatch(other -> other.end() <= spot.start() && other.region() > Gazetteer.COUNTRY);
    }

    /** {@code 按照省委、市委要求}, {@code 在市政府支持下}: whose word is followed, or who helps. */
    private boolean isFollowed(String sentence, Spot spot) {
        int clause = Marks.clauseStart(sentence, spot.start());
        int end = spot.end();
        int clauseEnd = Marks.clauseEnd(sentence, end);
        while (end < clauseEnd && !Character.isDigit(sentence.charAt(end))) {
            end++;
        }
        return (leads.isIn(sentence, clause, spot.start()) && orders.isIn(sentence, spot.end(), end))
                || (sentence.charAt(clause) == '在' && helps.isIn(sentence, spot.end(), end));
    }

    /** {@code 除西藏外，全部通电}, {@code 像长江源村村民一样}: what is not spoken of. */
    private static boolean isExcepted(String sentence, Spot spot, List<Spot> spots) {
        int start = CountedLists.listStart(sentence, spot, spots);
        int end = CountedLists.listEnd(sentence, spot, spots);
        boolean except = sentence.startsWith("除", start - 1) || sentence.startsWith("除了", start - 2);
        boolean out = sentence.startsWith("外", end) || sentence.startsWith("以外", end) || sentence.startsWith("之外", end);
        return (except && out)
                || (sentence.startsWith("像", start - 1)
                        && sentence.substring(end, Marks.clauseEnd(sentence, end))
                                .endsWith("一样"));
    }

    /** The places that a sentence names as some of many: 西藏, 青海 and 湖南 in {@code 在西藏、青海、湖南等地支教}. */
    List<Spot> examples(String sentence, List<Spot> spots) {
        return spots.stream()
                .filter(spot -> spot.region() > Gazetteer.COUNTRY
                        && spot.institution() == Institution.NONE
                        && CountedLists.isExample(sentence, spot, spots)
                        && !isObject(sentence, spot, spots))
                .toList();
    }

    /** The places of a sentence that stay its subject behind it: no parts of a total. */
    List<Spot> lasting(String sentence, List<Spot> spots, List<Claim> claims) {
        List<Spot> lasting = of(sentence, spots);
        lasting.removeIf(spot -> Visibility.isOrigin(sentence, spot.start())
                || isLeft(sentence, spot, spots)
                || !Visibility.visible(sentence, spot, sentence.length(), claims)
                || (spot.region() == Gazetteer.COUNTRY && !isTopic(sentence, spot))
                || (spot.institution() == Institution.AUTHORITY && isHost(sentence, spot)));
        return lasting;
    }

    /** {@code 从西吉县、原州区搬来的312户}: where they came from. */
    private boolean isLeft(String sentence, Spot spot, List<Spot> spots) {
        int start = CountedLists.listStart(sentence, spot, spots);
        return start > 0
                && sentence.charAt(start - 1) == '从'
                && moves.isIn(sentence, spot.end(), Marks.clauseEnd(sentence, spot.end()));
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
        boolean counts = spot.end() < sentence.length() && CountedLists.begins(sentence.charAt(spot.end()));
        return spot.institution() == Institution.NONE
                && (spot.start() == clause || TIMES.indexOf(before) >= 0 || (counts && "到遍及往向自于".indexOf(before) < 0));
    }

    /** Whether the country or a body of all of it acts in a sentence that names no other owner: {@code 2014年，中央财政安排}. */
    boolean isNational(String sentence, List<Spot> spots) {
        return of(sentence, spots).stream().allMatch(spot -> spot.region() == Gazetteer.COUNTRY)
                && (acts(sentence, "国家")
                        || spots.stream()
                                .anyMatch(
                                        spot -> spot.region() == Gazetteer.COUNTRY && isAhead(sentence, spot.start())));
    }

    private boolean acts(String sentence, String state) {
        for (int at = sentence.indexOf(state); at >= 0; at = sentence.indexOf(state, at + 1)) {
            if (isAhead(sentence, at) && stateKinds.longestAt(sentence, at) == null) {
                return true;
            }
        }
        return false;
    }

    /** Whether nothing but a time stands in front of {@code at} in its clause. */
    private static boolean isAhead(String sentence, int at) {
        return at == Marks.clauseStart(sentence, at) || TIMES.indexOf(sentence.charAt(at - 1)) >= 0;
    }

    /** {@code 迪庆州累计获得上海帮扶资金27.3亿元}, {@code 由香港一家慈善基金会捐资}: who gives it. */
    private boolean isGiver(String sentence, Spot spot, List<Spot> spots) {
        if (spot.why() != Why.STATED || spot.end() >= sentence.length()) {
            return false;
        }
        boolean some = isOne(sentence, spot.end()) && sentence.startsWith("由", spot.start() - 1);
        boolean gained = gains.endsAt(sentence, spot.start())
                && Characters.isHan(sentence.charAt(spot.end()))
                && !CountedLists.begins(sentence.charAt(spot.end()));
        WordTable.Entry<Integer> who = INVESTORS.longestAt(sentence, spot.end());
        boolean investor = who != null
                && sentence.startsWith("投资", spot.end() + who.word().length())
                && spots.stream().anyMatch(other -> other.end() <= spot.start() && other.region() > Gazetteer.COUNTRY);
        return some || investor || (gained && spots.stream().noneMatch(other -> other.start() == spot.end()));
    }

    /** {@code 册亨县是贵州省的贫困县}: what a place is said to be a part of. */
    private static boolean isPredicate(String sentence, Spot spot, List<Spot> spots) {
        int clause = Marks.clauseStart(sentence, spot.start());
        String before = sentence.substring(clause, spot.start());
        if (isPartOf(sentence, spot)) {
            return true;
        }
        return spot.why() != Why.ANAPHOR
                && (before.contains("是") || before.contains("属于") || before.contains("成为"))
                && spots.stream()
                        .anyMatch(other -> other.end() <= spot.start()
                                && other.institution() == Institution.NONE
                                && Provinces.isWithin(other.region(), spot.region()));
    }

    /** {@code 广平是大田的人口大镇}: where the place lies that the clause is about, known or not. */
    private static boolean isPartOf(String sentence, Spot spot) {
        int end = Marks.clauseEnd(sentence, spot.end());
        return spot.start() > 0
                && spot.why() != Why.ANAPHOR
                && sentence.charAt(spot.start() - 1) == '是'
                && sentence.startsWith("的", spot.end())
                && "县区旗镇乡村".indexOf(sentence.charAt(end - 1)) >= 0;
    }

    /** {@code 向武汉市、孝感市发运}: behind a marker, or in a list whose first stands behind one. */
    private boolean isObject(String sentence, Spot spot, List<Spot> spots) {
        int first = CountedLists.listStart(sentence, spot, spots);
        if (first > 0 && sentence.charAt(first - 1) == '占') {
            // 占全省的三分之一
            return true;
        }
        if (spot.institution() == Institution.AUTHORITY && first > 0 && sentence.charAt(first - 1) == '到') {
            // 到重庆市移民局提请
            return true;
        }
        if (isSituation(sentence, first, spots)
                || isSource(sentence, first, CountedLists.listEnd(sentence, spot, spots))
                || isOrigin(sentence, spot, spots)
                || isHelper(sentence, spot, spots)) {
            return true;
        }
        WordTable.Entry<Integer> marker = objectMarkers.longestBefore(sentence, 0, first);
        char before = marker == null || first < 2 ? ' ' : sentence.charAt(first - 2);
        return marker != null
                && !(marker.word().equals("同") && before == '合')
                && !(marker.word().equals("对") && before == '在');
    }

    /** {@code 县里从湖南调进蔬菜180吨}: where it comes from. */
    private boolean isSource(String sentence, int start, int end) {
        return start > 0 && sentence.charAt(start - 1) == '从' && sources.longestAt(sentence, end) != null;
    }

    /** {@code 与一家北京企业合作}, {@code 甲县收到苏州市一家公司捐赠的校服}: where one of its partners is from, unless it lies in the place before it. */
    private static boolean isOrigin(String sentence, Spot spot, List<Spot> spots) {
        if (spot.why() != Why.STATED) {
            return false;
        }
        if (isOne(sentence, spot.start() - 2)) {
            return true;
        }
        boolean some = isOne(sentence, spot.end()) || sentence.startsWith("某", spot.end());
        return some
                && spots.stream()
                        .anyMatch(other -> other.end() <= spot.start()
                                && other.region() > Gazetteer.COUNTRY
                                && !Provinces.isWithin(spot.region(), other.region()));
    }

    private static boolean isOne(String sentence, int at) {
        return at >= 0
                && at + 1 < sentence.length()
                && sentence.charAt(at) == '一'
                && "家名位个".indexOf(sentence.charAt(at + 1)) >= 0;
    }

    /** {@code 我州今年实施江苏对口支援项目41个}: who helps the place that the sentence is about. */
    private static boolean isHelper(String sentence, Spot spot, List<Spot> spots) {
        return HELPS.beginsAt(sentence, spot.end())
                && spots.stream().anyMatch(other -> other.end() < spot.start() && other.region() > 0);
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

    /** {@code 佛山南海区建立了广东省首份清单}: a place that holds one before it. */
    private static boolean isWider(Spot spot, List<Spot> spots) {
        return spots.stream()
                .anyMatch(other -> other.end() < spot.start() && Provinces.isWithin(other.region(), spot.region()));
    }

    /**
     * {@code 银川在全自治区率先}: among which it is the first, not whose it is; {@code 葡萄牙最大集团} and {@code 芦山最大的安置点} are of
     * those places.
     */
    private boolean isCompared(String sentence, Spot spot, List<Spot> spots) {
        int at = spot.start();
        boolean among = at > 0
                && "在是为居列占成".indexOf(sentence.charAt(at - 1)) >= 0
                && !sentence.startsWith("作为", Math.max(0, at - 2));
        boolean all = spot.why() == Why.ANAPHOR || spot.region() == Gazetteer.COUNTRY;
        return (among || all || isWider(spot, spots)) && comparisons.longestAt(sentence, spot.end()) != null;
    }
}

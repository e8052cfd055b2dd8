package org.broadsheet.text.place;

import java.util.List;

/**
 * Says whether a name without its suffix is a place here: {@code 蕲春} in {@code 大别山腹地的蕲春}, not {@code 资源} in
 * {@code 节约资源}.
 *
 * <p>Immutable, thread-safe.
 */
final class BareNames {
    /** Characters of a town's name at most. */
    private static final int TOWN = 9;
    /** What the names of mountains and waters end in: 太湖, 衡山. */
    private static final String NATURE = "山湖江河溪潭岭峡泉";
    /** Characters of the rest of a list, at most. */
    private static final int LIST = 16;
    /** What stands between places that are listed. */
    private static final String LISTS = "、和与及";
    /** Names looked back over at most. */
    private static final int NAMES = 20;
    /** What stands before a place, and no person: 在, 位于, 来自, 走进, 贫困县——. */
    private static final String LOCATIVES = "在于自到从赴至抵往进—";
    /** What a county that is joined to a wider place and is a word, too, can be followed by. */
    private static final String CLOSERS = "的等是在和与及至到举开召县人籍";

    /** What is called after the city that holds it. */
    private static final List<String> ESTATES = List.of("高新区", "经开区", "开发区", "高新技术产业开发区", "经济技术开发区");

    private static final List<String> ZONES = List.of("工业园", "产业园", "开发区", "保税区", "高新区", "集中区", "集聚区");
    /** Characters in which the name of a zone ends, at most. */
    private static final int ZONE = 8;

    private final Gazetteer gazetteer;
    private final Vocabulary vocabulary;
    private final Segmentation segmentation;

    BareNames(Gazetteer gazetteer, Vocabulary vocabulary, Segmentation segmentation) {
        this.gazetteer = gazetteer;
        this.vocabulary = vocabulary;
        this.segmentation = segmentation;
    }

    /** Whether it stands alone as a place. */
    boolean standsAlone(String text, Vocabulary.Scan scan, Vocabulary.Hit hit, PlaceContext context) {
        Term term = hit.term();
        Level level = Resolver.widest(term.bearers());
        if (level == Level.PROVINCE) {
            return opens(text, scan, hit.start()) || segmentation.isNoPerson(scan.clauses, hit.start(), hit.end());
        }
        if (level == Level.COUNTRY || level == Level.ZONE) {
            return false;
        }
        if (text.startsWith("全", hit.end()) && isWhole(text, hit.end() + 1)) {
            return true;
        }
        if (level == Level.COUNTY && holdsTownBehind(text, hit)) {
            return !vocabulary.isCommon(term.text()) || segmentation.stands(scan.clauses, hit.start(), hit.end());
        }
        if (isListed(text, scan, hit)) {
            return !vocabulary.isUsual(term.text())
                    && (endsList(text, hit.end()) || segmentation.isNoPerson(scan.clauses, hit.start(), hit.end()));
        }
        if (level == Level.COUNTY && isNear(term.bearers(), context) && leadsList(text, scan, hit)) {
            return !vocabulary.isUsual(term.text());
        }
        if (vocabulary.isCommon(term.text())) {
            return (level == Level.COUNTY && isOwn(text, scan, hit, context))
                    || (opens(text, scan, hit.start())
                            && ESTATES.stream().anyMatch(zone -> text.startsWith(zone, hit.end())));
        }
        return level == Level.PREFECTURE
                ? opens(text, scan, hit.start()) || segmentation.stands(scan.clauses, hit.start(), hit.end())
                : isCounty(text, scan, hit, context);
    }

    /**
     * Whether a short name that is a word, too, is a county of the paper's own city: {@code 福鼎} of {@code 福鼎新增企业3家} in the paper of
     * 宁德. Districts are too often quarters or parks: {@code 西湖}, {@code 青山}.
     */
    private boolean isOwn(String text, Vocabulary.Scan scan, Vocabulary.Hit hit, PlaceContext context) {
        Term term = hit.term();
        List<Region> own = term.bearers().stream()
                .filter(region -> isHomely(region, context))
                .toList();
        if (own.isEmpty() || !opens(text, scan, hit.start())) {
            return false;
        }
        boolean county = own.stream().noneMatch(region -> region.name().endsWith("区"));
        return isOfZone(text, hit.end())
                || isCalledDivision(text, hit.end())
                || (county
                        && !vocabulary.isUsual(term.text())
                        && NATURE.indexOf(term.text().charAt(term.text().length() - 1)) < 0
                        && segmentation.stands(scan.clauses, hit.start(), hit.end())
                        && !segmentation.isVerb(scan.clauses, hit.start(), hit.end()));
    }

    /** Whether the list that goes on here says what they are: {@code 金安、裕安两区}. */
    private static boolean isCalledDivision(String text, int end) {
        for (int at = end; at < Math.min(text.length() - 1, end + LIST); at++) {
            char c = text.charAt(at);
            if (Characters.isNumeral(c)) {
                return at > end && "区县市旗".indexOf(text.charAt(at + 1)) >= 0;
            }
            if (!Characters.isHan(c) && c != '、') {
                return false;
            }
        }
        return false;
    }

    /** Whether the name of a zone goes on here: {@code 西峰工业园区}. */
    private static boolean isOfZone(String text, int at) {
        String behind = text.substring(at, Math.min(text.length(), at + ZONE));
        return ZONES.stream().anyMatch(behind::contains);
    }

    /** Whether all of a division is spoken of: {@code 安康全市}. */
    private static boolean isWhole(String text, int at) {
        return at < text.length() && "市县区州旗盟".indexOf(text.charAt(at)) >= 0;
    }

    /** Whether it can follow a wider place: {@code 资源} in {@code 广西资源的农民}, not in {@code 广西资源丰富}. */
    boolean canFollow(String text, Vocabulary.Scan scan, Vocabulary.Hit hit, Term wider) {
        Term term = hit.term();
        if (!wider.bearers().isEmpty() && Resolver.widest(wider.bearers()) == Level.COUNTRY) {
            return Resolver.widest(term.bearers()) == Level.PROVINCE
                    || Resolver.widest(term.bearers()) == Level.PREFECTURE;
        }
        boolean ends = hit.end() == text.length() || !Characters.isHan(text.charAt(hit.end()));
        return Resolver.widest(term.bearers()) != Level.COUNTY
                || ends
                || !(vocabulary.isUsual(term.text()) || segmentation.isVerb(scan.clauses, hit.start(), hit.end()))
                || CLOSERS.indexOf(text.charAt(hit.end())) >= 0
                || holdsTownBehind(text, hit);
    }

    private boolean isCounty(String text, Vocabulary.Scan scan, Vocabulary.Hit hit, PlaceContext context) {
        List<Region> bearers = hit.term().bearers();
        if (isNear(bearers, context) || isInside(scan, bearers)) {
            boolean opens =
                    opens(text, scan, hit.start()) && bearers.stream().anyMatch(region -> isHomely(region, context));
            return (opens || segmentation.stands(scan.clauses, hit.start(), hit.end()))
                    && !segmentation.isVerb(scan.clauses, hit.start(), hit.end());
        }
        boolean led = hit.start() > 0 && LOCATIVES.indexOf(text.charAt(hit.start() - 1)) >= 0;
        return bearers.size() == 1
                && (led
                        ? segmentation.stands(scan.clauses, hit.start(), hit.end())
                        : segmentation.isPlace(scan.clauses, hit.start(), hit.end()));
    }

    /** Whether a city or province that holds it has been named just before: {@code 林周} in {@code 拉萨的林周}. */
    boolean isInside(Vocabulary.Scan scan, List<Region> bearers) {
        for (int i = Math.max(0, scan.picked.size() - NAMES); i < scan.picked.size(); i++) {
            for (Region above : scan.picked.get(i).term().bearers()) {
                boolean holds = above.level() == Level.PROVINCE || above.level() == Level.PREFECTURE;
                if (holds && hasOneIn(bearers, above.code())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean hasOneIn(List<Region> bearers, int above) {
        for (Region region : bearers) {
            if (gazetteer.within(region.code(), above)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them lies at home, or is or lies in a division named before. */
    private boolean isNear(List<Region> bearers, PlaceContext context) {
        for (Region region : bearers) {
            if (isHomely(region, context) || context.hasNamedAround(gazetteer, region)) {
                return true;
            }
        }
        return false;
    }

    /** {@code 天门} in {@code 潜江、天门、仙桃}: listed behind a place of its province. */
    boolean isListed(String text, Vocabulary.Scan scan, Vocabulary.Hit hit) {
        if (scan.picked.isEmpty() || hit.start() == 0 || LISTS.indexOf(text.charAt(hit.start() - 1)) < 0) {
            return false;
        }
        Vocabulary.Hit last = scan.picked.get(scan.picked.size() - 1);
        return last.end() == hit.start() - 1
                && last.term().bearers().stream()
                        .filter(before -> before.level() == Level.PREFECTURE || before.level() == Level.COUNTY)
                        .anyMatch(before -> hit.term().bearers().stream()
                                .anyMatch(region ->
                                        gazetteer.province(region.code()) == gazetteer.province(before.code())));
    }

    /** {@code 阳东} in {@code 阳东、阳西}: a list begins, and goes on with another county of its city. */
    private boolean leadsList(String text, Vocabulary.Scan scan, Vocabulary.Hit hit) {
        if (hit.end() == text.length() || text.charAt(hit.end()) != '、' || !opens(text, scan, hit.start())) {
            return false;
        }
        return scan.names.stream()
                .filter(next -> next.start() == hit.end() + 1)
                .flatMap(next -> next.term().bearers().stream())
                .anyMatch(next -> hit.term().bearers().stream().anyMatch(region -> areSiblings(region, next)));
    }

    private boolean areSiblings(Region one, Region other) {
        int prefecture = gazetteer.prefecture(one.code());
        return one.code() != other.code()
                && other.level() == Level.COUNTY
                && prefecture != 0
                && prefecture == gazetteer.prefecture(other.code());
    }

    /** {@code 威宁} in {@code 威宁盐仓镇}: one of its towns follows. */
    private boolean holdsTownBehind(String text, Vocabulary.Hit hit) {
        int last = Math.min(text.length(), hit.end() + TOWN);
        for (int end = hit.end() + 2; end <= last; end++) {
            boolean town = "镇乡道木".indexOf(text.charAt(end - 1)) >= 0;
            if (town
                    && gazetteer.countiesOfTown(text.substring(hit.end(), end)).stream()
                            .anyMatch(county -> bears(hit.term(), county))) {
                return true;
            }
        }
        return false;
    }

    private static boolean bears(Term term, int county) {
        return term.bearers().stream().anyMatch(region -> region.code() == county);
    }

    /** Whether a list goes on or ends here: {@code 、}, {@code 等}, {@code 三市}. */
    private static boolean endsList(String text, int end) {
        return end == text.length()
                || !Characters.isHan(text.charAt(end))
                || Characters.isNumeral(text.charAt(end))
                || "和与及等各".indexOf(text.charAt(end)) >= 0;
    }

    /** Whether no person's name can begin before: behind punctuation and 在 的 从, not behind 记者. */
    private static boolean opens(String text, Vocabulary.Scan scan, int start) {
        String before = scan.boundary(start);
        boolean particle = before != null && before.length() == 1;
        return start == 0 || !Characters.isHan(text.charAt(start - 1)) || particle;
    }

    private boolean isHomely(Region region, PlaceContext context) {
        int prefecture = gazetteer.prefecture(context.home());
        return prefecture != 0 && gazetteer.within(region.code(), prefecture);
    }
}

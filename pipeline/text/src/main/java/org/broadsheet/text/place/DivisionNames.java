package org.broadsheet.text.place;

import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Picks the names of divisions and zones and the pointing words of a text, the leftmost and longest first, and leaves
 * out what only looks like one: {@code 和静} in {@code 和静默管理}, {@code 平阳} in {@code 平阳路}.
 *
 * <p>Immutable, thread-safe.
 */
final class DivisionNames {
    /** What a clause begins behind, and last characters of what may stand before its subject: 在, 位于, 今天, 31日, 凌晨, 目前, 以来. */
    private static final String LEADS = "，,。；;！!？?：:（(“\n 　在于据日天晨晚时午夜前期月年来而但";

    /** Characters of a town's name before 镇 at most that is looked for before 镇江 and the like. */
    private static final int LONGEST_TOWN = 3;
    /** Characters of a country's name at most that is looked for before another name. */
    private static final int LONGEST_COUNTRY = 12;

    /** What goes on behind 河 with a word that is no river's name: 河北, 河道, 河长. */
    private static final String NO_RIVERS = "北南源池西东口间津曲道段长堤湖流水畔边岸网海运";

    private final Gazetteer gazetteer;
    private final Segmentation segmentation;
    private final BareNames bareNames;
    private final WordTrie<String> followers;

    DivisionNames(Gazetteer gazetteer, Vocabulary vocabulary, Segmentation segmentation) {
        this.gazetteer = gazetteer;
        this.segmentation = segmentation;
        this.bareNames = new BareNames(gazetteer, vocabulary, segmentation);
        TreeMap<String, String> words = new TreeMap<>();
        GazetteerFiles.column("followers.tsv").forEach(word -> words.put(word, word));
        this.followers = new WordTrie<>(words);
    }

    /** The names and pointing words of a text, and the words that hide names, in order; none overlap. */
    List<Vocabulary.Hit> pick(String text, Vocabulary.Scan scan, PlaceContext context) {
        List<Vocabulary.Hit> hits = scan.names;
        List<Vocabulary.Hit> picked = scan.picked;
        Vocabulary.Hit last = null;
        int hidden = 0;
        for (int i = 0; i < hits.size(); i++) {
            Vocabulary.Hit hit = hits.get(i);
            boolean free = (last == null || hit.start() >= last.end()) && !(hit.start() < hidden && hidden < hit.end());
            if (free && !isSplit(hits, i) && !isAbroad(hits, i) && accepts(text, scan, hit, last, context)) {
                picked.add(hit);
                last = hit;
            } else if (free && hit.term().bare() && isFollowed(text, hit.end())) {
                // 天台山: no 台山
                hidden = hit.end();
            }
        }
        return picked;
    }

    /** {@code 青岛市北区} is 青岛 and 市北区, not 青岛市. */
    private boolean isSplit(List<Vocabulary.Hit> hits, int index) {
        Vocabulary.Hit hit = hits.get(index);
        if (!hit.term().text().endsWith("市")) {
            return false;
        }
        for (int i = index + 1; i < hits.size() && hits.get(i).start() < hit.end(); i++) {
            Vocabulary.Hit other = hits.get(i);
            boolean over = other.start() == hit.end() - 1 && other.end() > hit.end();
            if (over && joins(hit.term(), other.term())) {
                return true;
            }
        }
        return false;
    }

    /** {@code 日本松江市} is no 松江: a division's name right behind another country's. */
    private static boolean isAbroad(List<Vocabulary.Hit> hits, int index) {
        Vocabulary.Hit hit = hits.get(index);
        if (hit.term().bearers().isEmpty() || hit.term().bearers().get(0).level() == Level.COUNTRY) {
            return false;
        }
        for (int i = index - 1; i >= 0 && hit.start() - hits.get(i).start() <= LONGEST_COUNTRY; i--) {
            if (hits.get(i).end() == hit.start() && hits.get(i).term().abroad()) {
                return true;
            }
        }
        return false;
    }

    private boolean accepts(
            String text,
            Vocabulary.Scan scan,
            Vocabulary.Hit hit,
            Vocabulary.@Nullable Hit last,
            PlaceContext context) {
        Term term = hit.term();
        if (term.word()) {
            return true;
        }
        boolean clean = isClean(text, scan, hit.start());
        if (term.anaphor() != null) {
            return acceptsAnaphor(text, hit, clean);
        }
        if (term.abroad()) {
            return leads(text, hit.start())
                    && (term.text().length() > 2 || segmentation.stands(scan.clauses, hit.start(), hit.end()));
        }
        if (term.holder() != 0) {
            boolean town = text.startsWith("街道", hit.end()) || text.startsWith("镇", hit.end());
            return !town && !isFollowed(text, hit.end());
        }
        boolean joined = last != null && last.end() == hit.start() && joins(last.term(), term);
        if (joined && last != null && !(term.bare() && isFollowed(text, hit.end()))) {
            return !term.bare() || bareNames.canFollow(text, scan, hit, last.term());
        }
        return acceptsAlone(text, scan, hit, clean, context);
    }

    private static boolean acceptsAnaphor(String text, Vocabulary.Hit hit, boolean clean) {
        if (hit.term().ending() != null) {
            boolean opens = hit.start() == 0 || "。，,；;！!？?：:".indexOf(text.charAt(hit.start() - 1)) >= 0;
            return opens && !(hit.end() < text.length() && "是（(、和”".indexOf(text.charAt(hit.end())) >= 0);
        }
        char first = hit.term().text().charAt(0);
        if (hit.term().text().indexOf('直') == 1) {
            return clean && isStaff(text, hit);
        }
        if (first == '全') {
            return hit.start() == 0 || "健安周齐完".indexOf(text.charAt(hit.start() - 1)) < 0;
        }
        boolean counted =
                hit.term().text().length() > 2 && hit.start() > 0 && "个家两各".indexOf(text.charAt(hit.start() - 1)) >= 0;
        return "我该本这当".indexOf(first) >= 0 || (clean && !counted);
    }

    /** {@code 5000余名市直机关的党员} are the city's; {@code 7个市直单位} that another has assembled are not. */
    private static boolean isStaff(String text, Vocabulary.Hit hit) {
        boolean counted = hit.start() > 0 && "个家余多".indexOf(text.charAt(hit.start() - 1)) >= 0;
        if (counted || hit.end() == text.length()) {
            return false;
        }
        char next = text.charAt(hit.end());
        // 市直26个单位
        boolean number = hit.term().text().length() == 2 && (Character.isDigit(next) || Characters.isNumeral(next));
        return number || (hit.term().text().length() > 2 && "的党干职在志".indexOf(next) >= 0);
    }

    private boolean acceptsAlone(
            String text, Vocabulary.Scan scan, Vocabulary.Hit hit, boolean clean, PlaceContext context) {
        Term term = hit.term();
        Region first = term.bearers().get(0);
        if (first.level() == Level.COUNTRY) {
            if (text.startsWith("—", hit.end())) {
                // 中国—东盟博览会
                return false;
            }
            boolean owns = term.text().equals("全国") ? isStatement(text, hit.end()) : isCounted(text, hit.end());
            return term.text().startsWith("31") || leads(text, hit.start()) || (!term.body() && owns);
        }
        if (term.bare()) {
            return !isFollowed(text, hit.end())
                    && !isOverTown(text, hit.start())
                    && bareNames.standsAlone(text, scan, hit, context);
        }
        if (term.text().length() > 2) {
            return true;
        }
        boolean expected = term.bearers().stream().anyMatch(region -> context.expects(gazetteer, region.code()));
        boolean told = term.bearers().size() == 1
                && (bareNames.isInside(scan, term.bearers()) || bareNames.isListed(text, scan, hit));
        return clean && (expected || told);
    }

    /** Whether a place of {@code wider} can hold one of {@code finer}: {@code 晋中} + {@code 太谷}. */
    private boolean joins(Term wider, Term finer) {
        if (wider.anaphor() != null) {
            return !finer.bare();
        }
        for (Region region : finer.bearers()) {
            for (Region above : wider.bearers()) {
                if (above.code() != region.code() && gazetteer.within(region.code(), above.code())) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean isFollowed(String text, int end) {
        int road = end;
        while (road < text.length() && road - end < 3 && Character.isDigit(text.charAt(road))) {
            road++;
        }
        if (road > end && text.startsWith("路", road)) {
            return true;
        }
        if (isRiver(text, end)) {
            return true;
        }
        String follower = followers.longest(text, end);
        boolean street = follower != null && follower.length() == 1 && text.startsWith("街道", end);
        return follower != null && !street;
    }

    /** Whether a name begins with the end of a town's: 镇江 in {@code 汇龙镇江海社区}. */
    private boolean isOverTown(String text, int start) {
        if (text.charAt(start) != '镇') {
            return false;
        }
        for (int length = 2; length <= LONGEST_TOWN && length <= start; length++) {
            if (!gazetteer
                    .countiesOfTown(text.substring(start - length, start + 1))
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** {@code 玉溪河} is a river; {@code 四川河北}, {@code 大连河口} are places. */
    private static boolean isRiver(String text, int end) {
        return text.startsWith("河", end) && (end + 1 == text.length() || NO_RIVERS.indexOf(text.charAt(end + 1)) < 0);
    }

    /** Whether {@code 全国} owns what follows: {@code 全国累计…}, {@code 全国现有…}, not {@code 全国优秀党员}. */
    private static boolean isStatement(String text, int end) {
        if (end >= text.length() || !Characters.isHan(text.charAt(end))) {
            return true;
        }
        return "共累现已有新报各".indexOf(text.charAt(end)) >= 0 || isCounted(text, end);
    }

    /** Whether a number follows: {@code 国内860家}. */
    private static boolean isCounted(String text, int end) {
        return end < text.length()
                && (Character.isDigit(text.charAt(end)) || Characters.isNumeral(text.charAt(end)))
                && !text.startsWith("一", end);
    }

    /** Whether a clause begins here, words of time and 在 left out: a foreign country is what the clause is about then. */
    private static boolean leads(String text, int start) {
        return start == 0 || LEADS.indexOf(text.charAt(start - 1)) >= 0;
    }

    private static boolean isClean(String text, Vocabulary.Scan scan, int start) {
        return start == 0 || !Characters.isHan(text.charAt(start - 1)) || scan.boundary(start) != null;
    }
}

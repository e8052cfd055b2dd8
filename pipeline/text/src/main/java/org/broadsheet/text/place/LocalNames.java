package org.broadsheet.text.place;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds how far a local name reaches back from its ending: {@code 乐平社区} in {@code 走进乐平社区}; none in
 * {@code 112个社区} and {@code 老旧小区}.
 *
 * <p>Immutable, thread-safe.
 */
final class LocalNames {
    /** Characters a stem has at most. */
    private static final int REACH = 10;
    /** Words before which a counted or pointed-at kind stands, not a name: {@code 个}, {@code 各}. */
    private static final Set<String> COUNTERS = Set.of("个", "座", "处", "家", "名", "各", "每", "某", "这", "那", "该");

    /** Characters that stand in no name right behind a wider place. */
    private static final String STRONG = "的有了着是在把被让给使这那该各每某个们和与及或等从到且但并其以";

    private final Gazetteer gazetteer;
    private final Vocabulary vocabulary;
    private final Segmentation segmentation;

    LocalNames(Gazetteer gazetteer, Vocabulary vocabulary, Segmentation segmentation) {
        this.gazetteer = gazetteer;
        this.vocabulary = vocabulary;
        this.segmentation = segmentation;
    }

    /**
     * The name that ends with {@code hit}.
     *
     * @param last the place found before it, whose end its stem cannot reach over
     * @param limit end of whatever was found before it
     * @param floor the same without {@code last}
     */
    Optional<Piece> read(
            String text,
            Vocabulary.Scan scan,
            Vocabulary.Hit hit,
            @Nullable Piece last,
            int limit,
            int floor,
            int home) {
        Ending ending = hit.term().ending();
        if (ending == null || isUnmade(text, hit, ending)) {
            return Optional.empty();
        }
        if (ending.rank() == Rank.TOWN) {
            boolean over = last != null && last.isBareDivision() && last.end() == limit;
            Optional<Piece> town = over ? town(text, scan, hit, ending, floor, home, last, true) : Optional.empty();
            town = town.isPresent() ? town : town(text, scan, hit, ending, limit, home, last, false);
            if (town.isPresent()) {
                return town;
            }
        }
        int start = stemStart(text, scan, hit.start(), limit);
        if (last != null && limit == last.end() && isShort(text, scan, limit, hit.start())) {
            start = limit;
        }
        start += last != null && start == last.end() && isLinked(text, last, ending, start, hit.start()) ? 1 : 0;
        boolean joined = last != null && start == last.end();
        if (joined && last != null && last.isBareDivision() && hit.start() - start == 1) {
            return named(text, hit, ending, last.start(), false);
        }
        if (joined && start == hit.start() && last != null && isEstate(last, ending)) {
            return Optional.of(piece(text, start, hit, ending, Set.of()));
        }
        if (joined && start == hit.start() && last != null && last.isBareDivision() && isSite(ending)) {
            return Optional.of(piece(text, last.start(), hit, ending, Set.of()));
        }
        if (joined && start == hit.start() && last != null && last.local() != null && extendsTo(last.local(), ending)) {
            return Optional.of(piece(text, last.start(), hit, ending, Set.of()));
        }
        if (start == hit.start()) {
            boolean alone = ending.freedom() == Ending.Freedom.ALONE && isClean(text, scan, start, last);
            return alone ? Optional.of(piece(text, start, hit, ending, Set.of())) : Optional.empty();
        }
        boolean counted = !joined && isCounted(text, scan, start);
        return counted ? Optional.empty() : named(text, hit, ending, start, joined);
    }

    /** Whether a name goes on with this ending: {@code 光明新村} + {@code 小区}, not {@code 乐平社区} + {@code 小区}. */
    private static boolean extendsTo(Ending name, Ending ending) {
        boolean narrow = name.rank() == Rank.COMPOUND || name.rank() == Rank.COMMUNITY;
        boolean whole = name.text().equals("社区") || name.text().equals("小区");
        boolean site = name.rank() == Rank.COMPOUND && ending.rank() == Rank.SITE;
        boolean dwelling = ending.rank() == Rank.COMMUNITY || ending.rank() == Rank.COMPOUND;
        return narrow && !whole && !name.text().equals(ending.text()) && (site || dwelling);
    }

    /** Whether a bare division may be the name of such a place: {@code 平阳社区}, neither 太原高新区 nor 西安办事处. */
    private static boolean isSite(Ending ending) {
        return ending.rank() != Rank.ZONE && !ending.text().equals("办事处");
    }

    /** Whether a place may have one that has no name of its own: {@code 西峡县产业集聚区}, {@code 大丰市港区}, {@code 七里镇工业园}. */
    private static boolean isEstate(Piece place, Ending ending) {
        String text = ending.text();
        boolean site = ending.rank() == Rank.SITE;
        if (place.local() != null) {
            return site && place.local().rank() == Rank.TOWN && text.contains("园") && !text.equals("公园");
        }
        return place.isDivision()
                && (ending.rank() == Rank.ZONE || (site && !place.isBareDivision() && text.endsWith("区")));
    }

    /** {@code 郝家冲村和龙潭村}, {@code 宁德市对赤溪村}: a word before the name that is none of its own. */
    private static boolean isLinked(String text, Piece last, Ending ending, int start, int end) {
        return ending.rank() == Rank.COMMUNITY
                && end - start > 2
                && (text.charAt(start) == '对' || (last.local() != null && text.charAt(start) == '和'));
    }

    private static boolean opens(String text, int start) {
        return start == 0 || !Characters.isHan(text.charAt(start - 1));
    }

    private Optional<Piece> named(String text, Vocabulary.Hit hit, Ending ending, int from, boolean joined) {
        int start = from;
        if (!joined) {
            boolean opens = ending.freedom() == Ending.Freedom.KNOWN && opens(text, start) && hit.start() - start < 4;
            if (ending.freedom() != Ending.Freedom.FREE && !opens) {
                return Optional.empty();
            }
            if (hit.start() - start > 3) {
                start = segmentation.nounStart(text, start, hit.start());
            }
        }
        String stem = text.substring(start, hit.start());
        boolean outpost = ending.text().equals("办事处") && !gazetteer.named(stem).isEmpty();
        boolean named = !stem.isEmpty()
                && !outpost
                && !isPredicate(text, start, stem)
                && !Characters.isNumeral(stem)
                && ending.kinds().indexOf(stem.charAt(stem.length() - 1)) < 0
                && (joined || (stem.length() > 1 && stem.length() < REACH))
                && !vocabulary.isGeneric(stem, joined)
                && !segmentation.isPhrase(text, start, hit.start(), hit.end());
        return named ? Optional.of(piece(text, start, hit, ending, Set.of())) : Optional.empty();
    }

    /** {@code 澳角村是渔业大村}: what it is said to be. */
    private static boolean isPredicate(String text, int start, String stem) {
        return start > 0 && text.charAt(start - 1) == '是' && "大强名穷富弱小".indexOf(stem.charAt(stem.length() - 1)) >= 0;
    }

    /** The longest town the gazetteer knows that ends here and begins where a word begins. */
    private Optional<Piece> town(
            String text,
            Vocabulary.Scan scan,
            Vocabulary.Hit hit,
            Ending ending,
            int limit,
            int home,
            @Nullable Piece last,
            boolean over) {
        int stop = over && last != null ? last.start() + 1 : hit.start();
        boolean ofPeoples = text.startsWith("族乡", hit.end() - 2);
        int first = Math.max(
                limit, hit.end() - (ofPeoples ? 2 : 1) * REACH - ending.text().length());
        for (int start = first; start < stop; start++) {
            Set<Integer> counties = counties(text.substring(start, hit.end()));
            boolean known = !counties.isEmpty()
                    && (isHeld(counties, last, start)
                            || !vocabulary.isGeneric(text.substring(start, hit.start()), start == limit))
                    && ((start == limit && limit > 0)
                            || (hit.end() - start > 2 && isClean(text, scan, start, null))
                            || counties.stream().anyMatch(county -> isHomely(county, home)));
            if (known) {
                return Optional.of(piece(text, start, hit, ending, counties));
            }
        }
        return Optional.empty();
    }

    /** Whether a town lies in the county whose name stands right before it: 桥头镇 in {@code 翁牛特旗桥头镇}. */
    private static boolean isHeld(Set<Integer> counties, @Nullable Piece last, int start) {
        return last != null
                && last.end() == start
                && last.term().bearers().stream().anyMatch(region -> counties.contains(region.code()));
    }

    private Set<Integer> counties(String town) {
        Set<Integer> counties = gazetteer.countiesOfTown(town);
        return counties.isEmpty() ? gazetteer.countiesOfFormerTown(town) : counties;
    }

    private boolean isHomely(int county, int home) {
        int prefecture = gazetteer.prefecture(home);
        return prefecture != 0 && gazetteer.within(county, prefecture);
    }

    /** Whether so few characters stand between a place and an ending that they are a name: {@code 三都} in 荫营镇三都村. */
    private static boolean isShort(String text, Vocabulary.Scan scan, int start, int end) {
        if (end - start < 2 || end - start > 4) {
            return false;
        }
        for (int at = start; at < end; at++) {
            String boundary = scan.boundary(at + 1);
            boolean strong = boundary != null && (boundary.length() > 1 || STRONG.indexOf(boundary.charAt(0)) >= 0);
            if (strong || !Characters.isHan(text.charAt(at))) {
                return false;
            }
        }
        return true;
    }

    private static int stemStart(String text, Vocabulary.Scan scan, int end, int limit) {
        int start = end;
        while (start > limit
                && end - start < REACH
                && Characters.isHan(text.charAt(start - 1))
                && scan.boundary(start) == null) {
            start--;
        }
        return start;
    }

    private static boolean isCounted(String text, Vocabulary.Scan scan, int start) {
        String boundary = scan.boundary(start);
        boolean digit = start > 0 && Character.isDigit(text.charAt(start - 1));
        return digit || (boundary != null && COUNTERS.contains(boundary));
    }

    private static boolean isClean(String text, Vocabulary.Scan scan, int start, @Nullable Piece last) {
        return start == 0
                || !Characters.isHan(text.charAt(start - 1))
                || scan.boundary(start) != null
                || (last != null && last.end() == start);
    }

    private static boolean isUnmade(String text, Vocabulary.Hit hit, Ending ending) {
        return hit.end() < text.length() && ending.unmakers().indexOf(text.charAt(hit.end())) >= 0;
    }

    private static Piece piece(String text, int start, Vocabulary.Hit hit, Ending ending, Set<Integer> counties) {
        return new Piece(start, hit.end(), text.substring(start, hit.end()), hit.term(), ending, counties);
    }
}

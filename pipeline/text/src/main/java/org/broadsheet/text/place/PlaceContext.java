package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What an article has named so far: the last city, the last county, the last local places. One per article, filled by
 * {@link PlaceFinder}; after {@code 榆次区} the word {@code 该区} is 140702.
 *
 * <p>Not thread-safe.
 */
public final class PlaceContext {
    /** Stretches of the article over which a street is still the one its communities belong to. */
    private static final int WINDOW = 3;
    /** Divisions and local places that are remembered at most. */
    private static final int MEMORY = 100;

    private final int home;
    private final IntSupplier headline;
    private final List<Named> named = new ArrayList<>();
    private final List<Local> locals = new ArrayList<>();
    private int turn;
    private int story;
    private int storyTurn;
    private int opened;
    private @Nullable Region topic;
    private @Nullable Spot last;
    private @Nullable Spot office;

    /** @param home six-digit code of the paper's home; 0 where it is not known */
    public PlaceContext(int home) {
        this(home, () -> 0);
    }

    /**
     * @param home six-digit code of the paper's home; 0 where it is not known
     * @param headline says six-digit code of the division that the headline names; 0 where it names none
     */
    public PlaceContext(int home, IntSupplier headline) {
        this.home = home;
        this.headline = headline;
    }

    /** Six-digit code of the paper's home; 0 where it is not known. */
    public int home() {
        return home;
    }

    /** Six-digit code of the division that the headline names; 0 where it names none. */
    int headline() {
        return headline.getAsInt();
    }

    /** The place named last, not counting institutions; empty before the first. */
    public Optional<Spot> last() {
        return Optional.ofNullable(last);
    }

    /** Begins the next stretch of the article. */
    void advance() {
        turn++;
    }

    /** Remembers a division that was named, the latest last. */
    void name(Named division) {
        for (int i = named.size() - 1; i >= 0; i--) {
            if (named.get(i).region().equals(division.region())) {
                named.remove(i);
            }
        }
        forget(named);
        named.add(division);
    }

    /** Remembers a division to which nothing is sent, and from which nothing comes. */
    void topic(Region division) {
        topic = division;
    }

    /** The division named last that a sentence does not only send something to. */
    Optional<Region> lastTopic() {
        return Optional.ofNullable(topic);
    }

    /** Remembers the city that this stretch begins with; 0 where it does not, or names others. */
    void open(int city) {
        opened = city;
    }

    /** The city that the stretch before began with; 0 where it did not. */
    int opened() {
        return opened;
    }

    /** Remembers the city that the story is about; the home city, again, where it speaks of {@code 我市}. */
    void tell(int prefecture) {
        story = prefecture;
        storyTurn = turn;
    }

    /** Remembers a local place that was named, the latest last. */
    void name(Rank rank, String name, int region, String place) {
        locals.removeIf(local -> local.name().equals(name) && local.place().equals(place));
        forget(locals);
        locals.add(new Local(rank, name, region, place, turn));
    }

    private static void forget(List<?> things) {
        if (things.size() >= MEMORY) {
            things.remove(0);
        }
    }

    void finish(Spot spot) {
        last = spot;
        office = null;
    }

    /** Remembers a place that only an institution's name has told: {@code 太谷县} in {@code 太谷县秧歌剧团}. */
    void visit(Spot spot) {
        office = spot;
    }

    /** The place that {@code 当地} means: the last one, or the one inside it of which an institution's name told since. */
    Optional<Spot> here(Gazetteer gazetteer) {
        Spot told = office;
        boolean nearer = told != null && (last == null || gazetteer.within(told.region(), last.region()));
        return nearer ? Optional.ofNullable(told) : last();
    }

    /** The city a story told in these last stretches is about; 0 where it is not about another than the home. */
    int story() {
        return turn - storyTurn < WINDOW ? story : 0;
    }

    /** The division named last whose name ends with one of these: 区. */
    Optional<Region> lastEnding(String endings) {
        for (int i = named.size() - 1; i >= 0; i--) {
            if (named.get(i).endsWith(endings)) {
                return Optional.of(named.get(i).region());
            }
        }
        return Optional.empty();
    }

    /** The division named last. */
    Optional<Region> lastNamed() {
        return named.isEmpty()
                ? Optional.empty()
                : Optional.of(named.get(named.size() - 1).region());
    }

    /** The county-level division named last. */
    Optional<Region> lastCounty() {
        for (int i = named.size() - 1; i >= 0; i--) {
            if (named.get(i).region().level() == Level.COUNTY) {
                return Optional.of(named.get(i).region());
            }
        }
        return Optional.empty();
    }

    /** All divisions named, the latest last. */
    List<Region> named() {
        List<Region> regions = new ArrayList<>(named.size());
        for (Named division : named) {
            regions.add(division.region());
        }
        return regions;
    }

    /** The local place of this rank and ending that was named last. */
    Optional<Local> lastLocal(Rank rank, String ending) {
        for (int i = locals.size() - 1; i >= 0; i--) {
            if (locals.get(i).rank() == rank && locals.get(i).name().endsWith(ending)) {
                return Optional.of(locals.get(i));
            }
        }
        return Optional.empty();
    }

    /** The local place of this name that was named last. */
    Optional<Local> local(String name) {
        for (int i = locals.size() - 1; i >= 0; i--) {
            if (locals.get(i).name().equals(name)) {
                return Optional.of(locals.get(i));
            }
        }
        return Optional.empty();
    }

    /** The township named in full before: {@code 治平畲族乡} for {@code 治平乡}. */
    Optional<Local> township(String brief, PeopleNames peoples) {
        for (int i = locals.size() - 1; i >= 0; i--) {
            String name = locals.get(i).name();
            if (name.endsWith("族乡") && peoples.without(name).equals(brief)) {
                return Optional.of(locals.get(i));
            }
        }
        return Optional.empty();
    }

    /** The local place named before that a longer text ends with: {@code 裴寨村} of {@code 就任裴寨村}. */
    Optional<Local> localInside(String text) {
        for (Local local : locals) {
            if (local.name().length() > 2 && text.endsWith(local.name())) {
                return Optional.of(local);
            }
        }
        return Optional.empty();
    }

    /** The latest local place, named not long ago, that can hold one of this rank: the street of a community. */
    Optional<Local> holder(Rank rank) {
        for (int i = locals.size() - 1; i >= 0; i--) {
            Local local = locals.get(i);
            boolean holds = local.rank() == Rank.TOWN || local.rank() == Rank.COMMUNITY;
            if (holds && local.rank().compareTo(rank) < 0 && isRecent(local)) {
                return Optional.of(local);
            }
        }
        return Optional.empty();
    }

    /** Whether a local place was named in one of the last stretches. */
    boolean isRecent(Local local) {
        return turn - local.turn() < WINDOW;
    }

    /** Forgets the local places as holders of others: another county is spoken of. */
    void leaveLocals(int region) {
        locals.replaceAll(local -> local.region() == region
                ? local
                : new Local(local.rank(), local.name(), local.region(), local.place(), turn - WINDOW));
    }

    /** Whether a county, or the prefecture or province above it, has been named. */
    boolean hasNamedAround(Gazetteer gazetteer, Region county) {
        for (Named division : named) {
            Region region = division.region();
            boolean above = region.level() != Level.COUNTY && gazetteer.within(county.code(), region.code());
            if (region.level() != Level.COUNTRY && (region.equals(county) || above)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a county may be named here by a name of two characters: near the home, or its city has been named. */
    boolean expects(Gazetteer gazetteer, int code) {
        int city = gazetteer.prefecture(code);
        if (gazetteer.prefecture(home) == city || gazetteer.province(code) == gazetteer.province(home)) {
            return true;
        }
        for (Named division : named) {
            int region = division.region().code();
            if (gazetteer.within(code, region) || gazetteer.prefecture(region) == city) {
                return true;
            }
        }
        return false;
    }
}

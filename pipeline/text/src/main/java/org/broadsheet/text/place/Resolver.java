package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Decides which division a name means, and to which one a pointing word points: {@code 鼓楼区} under {@code 徐州市}.
 *
 * <p>Immutable, thread-safe.
 */
final class Resolver {
    private final Gazetteer gazetteer;
    private final Set<String> targets = GazetteerFiles.column("targets.tsv");
    private final Set<String> quarters = GazetteerFiles.column("quarters.tsv");

    Resolver(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    /**
     * The one of {@code bearers} that lies in {@code above}, without suffix the widest of them ({@code 江西南昌} is the city);
     * empty where none does, or several.
     */
    Optional<Region> below(List<Region> bearers, boolean bare, int above) {
        List<Region> inside = new ArrayList<>();
        for (Region region : bearers) {
            if (region.code() != above && gazetteer.within(region.code(), above)) {
                inside.add(region);
            }
        }
        return single(bare && inside.size() > 1 ? of(inside, widest(inside)) : inside);
    }

    /**
     * The division that a name standing alone means; empty where it cannot be known.
     *
     * @param name the name; without suffix the widest division is meant
     * @param just divisions named in this stretch of the article, the latest last
     */
    Optional<Region> alone(Term name, List<Region> just, PlaceContext context) {
        List<Region> possible = name.bare() ? widest(name.bearers(), context) : name.bearers();
        if (possible.size() == 1) {
            return isLikely(name, possible.get(0), context) ? Optional.of(possible.get(0)) : Optional.empty();
        }
        if (quarters.contains(name.text())) {
            return ofCity(possible, context, just);
        }
        Optional<Region> found = under(possible, just);
        if (found.isEmpty()) {
            found = inside(possible, gazetteer.prefecture(context.home()));
        }
        if (found.isEmpty()) {
            found = under(possible, context.named());
        }
        return found.isPresent() || context.home() == 0 ? found : inside(possible, gazetteer.province(context.home()));
    }

    /** The one of the city named last in this stretch, of the home city, or of the city named last: {@code 城区}. */
    private Optional<Region> ofCity(List<Region> bearers, PlaceContext context, List<Region> just) {
        return ofCity(bearers, just)
                .or(() -> inside(bearers, gazetteer.prefecture(context.home())))
                .or(() -> ofCity(bearers, context.named()));
    }

    private Optional<Region> ofCity(List<Region> bearers, List<Region> named) {
        for (int i = named.size() - 1; i >= 0; i--) {
            int city = gazetteer.prefecture(named.get(i).code());
            if (city != 0) {
                return inside(bearers, city);
            }
        }
        return Optional.empty();
    }

    /** The one under the latest of the divisions named, its city and its province. */
    private Optional<Region> under(List<Region> bearers, List<Region> named) {
        for (int i = named.size() - 1; i >= 0; i--) {
            Region region = named.get(i);
            if (region.level() == Level.COUNTRY || bearers.contains(region)) {
                continue;
            }
            int city = gazetteer.prefecture(region.code());
            Optional<Region> found = inside(bearers, city == 0 ? region.code() : city);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Region> inside(List<Region> bearers, int above) {
        return single(allInside(bearers, above));
    }

    private List<Region> allInside(List<Region> bearers, int above) {
        List<Region> inside = new ArrayList<>(bearers.size());
        for (Region region : bearers) {
            if (gazetteer.within(region.code(), above)) {
                inside.add(region);
            }
        }
        return inside;
    }

    private List<Region> widest(List<Region> bearers, PlaceContext context) {
        if (bearers.size() == 1) {
            return bearers;
        }
        Level level = widest(bearers);
        List<Region> homely = allInside(bearers, gazetteer.prefecture(context.home()));
        return level == Level.COUNTY && !homely.isEmpty() ? homely : of(bearers, level);
    }

    /** The widest level of several divisions. */
    static Level widest(List<Region> regions) {
        Level level = regions.get(0).level();
        for (Region region : regions) {
            level = region.level().compareTo(level) < 0 ? region.level() : level;
        }
        return level;
    }

    private static List<Region> of(List<Region> regions, Level level) {
        List<Region> found = new ArrayList<>(regions.size());
        for (Region region : regions) {
            if (region.level() == level) {
                found.add(region);
            }
        }
        return found;
    }

    /** A district far from home whose city was not named is more likely some quarter: {@code 白塔区} in 太谷. */
    private boolean isLikely(Term name, Region region, PlaceContext context) {
        boolean spelled =
                name.bare() ? region.name().endsWith("区") : name.text().endsWith("区");
        boolean district = region.level() == Level.COUNTY && spelled;
        if (!district || context.home() == 0 || Gazetteer.isMunicipality(region.parent())) {
            return true;
        }
        int province = gazetteer.province(region.code());
        if (province == gazetteer.province(context.home())) {
            return true;
        }
        for (Region named : context.named()) {
            if (gazetteer.province(named.code()) == province) {
                return true;
            }
        }
        return false;
    }

    /** Whether a county lies in the paper's province, or in one that has been named; a paper of the whole country is near to all. */
    private boolean isNear(Region county, PlaceContext context) {
        boolean everywhere = context.home() == 0 || context.home() == Gazetteer.COUNTRY;
        return everywhere
                || gazetteer.province(county.code()) == gazetteer.province(context.home())
                || context.hasNamedAround(gazetteer, county);
    }

    /** The county in which a town lies: the last named, else the one near it or near the home; 0 where it is open. */
    int countyOfTown(Set<Integer> counties, int within, PlaceContext context) {
        List<Region> possible = new ArrayList<>(counties.size());
        for (int code : counties) {
            if (within == 0 || gazetteer.within(code, within)) {
                gazetteer.region(code).ifPresent(possible::add);
            }
        }
        if (possible.size() == 1) {
            boolean near = within != 0 || isNear(possible.get(0), context);
            return near ? possible.get(0).code() : 0;
        }
        List<Region> named = context.named();
        for (int i = named.size() - 1; i >= 0; i--) {
            if (possible.contains(named.get(i))) {
                return named.get(i).code();
            }
        }
        return under(possible, named)
                .or(() -> inside(possible, gazetteer.prefecture(context.home())))
                .or(() -> inside(possible, gazetteer.province(context.home())))
                .map(Region::code)
                .orElse(0);
    }

    /**
     * The division a pointing word points to; 0 where nothing fits.
     *
     * @param opening the city that the sentence begins with; 0 where there is none
     */
    int pointed(Anaphor anaphor, String word, int opening, PlaceContext context) {
        return switch (anaphor) {
            case OUR_CITY -> homeCity(context);
            case CITY -> opening != 0 ? opening : context.story() != 0 ? context.story() : city(word, context);
            case THAT_CITY ->
                opening != 0
                        ? opening
                        : context.lastEnding("市").map(Region::code).orElseGet(() -> homeCity(context));
            case PROVINCE -> province(word, context);
            case PREFECTURE -> prefecture(word, context);
            case COUNTY -> county(word, context);
            case COUNTIES -> gazetteer.region(context.home()).map(Region::code).orElse(0);
            case TOWN, COMMUNITY, COMPOUND, ZONE, CORPS, HERE -> 0;
        };
    }

    /** {@code 全市} below {@code 桐城211个村换届}: the smaller city that the headline names; else the paper's own. */
    private int city(String word, PlaceContext context) {
        int home = homeCity(context);
        return word.startsWith("全")
                ? gazetteer
                        .region(context.headline())
                        .filter(named ->
                                named.level() == Level.COUNTY && named.name().endsWith("市"))
                        .map(Region::code)
                        .filter(city -> gazetteer.within(city, home))
                        .orElse(home)
                : home;
    }

    private int homeCity(PlaceContext context) {
        return gazetteer
                .region(context.home())
                .filter(home -> home.name().endsWith("市"))
                .map(Region::code)
                .orElseGet(() -> gazetteer.prefecture(context.home()));
    }

    private int province(String word, PlaceContext context) {
        if (word.startsWith("该") || context.home() == 0 || context.home() == Gazetteer.COUNTRY) {
            return context.lastTopic()
                    .or(context::lastNamed)
                    .map(region -> gazetteer.province(region.code()))
                    .orElse(0);
        }
        int province = gazetteer.province(context.home());
        return Gazetteer.isMunicipality(province) ? 0 : province;
    }

    private int prefecture(String word, PlaceContext context) {
        if (word.contains("地区")) {
            return office(context);
        }
        String ending = word.endsWith("盟") ? "盟" : "州";
        Optional<Region> last = context.lastEnding(ending);
        if (last.isPresent() && (word.startsWith("该") || context.home() == 0)) {
            return last.get().code();
        }
        int home = gazetteer.prefecture(context.home());
        boolean fits =
                gazetteer.region(home).filter(r -> r.name().endsWith(ending)).isPresent();
        return fits ? home : last.map(Region::code).orElse(0);
    }

    /** The home where it is a 地区, else the last one named: {@code 全地区}. */
    private int office(PlaceContext context) {
        int home = gazetteer.prefecture(context.home());
        if (isOffice(home)) {
            return home;
        }
        List<Region> named = context.named();
        for (int i = named.size() - 1; i >= 0; i--) {
            int prefecture = gazetteer.prefecture(named.get(i).code());
            if (isOffice(prefecture)) {
                return prefecture;
            }
        }
        return 0;
    }

    private boolean isOffice(int prefecture) {
        return gazetteer
                .region(prefecture)
                .filter(region -> region.name().endsWith("地区"))
                .isPresent();
    }

    private int county(String word, PlaceContext context) {
        String ending = word.indexOf('区') >= 0 ? "区" : word.indexOf('县') >= 0 ? "县" : "旗";
        Optional<Region> home =
                gazetteer.region(context.home()).filter(r -> r.name().endsWith(ending));
        if (home.isPresent() && home.get().level() == Level.COUNTY && word.startsWith("我")) {
            return home.get().code();
        }
        boolean whole = word.equals("全区");
        Optional<Region> last = context.lastEnding(ending)
                .filter(region -> region.level() == Level.COUNTY || (whole && region.level() == Level.PROVINCE));
        if (last.isPresent()) {
            return last.get().code();
        }
        int province = gazetteer.province(context.home());
        boolean autonomous =
                gazetteer.region(province).filter(r -> r.name().endsWith("自治区")).isPresent();
        boolean ours = autonomous && ending.equals("区") && !word.startsWith("该") && !word.startsWith("区");
        return home.map(Region::code).orElse(ours ? province : 0);
    }

    /** Whether what follows this word is not what the sentence is about: {@code 来自}. */
    boolean isTarget(String word) {
        return targets.contains(word);
    }

    private static Optional<Region> single(List<Region> regions) {
        return regions.size() == 1 ? Optional.of(regions.get(0)) : Optional.empty();
    }
}

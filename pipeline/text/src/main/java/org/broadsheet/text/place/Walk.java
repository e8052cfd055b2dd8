package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One walk over the pieces of a text, in order: joins them, resolves them, and remembers them in the context. */
final class Walk {
    /** Characters that may stand before the first word of a sentence, at most: {@code ▲}. */
    private static final int BULLET = 1;
    /** Characters of a title on each side of a name at most. */
    private static final int TITLE = 40;

    private final Gazetteer gazetteer;
    private final Resolver resolver;
    private final Institutions institutions;
    private final Vocabulary.Scan scan;
    private final String text;
    private final PlaceContext context;
    private final List<Spot> spots = new ArrayList<>();
    private final List<Region> just = new ArrayList<>();
    private final Pointing pointing;
    private final Joining joining;
    private final Surroundings surroundings;
    private @Nullable Draft draft;

    Walk(
            Gazetteer gazetteer,
            Resolver resolver,
            Institutions institutions,
            Vocabulary.Scan scan,
            String text,
            PlaceContext context) {
        this.gazetteer = gazetteer;
        this.resolver = resolver;
        this.institutions = institutions;
        this.scan = scan;
        this.text = text;
        this.context = context;
        this.pointing = new Pointing(gazetteer, resolver, text, context, spots);
        this.joining = new Joining(gazetteer, resolver, text, context);
        this.surroundings = new Surroundings(gazetteer, context, just);
    }

    List<Spot> over(List<Piece> pieces) {
        context.advance();
        for (Piece piece : pieces) {
            Draft open = draft;
            if (open == null || !joining.join(open, piece)) {
                finish();
                draft = begin(piece).orElse(null);
            }
        }
        finish();
        context.open(begins() ? pointing.opening(spots) : 0);
        return spots;
    }

    /** Whether the text begins with a place, and not as an item of a list does: {@code 滕州市：党员干部4126名}. */
    private boolean begins() {
        if (spots.isEmpty() || spots.get(0).start() > BULLET) {
            return false;
        }
        int end = spots.get(0).end();
        return end == text.length() || "：:".indexOf(text.charAt(end)) < 0;
    }

    private Optional<Draft> begin(Piece piece) {
        if (piece.local() != null) {
            return Optional.of(beginLocal(piece, piece.local()));
        }
        Term term = piece.term();
        if (term.anaphor() != null) {
            return pointing.begin(piece, term.anaphor());
        }
        if (term.holder() != 0) {
            Draft zone = new Draft(piece, 0, Why.STATED);
            zone.add(Rank.ZONE, piece, term.holder(), joining.county(term.holder()));
            return Optional.of(zone);
        }
        if (term.abroad()) {
            return Optional.of(new Draft(piece, Gazetteer.ABROAD, Why.STATED));
        }
        if (isAgency(piece)) {
            return Optional.empty();
        }
        boolean theirs = term.text().equals("全国") || (term.body() && term.text().endsWith("部"));
        if (theirs && isAbroad()) {
            return Optional.of(new Draft(piece, Gazetteer.ABROAD, Why.ANAPHOR));
        }
        Optional<Region> region = resolver.alone(term, just, context);
        if (region.isEmpty() && (term.bare() || term.bearers().size() == 1)) {
            return Optional.empty();
        }
        Draft division = new Draft(piece, region.map(Region::code).orElse(0), Why.STATED);
        region.ifPresent(named -> division.names.add(new Named(named, piece.text())));
        division.bearers = term.bearers();
        division.open = term.bearers().size() > 1;
        division.body = term.body();
        return Optional.of(division);
    }

    /** Whether the place before in this paragraph is another country, whose {@code 全国} and {@code 外交部} are its own. */
    private boolean isAbroad() {
        return !spots.isEmpty() && spots.get(spots.size() - 1).region() == Gazetteer.ABROAD;
    }

    /** {@code 据新华社北京3月5日电} is about no place. */
    private boolean isAgency(Piece piece) {
        return text.startsWith("新华社", piece.start() - 3) || text.startsWith("中新社", piece.start() - 3);
    }

    private Draft beginLocal(Piece written, Ending ending) {
        Optional<Local> known =
                context.local(written.text()).or(() -> context.township(written.text(), gazetteer.peoples()));
        if (known.isPresent()) {
            Draft again = new Draft(written, 0, Why.STATED);
            again.repeat(known.get());
            again.locals.add(known.get());
            return again;
        }
        Optional<Local> inside = context.localInside(written.text());
        if (inside.isPresent()) {
            return beginLocal(written.from(written.end() - inside.get().name().length()), ending);
        }
        Piece piece = surroundings.trimmed(written, ending);
        Optional<Local> holder = surroundings.holder(piece, ending);
        Draft local = new Draft(piece, 0, Why.STATED);
        int town = ending.rank() == Rank.TOWN && !piece.counties().isEmpty()
                ? resolver.countyOfTown(piece.counties(), 0, context)
                : 0;
        int region = town != 0 && !isElsewhere(town)
                ? town
                : holder.map(Local::region).orElseGet(() -> surroundings.region(piece, ending));
        local.place = holder.map(Local::place).orElse("");
        local.open = true;
        local.add(ending.rank(), piece, region, joining.county(region));
        return local;
    }

    /** Whether this sentence has just named another province: 芦阳镇 of 景泰 in {@code 四川芦山最大的安置点芦阳镇体育馆}. */
    private boolean isElsewhere(int county) {
        boolean everywhere = context.home() == 0 || context.home() == Gazetteer.COUNTRY;
        return everywhere
                && !just.isEmpty()
                && gazetteer.province(just.get(just.size() - 1).code()) != gazetteer.province(county);
    }

    private void finish() {
        Draft done = draft;
        draft = null;
        if (done == null) {
            return;
        }
        if (isTitle(done) || isPraise(done)) {
            return;
        }
        Institution institution = done.body ? Institution.AUTHORITY : institutions.after(text, scan, done.end);
        Spot spot = new Spot(
                done.start, done.end, done.region, done.place, done.why, institution, done.sure(), former(done));
        spots.add(spot);
        if (institution != Institution.OTHER) {
            remember(done, spot);
        }
        boolean told = institution != Institution.NONE && !done.body && done.region > 0 && done.why == Why.STATED;
        if (told) {
            context.visit(spot);
        }
    }

    private int former(Draft done) {
        for (Named named : done.names) {
            if (named.region().code() == done.region
                    && !named.spelled().equals(named.region().name())) {
                return gazetteer.formerCode(named.spelled(), done.region);
            }
        }
        return 0;
    }

    /** {@code 《山西食醋分类》} is about no place. */
    private boolean isTitle(Draft done) {
        if (text.indexOf('《') < 0) {
            return false;
        }
        String before = text.substring(Math.max(0, done.start - TITLE), done.start);
        String after = text.substring(done.end, Math.min(text.length(), done.end + TITLE));
        int close = after.indexOf('》');
        int open = after.indexOf('《');
        return before.lastIndexOf('《') > before.lastIndexOf('》') && close >= 0 && (open < 0 || close < open);
    }

    /** {@code 被称为“中国制线名镇”}: what a place is called. */
    private boolean isPraise(Draft done) {
        return done.region == Gazetteer.COUNTRY
                && done.start > 1
                && text.charAt(done.start - 1) == '“'
                && "为称号获的".indexOf(text.charAt(done.start - 2)) >= 0
                && text.indexOf('”', done.end) >= 0
                && text.indexOf('”', done.end) - done.end <= TITLE;
    }

    private void remember(Draft done, Spot spot) {
        for (Named named : done.names) {
            if (named.region().level() != Level.COUNTRY) {
                context.name(named);
                if (!pointing.isTargeted(done.start)) {
                    context.topic(named.region());
                    just.remove(named.region());
                    just.add(named.region());
                }
            }
        }
        if (!done.names.isEmpty()) {
            Region narrowest = done.names.get(done.names.size() - 1).region();
            if (narrowest.level() == Level.COUNTY) {
                context.leaveLocals(narrowest.code());
            }
            tell(done, narrowest);
        }
        done.locals.forEach(local -> context.name(local.rank(), local.name(), local.region(), local.place()));
        if (spot.institution() == Institution.NONE) {
            context.finish(spot);
        }
    }

    /** A story is about another city once a sentence has that city for its subject: not behind 向 来自 赴. */
    private void tell(Draft done, Region narrowest) {
        int city = gazetteer.prefecture(narrowest.code());
        boolean target = pointing.isTarget(done.start);
        boolean home = city == gazetteer.prefecture(context.home());
        if (city != 0 && (home || !target)) {
            context.tell(home ? 0 : city);
        }
    }
}

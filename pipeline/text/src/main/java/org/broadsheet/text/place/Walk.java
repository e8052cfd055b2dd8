package org.broadsheet.text.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One walk over the pieces of a text, in order: joins them, resolves them, and remembers them in the context. */
final class Walk {
    private final Gazetteer gazetteer;
    private final Resolver resolver;
    private final Institutions institutions;
    private final Vocabulary.Scan scan;
    private final String text;
    private final PlaceContext context;
    private final List<Spot> spots = new ArrayList<>();
    private final List<Region> just = new ArrayList<>();
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
    }

    List<Spot> over(List<Piece> pieces) {
        context.advance();
        for (Piece piece : pieces) {
            Draft open = draft;
            if (open == null || !join(open, piece)) {
                finish();
                draft = begin(piece).orElse(null);
            }
        }
        finish();
        return spots;
    }

    /** Whether the piece belongs to the place before it; it is added to it then. */
    private boolean join(Draft open, Piece piece) {
        if (open.end == piece.start()) {
            return extend(open, piece);
        }
        boolean bracket = open.end + 1 == piece.start() && "（(".indexOf(text.charAt(open.end)) >= 0;
        boolean closed = piece.end() < text.length() && "）)".indexOf(text.charAt(piece.end())) >= 0;
        if (bracket && closed && extend(open, piece)) {
            open.end = piece.end() + 1;
            return true;
        }
        return pair(open, piece);
    }

    private boolean extend(Draft open, Piece piece) {
        if (piece.local() != null) {
            return extendLocal(open, piece, piece.local());
        }
        if (piece.term().holder() != 0) {
            int holder = piece.term().holder();
            boolean holds = gazetteer.within(holder, open.region) || gazetteer.within(open.region, holder);
            if (!holds || !open.place.isEmpty()) {
                return false;
            }
            open.add(Rank.ZONE, piece, gazetteer.within(holder, open.region) ? holder : open.region);
            return true;
        }
        Optional<Region> below =
                open.place.isEmpty() ? resolver.below(piece.term().bearers(), open.region) : Optional.empty();
        if (piece.term().anaphor() != null || below.isEmpty()) {
            return false;
        }
        open.divide(piece, below.get());
        return true;
    }

    private boolean extendLocal(Draft open, Piece piece, Ending ending) {
        boolean narrower = open.rank == null || ending.rank().compareTo(open.rank) > 0;
        if (!narrower || (open.region == 0 && open.place.isEmpty())) {
            return false;
        }
        int county = piece.counties().isEmpty() ? 0 : resolver.countyOfTown(piece.counties(), open.region, context);
        open.add(ending.rank(), piece, county == 0 ? open.region : county);
        return true;
    }

    /** {@code 御景华府小区和汾河明珠小区的}: two places that the text treats as one. */
    private boolean pair(Draft open, Piece piece) {
        boolean twins = piece.local() != null
                && open.rank == Rank.COMPOUND
                && piece.local().rank() == Rank.COMPOUND
                && open.end + 1 == piece.start()
                && text.charAt(open.end) == '和'
                && piece.end() < text.length()
                && text.charAt(piece.end()) == '的';
        if (twins) {
            open.place += "和" + piece.text();
            open.end = piece.end();
        }
        return twins;
    }

    private Optional<Draft> begin(Piece piece) {
        if (piece.local() != null) {
            return Optional.of(beginLocal(piece, piece.local()));
        }
        Term term = piece.term();
        if (term.anaphor() != null) {
            return beginAnaphor(piece, term.anaphor());
        }
        if (term.holder() != 0) {
            Draft zone = new Draft(piece, 0, Why.STATED);
            zone.place = "";
            zone.add(Rank.ZONE, piece, term.holder());
            return Optional.of(zone);
        }
        if (isAgency(piece)) {
            return Optional.empty();
        }
        Optional<Region> region = resolver.alone(term.bearers(), term.bare(), just, context);
        if (region.isEmpty() && (term.bare() || term.bearers().size() == 1)) {
            return Optional.empty();
        }
        Draft division = new Draft(piece, region.map(Region::code).orElse(0), Why.STATED);
        region.ifPresent(named -> division.names.add(named));
        return Optional.of(division);
    }

    /** {@code 据新华社北京3月5日电} is about no place. */
    private boolean isAgency(Piece piece) {
        return text.startsWith("新华社", piece.start() - 3) || text.startsWith("中新社", piece.start() - 3);
    }

    private Draft beginLocal(Piece piece, Ending ending) {
        Optional<Local> known = context.local(piece.text());
        Optional<Local> inside = known.isPresent() ? known : context.localInside(piece.text());
        if (known.isEmpty() && inside.isPresent()) {
            return beginLocal(piece.from(piece.end() - inside.get().name().length()), ending);
        }
        Optional<Local> holder = known.isPresent() ? Optional.empty() : context.holder(ending.rank());
        Draft local = new Draft(piece, 0, Why.STATED);
        if (known.isPresent()) {
            local.region = known.get().region();
            local.place = known.get().place();
            local.rank = ending.rank();
            local.locals.add(known.get());
            return local;
        }
        int region = ending.rank() == Rank.TOWN && !piece.counties().isEmpty()
                ? resolver.countyOfTown(piece.counties(), 0, context)
                : holder.map(Local::region).orElseGet(() -> around(ending));
        local.place = holder.map(Local::place).orElse("");
        local.add(ending.rank(), piece, region);
        return local;
    }

    /** The division around a local name that nothing else ties: the last county; for {@code 高新区} the city. */
    private int around(Ending ending) {
        if (ending.rank() == Rank.ZONE) {
            return context.story() != 0 ? context.story() : gazetteer.prefecture(context.home());
        }
        int home = gazetteer
                .region(context.home())
                .filter(region -> region.level() == Level.COUNTY)
                .map(Region::code)
                .orElse(0);
        return context.lastCounty().map(Region::code).orElse(home);
    }

    private Optional<Draft> beginAnaphor(Piece piece, Anaphor anaphor) {
        Draft pointer = new Draft(piece, 0, Why.ANAPHOR);
        Optional<Local> local = local(piece.text(), anaphor).filter(l -> isRecent(piece, l));
        if (local.isPresent()) {
            pointer.region = local.get().region();
            pointer.place = local.get().place();
            pointer.rank = local.get().rank();
            return Optional.of(pointer);
        }
        return switch (anaphor) {
            case TOWN, COMMUNITY, COMPOUND, ZONE -> Optional.empty();
            case HERE ->
                context.last().map(last -> {
                    pointer.region = last.region();
                    pointer.place = last.place();
                    return pointer;
                });
            case OUR_CITY, CITY, THAT_CITY, PROVINCE, PREFECTURE, COUNTY -> {
                int subject = anaphor == Anaphor.THAT_CITY ? subject(piece) : opening(piece);
                pointer.region = resolver.pointed(anaphor, piece.text(), subject, context);
                gazetteer.region(pointer.region).ifPresent(pointer.names::add);
                yield Optional.of(pointer);
            }
        };
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
            case ZONE -> context.lastLocal(Rank.ZONE, ending(word, "开发区", "新区", "园区"));
            case COUNTY -> zoneAsCounty(word);
            case OUR_CITY, CITY, THAT_CITY, PROVINCE, PREFECTURE, HERE -> Optional.empty();
        };
    }

    /** {@code 全区} after {@code 航空港区}: a zone named later than any district. */
    private Optional<Local> zoneAsCounty(String word) {
        Optional<Spot> last = context.last();
        boolean district =
                context.lastEnding("区").filter(r -> r.level() == Level.COUNTY).isPresent();
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

    /** The city that the sentence of the piece begins with, before it sends something to another; 0 where none does. */
    private int subject(Piece piece) {
        int sentence = sentence(piece);
        for (Spot spot : spots) {
            boolean target = spot.start() > 0 && scan.boundary(spot.start()) != null;
            boolean city = gazetteer
                    .region(spot.region())
                    .filter(region -> region.name().endsWith("市"))
                    .isPresent();
            if (spot.start() >= sentence && city && !target) {
                return spot.region();
            }
        }
        return 0;
    }

    /** The county-level city that the sentence of the piece begins with; 0 where it does not. */
    private int opening(Piece piece) {
        int sentence = sentence(piece);
        int city = 0;
        for (Spot spot : spots) {
            if (spot.start() >= sentence && spot.region() != 0) {
                Region region = gazetteer.region(spot.region()).orElseThrow();
                boolean first = city == 0
                        && region.level() == Level.COUNTY
                        && region.name().endsWith("市");
                if (!first && region.code() != city) {
                    return 0;
                }
                city = region.code();
            }
        }
        return city;
    }

    private int sentence(Piece piece) {
        int sentence = piece.start();
        while (sentence > 0 && "。！？!?；;\n".indexOf(text.charAt(sentence - 1)) < 0) {
            sentence--;
        }
        return sentence;
    }

    private void finish() {
        Draft done = draft;
        draft = null;
        if (done == null) {
            return;
        }
        if (isTitle(done)) {
            return;
        }
        Institution institution = institutions.after(text, scan, done.end);
        Spot spot = new Spot(done.start, done.end, done.region, done.place, done.why, institution);
        spots.add(spot);
        if (institution != Institution.OTHER) {
            remember(done, spot);
        }
    }

    /** {@code 《山西食醋分类》} is about no place. */
    private boolean isTitle(Draft done) {
        int open = text.lastIndexOf('《', done.start);
        return open >= 0 && text.indexOf('》', open) >= done.end;
    }

    private void remember(Draft done, Spot spot) {
        for (Region region : done.names) {
            if (region.level() != Level.COUNTRY) {
                context.name(region);
                just.remove(region);
                just.add(region);
            }
        }
        if (!done.names.isEmpty()) {
            Region narrowest = done.names.get(done.names.size() - 1);
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
        boolean target =
                done.start > 0 && Characters.isHan(text.charAt(done.start - 1)) && scan.boundary(done.start) != null;
        boolean home = city == gazetteer.prefecture(context.home());
        if (city != 0 && (home || !target)) {
            context.tell(home ? 0 : city);
        }
    }

    /** A place while it is being joined. */
    private final class Draft {
        private final int start;
        private int end;
        private int region;
        private String place = "";
        private Why why;
        private @Nullable Rank rank;
        private final List<Region> names = new ArrayList<>();
        private final List<Local> locals = new ArrayList<>();

        private Draft(Piece piece, int region, Why why) {
            this.start = piece.start();
            this.end = piece.end();
            this.region = region;
            this.why = why;
        }

        private void divide(Piece piece, Region below) {
            region = below.code();
            end = piece.end();
            why = Why.STATED;
            names.add(below);
        }

        private void add(Rank narrower, Piece piece, int holder) {
            place += piece.text();
            rank = narrower;
            end = piece.end();
            why = Why.STATED;
            if (holder != region) {
                region = holder;
                gazetteer.region(holder).filter(r -> r.level() == Level.COUNTY).ifPresent(names::add);
            }
            locals.add(new Local(narrower, piece.text(), region, place, 0));
        }
    }
}

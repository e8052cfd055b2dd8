package org.broadsheet.text.mention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.mention.ClaimReader.Result;
import org.broadsheet.text.mention.ClaimReader.Shared;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.number.NumberScanner;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.PlaceFinder;
import org.broadsheet.text.place.PlaceReader;
import org.broadsheet.text.place.Spot;
import org.jspecify.annotations.Nullable;

/**
 * Reads one article from its first sentence to its last, and its headline after them.
 *
 * <p>Numbers first: only a sentence that holds some is searched for quantities, and only a quantity that counts something asks
 * for days and places. Used once, by one thread.
 */
final class ArticleReader {
    /** Where what names no place is under {@code 飓风重创美国东海岸}. */
    private static final Where ABROAD = new Where(Gazetteer.ABROAD, "", "headline", false);

    /** What has a size, or says that one follows. */
    private static final List<String> SIZED = List.of("项目", "工程", "总投资");

    /** What a sentence begins with that goes on in the year of the one before. */
    private static final List<String> SAME_YEAR = List.of("其中", "全年", "年末", "年底");

    private final Tools tools;
    private final Page page;
    private final Article article;
    private final Trace trace;
    private final ClaimDrafts drafts;
    private final ArticleDays days;
    private final List<Told> body = new ArrayList<>();
    private final List<Told> heads = new ArrayList<>();
    /** What the body says is only planned, though the headline may not. */
    private final List<Quantity> planned = new ArrayList<>();

    private final Lazy<@Nullable LocalDate> dateline = new Lazy<>(this::findDateline);
    private final Lazy<@Nullable Where> headline = new Lazy<>(this::findHeadline);
    /** The divisions that the headline names, known once {@link #headline} is. */
    private final Set<Integer> headlined = new HashSet<>();

    private final Subject subject;
    /** Whether the headline stands over a column of short reports. */
    private boolean briefs;

    /** What all articles are read with. */
    record Tools(
            Catalogue catalogue,
            NumberScanner numbers,
            ClaimReader claims,
            DayFinder days,
            Owners owners,
            PlaceFinder places,
            HomeBodies bodies,
            Stories stories) {}

    /** A paragraph and its sentences. */
    private record Told(Paragraph paragraph, List<Passage> sentences) {
        private String text() {
            return paragraph.text().toString();
        }
    }

    ArticleReader(Tools tools, Page page, Article article, Trace trace) {
        this.tools = tools;
        this.page = page;
        this.article = article;
        this.trace = trace;
        this.days = new ArticleDays(tools.days(), LocalDate.ofEpochDay(page.published()));
        this.drafts = new ClaimDrafts(tools.catalogue(), page, article.index(), headline::get, trace);
        this.subject = new Subject(tools.owners(), page.home(), headline);
    }

    /** The drafts of the article, in the order of the page. */
    List<Draft> read() {
        for (Paragraph paragraph : article.paragraphs()) {
            switch (paragraph.role()) {
                case BODY, SECTION -> body.add(told(paragraph));
                case KICKER, HEADLINE, SUBHEAD -> heads.add(told(paragraph));
                case BYLINE, JUMP -> {
                    // who wrote it, where it goes on
                }
            }
        }
        PlaceReader places = places();
        briefs = heads.stream().anyMatch(head -> tools.stories().areBriefs(head.text()));
        boolean headed = false;
        for (Told paragraph : body) {
            boolean section = paragraph.paragraph().role() == Role.SECTION;
            boolean brief = briefs && (section || (!headed && tools.stories().isLead(paragraph.text())));
            if (brief || Enumerators.isItem(paragraph.text())) {
                report(paragraph.text());
                places = places();
            } else if (!briefs && (section || Enumerators.opens(paragraph.text()))) {
                subject.section();
            }
            headed = section;
            paragraph(paragraph, places, subject, false);
        }
        Subject ofHeads = new Subject(
                tools.owners(),
                page.home(),
                new Lazy<>(() -> headline.get() != null ? headline.get() : subject.first()));
        PlaceReader again = places();
        for (Told paragraph : heads) {
            paragraph(paragraph, again, ofHeads, true);
        }
        return Retold.mark(drafts.all());
    }

    private void report(String opening) {
        subject.report(tools.stories().areAbroad(opening) ? new Lazy<>(() -> ABROAD) : headline);
    }

    /** What the article says of itself, once it has been read. */
    Extraction.ArticleContext context() {
        LocalDate day = dateline.get();
        return new Extraction.ArticleContext(
                Math.max(region(), 0), day == null ? Integer.MIN_VALUE : (int) day.toEpochDay());
    }

    private Told told(Paragraph paragraph) {
        return new Told(paragraph, Passage.of(paragraph.text(), tools.numbers()));
    }

    private PlaceReader places() {
        return new PlaceReader(tools.places(), page.home(), this::headlineRegion);
    }

    /** The division that the headline names; 0 where it names none, or others, too: {@code 同江、抚远灾区见闻}. */
    private int headlineRegion() {
        Where named = headline.get();
        return named == null || headlined.size() > 1 ? 0 : named.region();
    }

    /** What an article is about: the headline's place, else that of the body; the home where its own bodies come first. */
    private int region() {
        Where named = headline.get();
        if (named != null && named.region() != page.home()) {
            return named.region();
        }
        boolean ours = heads.stream().anyMatch(head -> tools.bodies().begin(head.text()));
        boolean lead = !body.isEmpty()
                && !body.get(0).sentences().isEmpty()
                && tools.bodies().begin(body.get(0).sentences().get(0).text());
        Where ofBody = subject.first();
        return ofBody == null || ours || lead ? page.home() : ofBody.region();
    }

    private @Nullable Where findHeadline() {
        PlaceReader places = new PlaceReader(tools.places(), page.home());
        Where found = null;
        for (Told head : heads) {
            String text = head.text();
            List<Spot> all = places.next(text);
            List<Spot> spots = tools.owners().candidates(text, all);
            spots.forEach(spot -> headlined.add(spot.region()));
            Where institution = spots.isEmpty() ? tools.owners().institution(all) : null;
            if (found == null && spots.isEmpty() && tools.stories().areAbroad(text)) {
                found = ABROAD;
            }
            if (institution != null && found == null) {
                found = new Where(institution.region(), institution.place(), "headline", false);
            }
            if (!spots.isEmpty() && (found == null || head.paragraph().role() == Role.HEADLINE)) {
                Where where = Owners.where(spots.get(0));
                found = new Where(where.region(), where.place(), "headline", false);
            }
        }
        return found;
    }

    /** The day behind 本报讯, or the last of the lead where that is later; else {@code （截至12月3日）} under the headline. */
    private @Nullable LocalDate findDateline() {
        boolean lead = true;
        for (Told paragraph : body) {
            if (paragraph.paragraph().role() == Role.BODY) {
                boolean report = lead || paragraph.text().startsWith("本报");
                LocalDate day = report ? days.ofLead(paragraph.sentences()) : null;
                if (day != null) {
                    return day;
                }
                lead = false;
            }
        }
        LocalDate latest = null;
        for (Told head : heads) {
            latest = Days.later(latest, days.ofHead(head.sentences()));
        }
        return latest;
    }

    private void paragraph(Told paragraph, PlaceReader places, Subject about, boolean inHeadline) {
        List<Passage> sentences = paragraph.sentences();
        List<ArticleDays.OfSentence> named = days.next(sentences);
        Lazy<@Nullable LocalDate> ofParagraph = new Lazy<>(() -> ArticleDays.latest(named, DayFinder.Grain.MONTH));
        Lazy<Boolean> yearly = new Lazy<>(() -> ArticleDays.areYearly(sentences));
        Lazy<@Nullable LocalDate> ofYear = new Lazy<>(() -> ArticleDays.latest(named, DayFinder.Grain.YEAR));
        Lazy<@Nullable LocalDate> ofReport =
                Enumerators.isItem(paragraph.text()) ? new Lazy<>(() -> days.wired(sentences)) : dateline;
        Shared shared = Shared.NOTHING;
        for (int i = 0; i < sentences.size(); i++) {
            Passage sentence = sentences.get(i);
            trace.at(article.index(), sentence.clean());
            if (briefs && !inHeadline && Stories.isTitled(page.text(), sentence.clean())) {
                report(sentence.text());
            }
            List<Spot> spots = places.next(sentence.clean());
            if (i == 0 && Enumerators.isTitle(sentence.text())) {
                shared = tools.claims().titled(sentence.text());
                continue;
            }
            Result result = tools.claims().read(sentence, spots, shared, trace);
            shared = result.shared();
            planned.addAll(result.planned());
            Lazy<Owners.Places> owning = new Lazy<>(() -> tools.owners().places(sentence.text(), spots));
            for (Claim claim : result.claims()) {
                Days ofSentence = named.get(i).find();
                if (isPlanned(sentence.text(), ofSentence, claim)) {
                    trace.none(claim.quantity().numeral(), "target: a day after the day of publication");
                    planned.add(claim.quantity());
                    continue;
                }
                if (inHeadline && isPlannedInBody(claim.quantity())) {
                    trace.none(claim.quantity().numeral(), "target: as the report under the headline says");
                    continue;
                }
                List<Where> owners = owners(owning.get(), claim, result.claims(), about, inHeadline, i == 0);
                boolean year = yearly.get() || SAME_YEAR.stream().anyMatch(sentence.text()::startsWith);
                LocalDate day = owners.isEmpty()
                        ? null
                        : day(sentence.text(), claim, ofSentence, year ? ofYear : ofParagraph, ofReport);
                for (Where where : owners) {
                    drafts.add(
                            new ClaimDrafts.Stated(paragraph.paragraph(), sentence.clean(), claim, inHeadline),
                            where,
                            day);
                }
            }
            if (!inHeadline) {
                about.sentence(sentence.clean(), spots, result.claims());
            }
        }
    }

    /** Whose a claim is; nobody's where it is abroad or a story of one person. */
    private List<Where> owners(
            Owners.Places places, Claim claim, List<Claim> claims, Subject about, boolean inHeadline, boolean opens) {
        String text = places.sentence();
        Quantity quantity = claim.quantity();
        List<Where> owners = tools.owners().of(places, claim, claims);
        int end = Math.max(quantity.end(), claim.phrase().end());
        boolean foreign = tools.stories().areAbroad(text, quantity.end(), end, false);
        if (foreign
                || (owners.isEmpty() && !inHeadline && tools.stories().areAbroad(text, 0, quantity.start(), true))) {
            trace.none(quantity.numeral(), "abroad");
            return List.of();
        }
        if (!owners.isEmpty()) {
            return owners;
        }
        // 花马池镇、青山乡等8个乡镇建立队伍94支: 花 is a family name, too
        boolean placed = places.spots().stream()
                .anyMatch(spot ->
                        spot.end() <= quantity.start() && spot.start() == Marks.clauseStart(text, spot.start()));
        if (!placed && tools.stories().ofOne(text, quantity.start())) {
            trace.none(quantity.numeral(), "story: of one person");
            return List.of();
        }
        boolean nationwide = page.home() == Gazetteer.COUNTRY && isNationwide(places, quantity.start(), opens);
        return List.of(drafts.fallback(claim, nationwide ? null : about.now(), inHeadline));
    }

    /** Whether a sentence is about the country up to {@code to}, in an article that is about no other place. */
    private boolean isNationwide(Owners.Places places, int to, boolean opens) {
        Where head = headline.get();
        if (head != null && head.region() != Gazetteer.COUNTRY) {
            return false;
        }
        String text = places.sentence().substring(0, to);
        boolean named = places.spots().stream().anyMatch(spot -> spot.region() > Gazetteer.COUNTRY);
        List<Spot> before =
                places.spots().stream().filter(spot -> spot.end() <= to).toList();
        return (opens && !named && tools.owners().areNationwide(text))
                || tools.owners().isNational(text, before);
    }

    /** {@code 新疆今年投资633亿元} over {@code 今年计划投资633亿元}. */
    private boolean isPlannedInBody(Quantity told) {
        for (Quantity quantity : planned) {
            if (quantity.measure().equals(told.measure())
                    && quantity.numeral().value().compareTo(told.numeral().value()) == 0) {
                return true;
            }
        }
        return false;
    }

    /** What stands behind {@code 到2020年} is still to come; the size of a project counts, planned or not. */
    private static boolean isPlanned(String sentence, Days days, Claim claim) {
        int start = claim.quantity().start();
        // 7月16日起半幅封闭，已抽调36名交警: they are there
        boolean planned = days.planned() >= 0
                && start >= days.planned()
                && !sentence.substring(days.planned(), start).contains("已");
        boolean size = planned
                && claim.phrase().metrics().contains("investment")
                && SIZED.stream().anyMatch(word -> sentence.lastIndexOf(word, start) >= 0);
        return planned && !size;
    }

    /** Null stands for the day of publication. */
    private static @Nullable LocalDate day(
            String sentence,
            Claim claim,
            Days days,
            Lazy<@Nullable LocalDate> ofParagraph,
            Lazy<@Nullable LocalDate> ofReport) {
        Quantity quantity = claim.quantity();
        LocalDate own = days.latestFor(sentence, quantity.start(), quantity.end());
        if (own != null) {
            return own;
        }
        LocalDate ofAll = days.now() ? null : ofParagraph.get();
        return ofAll == null ? ofReport.get() : ofAll;
    }
}

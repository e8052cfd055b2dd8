package org.broadsheet.text.mention;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.mention.ClaimReader.Result;
import org.broadsheet.text.mention.ClaimReader.Shared;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.PlaceFinder;
import org.broadsheet.text.place.PlaceReader;
import org.broadsheet.text.place.Spot;
import org.broadsheet.text.place.Why;
import org.jspecify.annotations.Nullable;

/**
 * Reads one article from its first sentence to its last, and its headline after them.
 *
 * <p>Used once, by one thread.
 */
final class ArticleReader {
    /** Days between the day a story speaks of and its printing, at most. */
    private static final int LONGEST_IN_PRESS = 60;
    /** Persons; the largest province has 127 million. */
    private static final BigDecimal LARGEST_PROVINCE = BigDecimal.valueOf(200_000_000);

    /** Where what names no place is under {@code 飓风重创美国东海岸}. */
    private static final Where ABROAD = new Where(Gazetteer.ABROAD, "", "headline", false);

    private final Tools tools;
    private final Page page;
    private final Article article;
    private final LocalDate published;
    private final Trace trace;
    private final List<Draft> drafts = new ArrayList<>();

    private @Nullable LocalDate dateline;
    private @Nullable LocalDate lastDay;

    /** What all articles are read with. */
    record Tools(
            Catalogue catalogue,
            ClaimReader claims,
            DayFinder days,
            Owners owners,
            PlaceFinder places,
            HomeBodies bodies,
            Stories stories) {}

    /** The drafts of an article and what is known of it. */
    record Read(List<Draft> drafts, Extraction.ArticleContext context) {}

    ArticleReader(Tools tools, Page page, Article article, Trace trace) {
        this.tools = tools;
        this.page = page;
        this.article = article;
        this.trace = trace;
        this.published = LocalDate.ofEpochDay(page.published());
    }

    Read read() {
        List<Paragraph> body = new ArrayList<>();
        List<Paragraph> heads = new ArrayList<>();
        for (Paragraph paragraph : article.paragraphs()) {
            switch (paragraph.role()) {
                case BODY, SECTION -> body.add(paragraph);
                case KICKER, HEADLINE, SUBHEAD -> heads.add(paragraph);
                case BYLINE, JUMP -> {
                    // who wrote it, where it goes on
                }
            }
        }
        dateline = dateline(body);
        dateline = dateline == null ? dayOfHeads(heads) : dateline;
        Where headline = headline(heads, places());
        Subject subject = new Subject(tools.owners(), headline);
        PlaceReader places = places();
        boolean briefs = heads.stream()
                .anyMatch(head -> tools.stories().areBriefs(head.text().toString()));
        boolean headed = false;
        for (Paragraph paragraph : body) {
            boolean section = paragraph.role() == Role.SECTION;
            String text = paragraph.text().toString();
            if (briefs && (section || (!headed && tools.stories().isLead(text)))) {
                subject.report(tools.stories().areAbroad(text) ? ABROAD : headline);
            } else if (section && !briefs) {
                subject.section();
            }
            headed = section;
            paragraph(paragraph, places, subject, false);
        }
        Where ofBody = subject.first();
        Subject ofHeads = new Subject(tools.owners(), headline != null ? headline : ofBody);
        PlaceReader again = places();
        for (Paragraph paragraph : heads) {
            paragraph(paragraph, again, ofHeads, true);
        }
        int region = region(heads, body, headline, ofBody);
        int day = dateline == null ? Integer.MIN_VALUE : (int) dateline.toEpochDay();
        return new Read(Retold.mark(drafts), new Extraction.ArticleContext(Math.max(region, 0), day));
    }

    private PlaceReader places() {
        return new PlaceReader(tools.places(), page.home());
    }

    /** What an article is about: the headline's place, else that of the body; the home where its own bodies come first. */
    private int region(List<Paragraph> heads, List<Paragraph> body, @Nullable Where headline, @Nullable Where ofBody) {
        boolean headed = headline != null && headline.region() != page.home();
        if (headline != null && headed) {
            return headline.region();
        }
        boolean ours =
                heads.stream().anyMatch(head -> tools.bodies().begin(head.text().toString()));
        boolean lead = body.stream()
                .limit(1)
                .flatMap(paragraph -> Sentences.of(paragraph.text()).stream().limit(1))
                .anyMatch(sentence -> tools.bodies().begin(sentence.toString()));
        return ofBody == null || ours || lead ? page.home() : ofBody.region();
    }

    private @Nullable Where headline(List<Paragraph> heads, PlaceReader places) {
        Where found = null;
        for (Paragraph paragraph : heads) {
            String text = paragraph.text().toString();
            List<Spot> all = places.next(text);
            List<Spot> spots = tools.owners().candidates(text, all);
            Where institution = spots.isEmpty() ? tools.owners().institution(all) : null;
            if (found == null && spots.isEmpty() && tools.stories().areAbroad(text)) {
                found = ABROAD;
            }
            if (institution != null && found == null) {
                found = new Where(institution.region(), institution.place(), "headline", false);
            }
            if (!spots.isEmpty() && (found == null || paragraph.role() == Role.HEADLINE)) {
                Where where = Owners.where(spots.get(0));
                found = new Where(where.region(), where.place(), "headline", false);
            }
        }
        return found;
    }

    /** The day behind 本报讯, or the last of the lead where that is later. */
    private @Nullable LocalDate dateline(List<Paragraph> body) {
        boolean lead = true;
        for (Paragraph paragraph : body) {
            if (paragraph.role() == Role.BODY) {
                LocalDate day = latest(daysOf(Sentences.of(paragraph.text())).stream()
                        .filter(this::isRecent)
                        .toList());
                boolean report = lead || paragraph.text().toString().startsWith("本报");
                if (report && day != null) {
                    return day;
                }
                lead = false;
            }
        }
        return null;
    }

    /** {@code 1923年} in the lead of a story is no day on which it was written. */
    private boolean isRecent(LocalDate day) {
        return day.isAfter(published.minusDays(LONGEST_IN_PRESS));
    }

    /** {@code （截至12月3日）} under the headline. */
    private @Nullable LocalDate dayOfHeads(List<Paragraph> heads) {
        List<LocalDate> days = new ArrayList<>();
        heads.forEach(head -> days.addAll(daysOf(Sentences.of(head.text()))));
        return latest(days);
    }

    private List<LocalDate> daysOf(List<CleanText> sentences) {
        return named(sentences).stream().flatMap(days -> days.days().stream()).toList();
    }

    private List<Days> named(List<CleanText> sentences) {
        List<Days> named = new ArrayList<>();
        LocalDate last = lastDay;
        for (CleanText sentence : sentences) {
            Days days = tools.days().find(sentence.toString(), published, last);
            named.add(days);
            last = days.days().isEmpty() ? last : days.days().get(days.days().size() - 1);
        }
        return named;
    }

    private static @Nullable LocalDate latest(List<LocalDate> days) {
        LocalDate latest = null;
        for (LocalDate day : days) {
            latest = latest == null || day.isAfter(latest) ? day : latest;
        }
        return latest;
    }

    private void paragraph(Paragraph paragraph, PlaceReader places, Subject subject, boolean headline) {
        List<CleanText> sentences = Sentences.of(paragraph.text());
        List<Days> named = named(sentences);
        LocalDate ofParagraph =
                latest(named.stream().flatMap(days -> days.days().stream()).toList());
        Shared shared = Shared.NOTHING;
        for (int i = 0; i < sentences.size(); i++) {
            CleanText sentence = sentences.get(i);
            String text = sentence.toString();
            trace.at(article.index(), sentence);
            List<Spot> spots = places.next(text);
            Result result = tools.claims().read(text, spots, shared, trace);
            shared = result.shared();
            Days days = named.get(i);
            LocalDate day = day(days, ofParagraph);
            for (Claim claim : result.claims()) {
                if (isPlanned(days, claim)) {
                    trace.none(claim.quantity().numeral(), "target: a day after the day of publication");
                    continue;
                }
                List<Where> owners = tools.owners().of(text, spots, claim, result.claims());
                String told = text.substring(0, claim.quantity().start());
                int end = Math.max(claim.quantity().end(), claim.phrase().end());
                boolean foreign = tools.stories()
                        .countsAbroad(text.substring(claim.quantity().end(), end));
                if (foreign || (owners.isEmpty() && !headline && tools.stories().areAbroad(told))) {
                    trace.none(claim.quantity().numeral(), "abroad");
                    continue;
                }
                if (owners.isEmpty()
                        && tools.stories().ofOne(text, claim.quantity().start())) {
                    trace.none(claim.quantity().numeral(), "story: of one person");
                    continue;
                }
                for (Where where : owners.isEmpty() ? List.of(fallback(claim, subject, headline)) : owners) {
                    draft(paragraph, sentence, claim, where, day, headline);
                }
            }
            if (!headline) {
                subject.sentence(text, spots, result.claims());
            }
            lastDay = days.days().isEmpty()
                    ? lastDay
                    : days.days().get(days.days().size() - 1);
        }
    }

    /** What stands behind {@code 到2020年} is still to come; the size of a project counts, planned or not. */
    private static boolean isPlanned(Days days, Claim claim) {
        return days.planned() >= 0
                && claim.quantity().start() >= days.planned()
                && !claim.phrase().metrics().contains("investment");
    }

    /** Null stands for the day of publication. */
    private @Nullable LocalDate day(Days days, @Nullable LocalDate ofParagraph) {
        LocalDate own = latest(days.days());
        if (own != null) {
            return own;
        }
        return days.now() || ofParagraph == null ? dateline : ofParagraph;
    }

    /** Whose a figure is where its sentence does not say; more persons than any province has are the country's. */
    private Where fallback(Claim claim, Subject subject, boolean headline) {
        boolean persons = claim.phrase().metrics().stream()
                .anyMatch(
                        id -> tools.catalogue().metric(id).orElseThrow().unit().equals("person"));
        Where known = inherited(subject, headline);
        boolean more = claim.quantity().numeral().value().compareTo(LARGEST_PROVINCE) > 0;
        return persons && more && known.region() != Gazetteer.ABROAD
                ? new Where(Gazetteer.COUNTRY, "", "home", false)
                : known;
    }

    private static String why(Where known, boolean headline) {
        boolean said = known.why().equals(Why.DATELINE.label()) || known.why().equals(Why.HEADLINE.label());
        return headline ? Why.HEADLINE.label() : said ? known.why() : Why.SUBJECT.label();
    }

    private Where inherited(Subject subject, boolean headline) {
        Where known = subject.now();
        if (known != null) {
            return new Where(known.region(), headline ? "" : known.place(), why(known, headline), false);
        }
        return new Where(page.home(), "", page.home() == 0 ? "" : "home", false);
    }

    /** Those of the metrics that a paragraph can speak of, sorted: not 确诊病例 where they are of 禽流感. */
    private List<String> meant(Set<String> metrics, String paragraph) {
        return metrics.stream()
                .filter(metric -> tools.catalogue().metric(metric).orElseThrow().unless().stream()
                        .noneMatch(paragraph::contains))
                .sorted()
                .toList();
    }

    private void draft(
            Paragraph paragraph,
            CleanText sentence,
            Claim claim,
            Where where,
            @Nullable LocalDate day,
            boolean headline) {
        Quantity quantity = claim.quantity();
        Phrase phrase = claim.phrase();
        if (where.region() == Gazetteer.ABROAD) {
            trace.none(quantity.numeral(), "abroad");
            return;
        }
        List<String> metrics = meant(phrase.metrics(), paragraph.text().toString());
        if (metrics.isEmpty()) {
            trace.none(quantity.numeral(), "its paragraph is about something else (unless)");
        }
        int from = Math.min(phrase.start(), quantity.start());
        int to = Math.max(phrase.end(), quantity.end());
        for (String metric : metrics) {
            drafts.add(new Draft(
                    article.index(),
                    sentence,
                    metric,
                    value(metric, quantity),
                    quantity.modifier(),
                    where,
                    claim.scope(),
                    (int) (day == null ? published : day).toEpochDay(),
                    day != null,
                    from,
                    to,
                    phrase.rule(),
                    headline,
                    where.region() == 0 ? Fate.UNPLACED : Fate.COUNTED));
        }
    }

    private BigDecimal value(String metric, Quantity quantity) {
        BigDecimal factor = tools.catalogue()
                .metric(metric)
                .map(known -> known.units().getOrDefault(quantity.measure(), BigDecimal.ONE))
                .orElse(BigDecimal.ONE);
        BigDecimal value = quantity.numeral().value().multiply(factor).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}

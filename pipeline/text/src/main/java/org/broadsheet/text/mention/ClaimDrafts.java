package org.broadsheet.text.mention;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.metric.Metric;
import org.broadsheet.text.number.Lexicon;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Why;
import org.jspecify.annotations.Nullable;

/** Makes the drafts of an article of its claims, one for each metric. Used once, by one thread. */
final class ClaimDrafts {
    /** By unit, more than any province has. */
    private static final Map<String, BigDecimal> LARGEST = Lexicon.rows(ClaimDrafts.class, "largest.tsv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> new BigDecimal(row.get(1))));

    private static final Capacity CAPACITY = new Capacity();

    private final Catalogue catalogue;
    private final Page page;
    private final int article;
    private final Supplier<@Nullable Where> headline;
    private final Trace trace;
    private final List<Draft> drafts = new ArrayList<>();

    /** @param headline where the headline says the article is; null where it says nothing */
    ClaimDrafts(Catalogue catalogue, Page page, int article, Supplier<@Nullable Where> headline, Trace trace) {
        this.headline = headline;
        this.catalogue = catalogue;
        this.page = page;
        this.article = article;
        this.trace = trace;
    }

    /** A claim and where it stands. */
    record Stated(Paragraph paragraph, CleanText sentence, Claim claim, boolean headline) {}

    List<Draft> all() {
        return drafts;
    }

    /** @param day null for the day of publication */
    void add(Stated stated, Where where, @Nullable LocalDate day) {
        Quantity quantity = stated.claim().quantity();
        Phrase phrase = stated.claim().phrase();
        if (where.region() == Gazetteer.ABROAD) {
            trace.none(quantity.numeral(), "abroad");
            return;
        }
        List<String> metrics = meant(phrase.metrics(), stated.paragraph());
        if (metrics.isEmpty()) {
            trace.none(quantity.numeral(), "its paragraph is about something else (unless)");
        }
        for (String metric : metrics) {
            BigDecimal value = value(metric, quantity);
            Where holding = CAPACITY.holding(where, metric(metric), value, page.home(), headline);
            if (holding.region() == Gazetteer.ABROAD) {
                trace.none(quantity.numeral(), "abroad: more than the country has");
                continue;
            }
            drafts.add(new Draft(
                    article,
                    stated.sentence(),
                    metric,
                    value,
                    quantity.modifier(),
                    holding,
                    stated.claim().scope(),
                    day == null ? page.published() : (int) day.toEpochDay(),
                    day != null,
                    Math.min(phrase.start(), quantity.start()),
                    Math.max(phrase.end(), quantity.end()),
                    phrase.rule(),
                    stated.headline(),
                    holding.region() == 0 ? Fate.UNPLACED : Fate.COUNTED));
        }
    }

    /**
     * Whose a figure is where its sentence does not say; more of them than any province has are the country's.
     *
     * @param known what the sentences before are about; null where none says
     */
    Where fallback(Claim claim, @Nullable Where known, boolean headline) {
        Where inherited = known == null
                ? new Where(page.home(), "", page.home() == 0 ? "" : "home", false)
                : new Where(known.region(), headline ? "" : known.place(), why(known, headline), false);
        BigDecimal value = claim.quantity().numeral().value();
        boolean more = claim.phrase().metrics().stream()
                .map(id -> LARGEST.get(metric(id).unit()))
                .anyMatch(largest -> largest != null && value.compareTo(largest) > 0);
        return more && inherited.region() != Gazetteer.ABROAD
                ? new Where(Gazetteer.COUNTRY, "", "home", false)
                : inherited;
    }

    private static String why(Where known, boolean headline) {
        boolean said = known.why().equals(Why.DATELINE.label()) || known.why().equals(Why.HEADLINE.label());
        return headline ? Why.HEADLINE.label() : said ? known.why() : Why.SUBJECT.label();
    }

    /** Those of the metrics that a paragraph can speak of, sorted: not 确诊病例 where they are of 禽流感. */
    private List<String> meant(Set<String> metrics, Paragraph paragraph) {
        List<String> meant = new ArrayList<>(metrics.size());
        for (String id : metrics) {
            if (!holds(paragraph.text().toString(), metric(id).unless())) {
                meant.add(id);
            }
        }
        Collections.sort(meant);
        return meant;
    }

    private static boolean holds(String text, Collection<String> words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private Metric metric(String id) {
        return catalogue.metric(id).orElseThrow();
    }

    private BigDecimal value(String metric, Quantity quantity) {
        BigDecimal factor = metric(metric).units().getOrDefault(quantity.measure(), BigDecimal.ONE);
        BigDecimal value = quantity.numeral().value().multiply(factor).stripTrailingZeros();
        return value.scale() < 0 ? value.setScale(0) : value;
    }
}

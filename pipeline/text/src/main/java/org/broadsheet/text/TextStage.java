package org.broadsheet.text;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.fact.CorrectedMentions;
import org.broadsheet.text.fact.Element;
import org.broadsheet.text.fact.PageElementReader;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.mention.Explanation;
import org.broadsheet.text.mention.Extraction;
import org.broadsheet.text.mention.Extractor;
import org.broadsheet.text.mention.Mention;
import org.broadsheet.text.page.ClosedYears;
import org.broadsheet.text.page.Correction;
import org.broadsheet.text.page.DeadLetter;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;
import org.broadsheet.text.page.PageReader;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reading;
import org.broadsheet.text.page.Reason;
import org.broadsheet.text.page.Stage;
import org.broadsheet.text.place.PlaceFinder;
import org.jspecify.annotations.Nullable;

/**
 * The text stage: read, clean, deduplicate and extract one page at a time. {@code …795个检测采样点…} in a page of
 * 太原晚报 becomes an element of {@code test_sites} in 140106.
 *
 * <p>Thread-safe; a function of the record and the rules. No record makes it throw: a fault of ours is a dead letter
 * with the reason {@code bug}.
 */
public final class TextStage {
    /** How much of a page's text is kept beside its mentions. */
    public enum Evidence {
        /** The sentences with a mention. */
        SENTENCES,
        /** The clean text of the articles, too. */
        ARTICLES
    }

    private static final int LONGEST_DETAIL = 200;

    private final PageReader reader;
    private final PageCleaner cleaner;
    private final Extractor extractor;
    private final Evidence evidence;
    private final ClosedYears closed;
    private final String version;

    private TextStage(TextRules rules, Evidence evidence, ClosedYears closed) {
        this.reader = new PageReader(rules.papers());
        this.cleaner = new PageCleaner();
        this.extractor = new Extractor(rules.catalogue(), rules.gazetteer());
        this.evidence = evidence;
        this.closed = closed;
        this.version = rules.version();
    }

    /** A text stage by these rules; takes about a second. */
    public static TextStage open(TextRules rules, Evidence evidence) {
        return open(rules, evidence, ClosedYears.NONE);
    }

    /** One that refuses pages of closed years. */
    public static TextStage open(TextRules rules, Evidence evidence, ClosedYears closed) {
        return new TextStage(rules, evidence, closed);
    }

    /** Reads a record. */
    public Reading read(RawPage raw) {
        return reader.read(raw);
    }

    /** Splits a page into articles and removes what is repeated. */
    public CleanPage clean(Page page) {
        return cleaner.clean(page);
    }

    /** Extracts the mentions of a clean page. */
    public Extraction extract(Page page, CleanPage clean) {
        return extractor.extract(page, clean);
    }

    /** Where and when each article of a clean page stands, by its index. */
    public List<Extraction.ArticleContext> contexts(Page page, CleanPage clean) {
        return extractor.contexts(page, clean);
    }

    /** What finds the places, and the divisions they lie in. */
    public PlaceFinder places() {
        return extractor.places();
    }

    /** Why each number of a clean page is a mention or none. */
    public List<Explanation> explain(Page page, CleanPage clean) {
        return extractor.explain(page, clean);
    }

    /** Does it all. */
    public Worked work(RawPage raw) {
        Stage stage = Stage.READ;
        try {
            Reading reading = read(raw);
            if (reading instanceof Reading.Rejected rejected) {
                return refused(raw, rejected.stage(), rejected.reason(), rejected.detail());
            }
            if (reading instanceof Reading.Withdrawn withdrawn) {
                return withdraw(raw, withdrawn);
            }
            Page page = ((Reading.Read) reading).page();
            int day = PageReader.earliestDay(page.id().key(), page.published());
            if (closed.holds(day)) {
                return refused(raw, stage, Reason.CLOSED, LocalDate.ofEpochDay(day) + ": " + told(closed));
            }
            stage = Stage.CLEAN;
            CleanPage clean = clean(page);
            stage = Stage.EXTRACT;
            return accepted(page, day, clean, extract(page, clean));
        } catch (RuntimeException | StackOverflowError bug) {
            return refused(raw, stage, Reason.BUG, bug.toString());
        }
    }

    private Worked.Refused refused(RawPage raw, Stage stage, Reason reason, String detail) {
        String shortened = detail.length() <= LONGEST_DETAIL ? detail : detail.substring(0, LONGEST_DETAIL);
        return new Worked.Refused(new DeadLetter(raw, stage, reason, shortened, version));
    }

    private Reference reference(PageId id) {
        return Reference.of(id.key(), Long.toString(id.revision()), id.content(), version);
    }

    /** A withdrawal that says no day might be of a frozen page, and is refused, too. */
    private Worked withdraw(RawPage raw, Reading.Withdrawn withdrawn) {
        boolean dated = withdrawn.day() != Reading.Withdrawn.NO_DAY;
        if (closed.holds(withdrawn.day())) {
            return refused(raw, Stage.READ, Reason.CLOSED, LocalDate.ofEpochDay(withdrawn.day()) + ": " + told(closed));
        }
        if (!dated && !closed.equals(ClosedYears.NONE)) {
            return refused(
                    raw,
                    Stage.READ,
                    Reason.CLOSED,
                    "a withdrawal that says no day (header published), and " + told(closed));
        }
        return withdrawn(withdrawn.id(), withdrawn.day());
    }

    private static String told(ClosedYears closed) {
        return "the years up to " + closed.lastYear() + " are closed";
    }

    private Worked.Accepted withdrawn(PageId id, int day) {
        PageRow row = new PageRow(
                reference(id),
                id,
                true,
                "",
                0,
                0,
                "",
                List.of(),
                version,
                0,
                0,
                0,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
        return new Worked.Accepted(new PageElements(id, day, List.of()), row);
    }

    private Worked.Accepted accepted(Page page, int day, CleanPage clean, Extraction extraction) {
        Reference reference = reference(page.id());
        CorrectedMentions mentions = CorrectedMentions.of(extraction.mentions(), page.corrections());
        PageRow row = new PageRow(
                reference,
                page.id(),
                false,
                page.source(),
                page.published(),
                page.home(),
                page.url(),
                page.inferred(),
                version,
                clean.paragraphs(),
                clean.kept(),
                clean.repeated(),
                clean.repeats(),
                clean.articles().stream()
                        .map(article -> articleRow(article, extraction))
                        .toList(),
                extraction.sentences(),
                mentions.read().stream()
                        .map(mention -> text(mention, mentions.applied().get(mention.number())))
                        .toList(),
                mentions.corrections().stream()
                        .map(aim -> new PageRow.CorrectionRow(aim.correction(), aim.numbers()))
                        .toList());
        List<Element> elements = mentions.elements(new PageElementReader(reference, page, clean.articles()));
        return new Worked.Accepted(new PageElements(page.id(), day, elements), row);
    }

    private static PageRow.MentionText text(Mention mention, @Nullable Correction correction) {
        return new PageRow.MentionText(
                mention.article(),
                mention.sentence(),
                mention.start(),
                mention.end(),
                mention.quote(),
                mention.rule(),
                mention.regionWhy(),
                correction == null ? null : mention.value(),
                correction);
    }

    private PageRow.ArticleRow articleRow(Article article, Extraction extraction) {
        StringBuilder text = new StringBuilder();
        if (evidence == Evidence.ARTICLES) {
            for (Paragraph paragraph : article.paragraphs()) {
                text.append(text.isEmpty() ? "" : "\n").append(paragraph.text());
            }
        }
        return new PageRow.ArticleRow(
                article.index(),
                article.kind().name().toLowerCase(Locale.ROOT),
                article.text(Role.HEADLINE),
                extraction.articles().get(article.index()).region(),
                text.toString());
    }
}

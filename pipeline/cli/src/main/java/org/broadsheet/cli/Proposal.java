package org.broadsheet.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.fact.CorrectedMentions;
import org.broadsheet.text.mention.Mention;
import org.broadsheet.text.page.Correction;
import org.broadsheet.text.page.Corrections;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;
import org.broadsheet.text.page.RawPage;
import org.jspecify.annotations.Nullable;

/**
 * A page as it is, and as it will be: {@code 795个检测采样点} of 太原晚报/2022-11-22/003 is 705.
 *
 * @param about the mentions that are corrected; none where a correction is undone that was about none
 */
record Proposal(FoundPage before, FoundPage after, List<Mention> about) {
    /**
     * What a person says.
     *
     * @param undo whether a correction is taken back
     * @param value null: the mention is dropped, or the correction undone
     */
    record Saying(boolean undo, @Nullable BigDecimal value, String why) {}

    /** Of the mention of a number. */
    static Proposal byNumber(FoundPage page, int number, Saying saying) {
        List<Mention> mentions = page.mentions().read();
        if (number >= mentions.size()) {
            throw new PlainFault("The page " + page.key() + " has " + mentions.size()
                    + " mentions by these rules, numbered from 0:" + listed(page, mentions));
        }
        Mention mention = mentions.get(number);
        if (saying.undo()) {
            Correction undone = page.correction(mention);
            if (undone == null) {
                throw new PlainFault("Nobody has corrected " + page.line(mention));
            }
            return undoing(page, undone);
        }
        boolean twice = mentions.stream()
                .anyMatch(other -> other.quote().equals(mention.quote()) && other.start() != mention.start());
        Correction correction = new Correction(
                mention.quote(),
                twice ? mention.start() : Correction.ANYWHERE,
                mention.metric(),
                saying.value(),
                saying.why());
        return of(page, page.page().corrections().with(correction), correction);
    }

    /** Of the mention of these words. */
    static Proposal byQuote(FoundPage page, Correction aim, Saying saying) {
        if (saying.undo()) {
            return undoing(page, inForce(page, aim));
        }
        List<Mention> meant = about(page, aim);
        if (meant.isEmpty()) {
            throw new PlainFault("The page " + page.key() + " has no mention " + aim.quote() + " by these rules"
                    + (page.mentions().read().isEmpty()
                            ? "."
                            : ", but:" + listed(page, page.mentions().read())));
        }
        if (meant.stream().mapToInt(Mention::start).distinct().count() > 1) {
            throw new PlainFault("The words " + aim.quote()
                    + " are there more than once: name the number of the one that is meant, or --start:"
                    + listed(page, meant));
        }
        Correction correction = new Correction(aim.quote(), aim.start(), aim.metric(), saying.value(), saying.why());
        return of(page, page.page().corrections().with(correction), correction);
    }

    private static Correction inForce(FoundPage page, Correction aim) {
        List<Correction> found = page.page().corrections().list().stream()
                .filter(one -> one.quote().equals(aim.quote())
                        && (aim.start() == Correction.ANYWHERE || aim.start() == one.start())
                        && (aim.metric().isEmpty() || aim.metric().equals(one.metric())))
                .toList();
        if (found.isEmpty()) {
            throw new PlainFault("Nobody has corrected " + aim.quote() + " in " + page.key() + ".");
        }
        if (found.size() > 1) {
            throw new PlainFault("There are " + found.size() + " corrections of " + aim.quote() + " in " + page.key()
                    + ": name the number of the mention, or --start and --metric.");
        }
        return found.get(0);
    }

    private static Proposal undoing(FoundPage page, Correction undone) {
        return of(page, page.page().corrections().without(undone), undone);
    }

    private static Proposal of(FoundPage page, Corrections corrections, Correction aim) {
        List<Header> headers = new ArrayList<>(page.raw().headers());
        headers.removeIf(header -> header.name().equals(Corrections.HEADER));
        headers.add(corrections.header());
        RawPage raw = new RawPage("", 0, 0, page.raw().key(), page.raw().value(), List.copyOf(headers));
        Page old = page.page();
        PageId id = new PageId(old.id().key(), old.id().revision(), corrections.made(), "");
        Page corrected = new Page(
                id, old.source(), old.published(), old.home(), old.url(), old.inferred(), old.text(), corrections);
        return new Proposal(page, page.correctedBy(raw, corrected), about(page, aim));
    }

    private static List<Mention> about(FoundPage page, Correction aim) {
        Corrections alone = new Corrections(1, List.of(aim));
        List<Mention> all = page.mentions().read();
        List<Integer> numbers =
                CorrectedMentions.of(all, alone).corrections().get(0).numbers();
        return numbers.stream().map(all::get).toList();
    }

    /** Whether other corrections are in force afterwards. */
    boolean changesAnything() {
        return !before.page()
                .corrections()
                .list()
                .equals(after.page().corrections().list());
    }

    /** What changes, a line each; and corrections that are about nothing. */
    String description() {
        StringBuilder lines = new StringBuilder();
        for (Mention mention : about) {
            lines.append(before.line(mention)).append('\n');
            lines.append("    ").append(standing(before, mention)).append(" → ").append(standing(after, mention));
            lines.append('\n');
        }
        for (CorrectedMentions.Aim aim : after.mentions().corrections()) {
            if (aim.numbers().isEmpty()) {
                lines.append("unmatched: the page has no mention ")
                        .append(aim.correction().quote())
                        .append(" by these rules any more (")
                        .append(aim.correction().why())
                        .append(")\n");
            }
        }
        int inForce = after.page().corrections().list().size();
        return lines.append(inForce)
                .append(inForce == 1 ? " correction" : " corrections")
                .append(" of ")
                .append(before.key())
                .append(" in force then.\n")
                .toString();
    }

    private static String standing(FoundPage page, Mention mention) {
        Correction correction = page.correction(mention);
        Mention holds = page.mentions().holding().get(mention.number());
        String value = correction != null && correction.drops()
                ? ""
                : " " + holds.value().toPlainString();
        return holds.fate().label() + value + (correction == null ? "" : " (" + correction.why() + ")");
    }

    private static String listed(FoundPage page, List<Mention> mentions) {
        StringBuilder lines = new StringBuilder();
        mentions.forEach(mention -> lines.append("\n  ").append(page.line(mention)));
        return lines.toString();
    }
}

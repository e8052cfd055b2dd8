package org.broadsheet.text.fact;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Objects;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;

/**
 * What {@code merge-reports} keeps of a mention of one claim: 太原晚报 of 22 November 2022, page 003, 桃园街道.
 *
 * @param page reference of its page
 * @param number place in the page, from 0
 * @param weight the sum of what put it in and took it out; never zero
 * @param words what it says; null where only what takes it out has come
 */
record Report(
        Reference page, int number, int weight, @Nullable Words words) implements Comparable<Report> {
    private static final int HAS_WORDS = 1;
    private static final int DAY_STATED = 2;
    private static final int KEY_FOLLOWS_PAPER = 4;
    private static final int MODIFIER_SHIFT = 3;
    private static final int FATE_SHIFT = 5;

    /**
     * What a mention says beside its claim.
     *
     * @param day in epoch days
     * @param fate what extraction says of it; {@code CLOSED} where its row is frozen
     */
    record Words(
            String pageKey,
            String paper,
            int published,
            String place,
            Modifier modifier,
            int day,
            boolean dayStated,
            Signature signature,
            Fate fate) {
        /** Who reports: the paper, or the page where nobody named one. */
        String reporter() {
            return paper.isEmpty() ? "page " + pageKey : "paper " + paper;
        }

        FactKey factKey() {
            return new FactKey(place, modifier, day);
        }
    }

    /** This report with one change more; of weight 0 where nothing is left. */
    Report plus(ElementChange change) {
        Element element = change.element();
        return new Report(page, number, weight + change.weight(), element == null ? words : words(element));
    }

    /** A report of which nothing has come yet. */
    static Report opening(ElementChange change) {
        return new Report(change.page(), change.number(), 0, null);
    }

    private static Words words(Element element) {
        return new Words(
                element.pageKey(),
                element.paper(),
                element.published(),
                element.place(),
                element.modifier(),
                element.day(),
                element.dayStated(),
                element.signature(),
                element.fate());
    }

    /** Whether it is there: put in more often than taken out. */
    boolean isPresent() {
        return weight > 0;
    }

    /** Whether it is there and reports a fact. */
    boolean counts() {
        return isPresent() && said().fate() == Fate.COUNTED;
    }

    /** Whether its row stays as it is, since its page or its fact is of a closed year. */
    boolean isFrozen() {
        return isPresent() && said().fate() == Fate.CLOSED;
    }

    /** Whether it is there and may have reprints: it reports a fact, or its row is frozen. */
    boolean stands() {
        return counts() || isFrozen();
    }

    /** This, frozen. */
    Report frozen() {
        Words held = said();
        return new Report(
                page,
                number,
                weight,
                new Words(
                        held.pageKey(),
                        held.paper(),
                        held.published(),
                        held.place(),
                        held.modifier(),
                        held.day(),
                        held.dayStated(),
                        held.signature(),
                        Fate.CLOSED));
    }

    /** This, of weight 0: nothing is left. */
    Report gone() {
        return new Report(page, number, 0, words);
    }

    /**
     * What is kept of it when years are closed: of a page of these years only what a later page may still reprint, and that
     * frozen; of later pages all, frozen where it reports a fact of these years; null where nothing is.
     *
     * @param fact what it reported so far; null where nothing, or one of a year closed before
     */
    @Nullable
    Report closing(@Nullable FactKey fact, ClosedYears closed) {
        if (!isPresent()) {
            return this;
        }
        Words held = said();
        if (closed.holds(held.published())) {
            boolean reprintable =
                    stands() && held.signature().isKnown() && !closed.holds(held.published() + ReprintRule.DAYS);
            return reprintable ? frozen() : null;
        }
        return fact != null && closed.holds(fact.day()) ? frozen() : this;
    }

    /** What it says; it must be there. */
    Words said() {
        return Objects.requireNonNull(words, "a mention that is there says something");
    }

    /** Whether this is a reprint of the other, as far as the two of them can tell. */
    boolean isReprintOf(Report other) {
        return ReprintRule.isReprint(said(), other.said());
    }

    /** In the order of print: by (published, page key, page, number). Nothing asks which arrived first. */
    @Override
    public int compareTo(Report other) {
        int byDay = Integer.compare(said().published(), other.said().published());
        if (byDay != 0) {
            return byDay;
        }
        int byKey = compare(said().pageKey(), other.said().pageKey());
        if (byKey != 0) {
            return byKey;
        }
        int byPage = page.compareTo(other.page);
        return byPage != 0 ? byPage : Integer.compare(number, other.number);
    }

    /** By code points, as the database does. */
    private static int compare(String one, String other) {
        return one.equals(other)
                ? 0
                : Arrays.compareUnsigned(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    void write(PackedWriter out) {
        out.reference(page).number(number).signed(weight);
        if (words == null) {
            out.number(0);
            return;
        }
        String beginning = beginning(words.paper(), words.published());
        boolean follows = !words.paper().isEmpty() && words.pageKey().startsWith(beginning);
        out.number(HAS_WORDS
                | (words.dayStated() ? DAY_STATED : 0)
                | (follows ? KEY_FOLLOWS_PAPER : 0)
                | (StateCodes.of(words.modifier()) << MODIFIER_SHIFT)
                | (StateCodes.of(words.fate()) << FATE_SHIFT));
        out.signed(words.published()).text(words.paper());
        out.text(follows ? words.pageKey().substring(beginning.length()) : words.pageKey());
        out.text(words.place()).signed((long) words.published() - words.day());
        Signature signature = words.signature();
        if (isSigned(words.fate())) {
            out.whole(signature.high()).whole(signature.low()).whole(signature.numbers());
        }
    }

    static Report read(PackedReader in) {
        Reference page = in.reference();
        int number = in.small();
        int weight = (int) in.signed();
        int flags = in.small();
        return new Report(page, number, weight, flags == 0 ? null : readWords(flags, in));
    }

    private static Words readWords(int flags, PackedReader in) {
        int published = (int) in.signed();
        String paper = in.text();
        String key = in.text();
        boolean follows = (flags & KEY_FOLLOWS_PAPER) != 0;
        String place = in.text();
        int day = (int) (published - in.signed());
        Fate fate = StateCodes.fate(flags >> FATE_SHIFT);
        return new Words(
                follows ? beginning(paper, published) + key : key,
                paper,
                published,
                place,
                StateCodes.modifier((flags >> MODIFIER_SHIFT) & 3),
                day,
                (flags & DAY_STATED) != 0,
                isSigned(fate) ? new Signature(in.whole(), in.whole(), in.whole()) : Signature.NONE,
                fate);
    }

    /**
     * Whether a mention that was written down may be a reprint of another or its original, by day and signature; no name is
     * read, since most that are asked are neither.
     *
     * @param in at the beginning of what {@link #write} wrote
     */
    static boolean mayBeReprint(PackedReader in, Words other) {
        in.skipReference();
        in.small();
        in.signed();
        int flags = in.small();
        if (flags == 0 || !isSigned(StateCodes.fate(flags >> FATE_SHIFT))) {
            return false;
        }
        int published = (int) in.signed();
        in.skipText();
        in.skipText();
        in.skipText();
        in.signed();
        return ReprintRule.mayBeReprint(
                published, new Signature(in.whole(), in.whole(), in.whole()), other.published(), other.signature());
    }

    private static boolean isSigned(Fate fate) {
        return fate == Fate.COUNTED || fate == Fate.CLOSED;
    }

    private static String beginning(String paper, int published) {
        return paper + '/' + LocalDate.ofEpochDay(published) + '/';
    }
}

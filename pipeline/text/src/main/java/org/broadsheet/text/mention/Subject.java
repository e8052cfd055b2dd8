package org.broadsheet.text.mention;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import org.broadsheet.text.mention.Draft.Where;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Spot;
import org.broadsheet.text.place.Why;
import org.jspecify.annotations.Nullable;

/**
 * The place that sentences leave to those behind them: {@code 共设立12个采样点。} behind {@code 迎泽区今天部署。} is 迎泽区's.
 *
 * <p>Sentences are looked at only when a claim has no place of its own. One per article, not thread-safe.
 */
final class Subject {
    private static final String DATE = "0123456789０１２３４５６７８９年月日 ";
    /** What a wire's dateline ends in; without a day before it, it is electricity. */
    private static final String WIRE = "电";

    private static final List<String> DATED = List.of("讯", "消息", WIRE);
    private static final int LONGEST_DATELINE = 30;

    private final Owners owners;
    private final int home;
    private final Queue<Runnable> unlearnt = new ArrayDeque<>();
    private final Lazy<@Nullable Where> headline;
    private boolean begun;
    private @Nullable Where subject;
    private @Nullable Where first;

    /**
     * @param home six-digit code of the paper's home; bodies of the country are what a paper of the country writes about
     * @param headline the place of the headline; null where it names none
     */
    Subject(Owners owners, int home, Lazy<@Nullable Where> headline) {
        this.owners = owners;
        this.home = home;
        this.headline = headline;
    }

    /** A new part of the story is about the whole again. */
    void section() {
        unlearnt.add(() -> become(whole()));
    }

    /** Another report begins, of {@code where}: it has nothing to do with the one before. */
    void report(Lazy<@Nullable Where> where) {
        unlearnt.add(() -> become(where.get()));
    }

    /** The first place, or the headline's where the first is the country: {@code 我国以2020年11月1日零时为标准时点}. */
    private @Nullable Where whole() {
        Where named = first;
        boolean national = named == null || named.region() == Gazetteer.COUNTRY;
        return national && isHeaded() ? headline.get() : named;
    }

    private void become(@Nullable Where where) {
        begun = true;
        subject = where;
    }

    /** The next sentence of the body, and what it claims. */
    void sentence(CharSequence text, List<Spot> spots, List<Claim> claims) {
        unlearnt.add(() -> learn(text.toString(), spots, claims));
    }

    private void learn(String text, List<Spot> spots, List<Claim> claims) {
        List<Spot> able = owners.lasting(text, spots, claims);
        if (!able.isEmpty()) {
            boolean lead = first == null
                    && able.size() == 1
                    && isDateline(text, able.get(0).end());
            Where last = owners.subject(text, able);
            Where now = new Where(last.region(), last.place(), (lead ? Why.DATELINE : Why.SUBJECT).label(), false);
            first = first == null ? (lead ? now : opening(able)) : first;
            become(now);
            return;
        }
        Where opener = owners.opener(text, spots);
        if (opener != null) {
            become(opener);
        } else if (home == Gazetteer.COUNTRY && !isHeaded() && owners.isNational(text, spots)) {
            become(new Where(home, "", Why.SUBJECT.label(), false));
        }
    }

    /** The first of a sentence's places, a body of the province around the home left out: 省财政厅 is in no place of its own. */
    private @Nullable Where opening(List<Spot> able) {
        for (Spot spot : able) {
            if (spot.why() != Why.ANAPHOR || !Provinces.isWithin(home, spot.region())) {
                return Owners.where(spot);
            }
        }
        return null;
    }

    /** Whether the headline names another place than the country: a ministry's help for 鲁甸县 leaves the story there. */
    private boolean isHeaded() {
        Where head = headline.get();
        return head != null && head.region() != Gazetteer.COUNTRY;
    }

    /** Whether nothing but a date stands between a place and the word that opens a report: {@code 本报长沙8月9日讯}. */
    private static boolean isDateline(String text, int end) {
        int at = end;
        while (at < text.length() && DATE.indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        int opens = at;
        boolean dated = opens > end;
        return opens <= LONGEST_DATELINE
                && (DATED.stream().anyMatch(word -> text.startsWith(word, opens))
                        && (dated || !text.startsWith(WIRE, opens)));
    }

    /** The place behind all sentences so far; null where none is known. */
    @Nullable
    Where now() {
        while (!unlearnt.isEmpty()) {
            unlearnt.remove().run();
        }
        return begun ? subject : headline.get();
    }

    /** The first place of the body; null where it names none. */
    @Nullable
    Where first() {
        while (first == null && !unlearnt.isEmpty()) {
            unlearnt.remove().run();
        }
        return first;
    }
}

package org.broadsheet.generator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The facts that mentions report, in one go from all of them: by the rule of reprints, which compares pairs, and by the
 * equality of facts.
 */
public final class KnownFacts {
    private static final int LONGEST_BEFORE = 30;

    private final Map<Claim, List<KnownRow>> byClaim = new HashMap<>();
    private final List<KnownRow> rows = new ArrayList<>();
    private final List<KnownFact> facts = new ArrayList<>();

    /** What makes a fact. */
    public record Key(String metric, int region, String place, Span span, BigDecimal value, Bound bound, int day) {
        static Key of(KnownMention mention) {
            return new Key(
                    mention.metric(),
                    mention.region(),
                    mention.place(),
                    mention.span(),
                    mention.value(),
                    mention.bound(),
                    mention.day());
        }
    }

    /** What a reprint has in common with its original, its wording for one. */
    private record Claim(String metric, int region, Span span, BigDecimal value, long wording) {
        static Claim of(KnownMention mention) {
            return new Claim(mention.metric(), mention.region(), mention.span(), mention.value(), mention.wording());
        }
    }

    /** @param pages that hold */
    KnownFacts(List<Told.Printed> pages) {
        List<KnownRow> all = new ArrayList<>();
        for (Told.Printed page : pages) {
            for (int i = 0; i < page.mentions().size(); i++) {
                KnownMention mention = page.mentions().get(i);
                KnownRow row = new KnownRow(page, i, mention, mention.fate(), null);
                all.add(row);
                if (mention.fate() == Fate.COUNTED) {
                    byClaim.computeIfAbsent(Claim.of(mention), none -> new ArrayList<>())
                            .add(row);
                }
            }
        }
        all.forEach(row -> rows.add(decided(row)));
        Map<Key, List<KnownRow>> byFact = new HashMap<>();
        for (KnownRow row : rows) {
            if (row.fact() != null) {
                byFact.computeIfAbsent(row.fact(), none -> new ArrayList<>()).add(row);
            }
        }
        byFact.forEach((key, reports) -> facts.add(fact(key, reports)));
    }

    private KnownRow decided(KnownRow row) {
        if (row.fate() != Fate.COUNTED) {
            return row;
        }
        Optional<KnownRow> next = original(row);
        Fate fate = next.isPresent() ? Fate.REPRINTED : Fate.COUNTED;
        KnownRow origin = row;
        while (next.isPresent()) {
            origin = next.get();
            next = original(origin);
        }
        return new KnownRow(row.page(), row.number(), row.mention(), fate, Key.of(origin.mention()));
    }

    /** The smallest mention that this one reprints. */
    private Optional<KnownRow> original(KnownRow row) {
        if (row.mention().dayStated()) {
            return Optional.empty();
        }
        return byClaim.getOrDefault(Claim.of(row.mention()), List.of()).stream()
                .filter(other -> isReprint(row, other))
                .min(KnownRow::compareTo);
    }

    private static boolean isReprint(KnownRow row, KnownRow other) {
        int days = row.page().published() - other.page().published();
        return days > 0
                && days <= LONGEST_BEFORE
                && !row.page().source().equals(other.page().source())
                && !Retelling.contradict(row.mention().place(), other.mention().place());
    }

    private static KnownFact fact(Key key, List<KnownRow> reports) {
        Set<String> papers = new HashSet<>();
        int first = Integer.MAX_VALUE;
        int last = Integer.MIN_VALUE;
        for (KnownRow report : reports) {
            papers.add(report.page().source());
            first = Math.min(first, report.page().published());
            last = Math.max(last, report.page().published());
        }
        return new KnownFact(
                key.metric(),
                key.region(),
                key.place(),
                key.span(),
                key.value(),
                key.bound(),
                key.day(),
                papers.size(),
                reports.size(),
                first,
                last);
    }

    List<KnownRow> rows() {
        return rows;
    }

    List<KnownFact> facts() {
        return facts;
    }
}

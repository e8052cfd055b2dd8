package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.broadsheet.text.page.ClosedYears;
import org.jspecify.annotations.Nullable;

/**
 * A claim of few mentions, kept as one value: 795 test sites in 迎泽区, as two papers have it.
 *
 * @param claim what they claim; null where only what takes mentions out has come
 * @param reports the mentions with weights that are not zero
 */
record TogetherClaim(@Nullable Claim claim, List<Report> reports) {
    static final TogetherClaim NONE = new TogetherClaim(null, List.of());

    static TogetherClaim read(byte[] root) {
        PackedReader in = new PackedReader(root);
        Claim claim = in.number() == ClaimCells.UNSAID ? null : Claim.read(in);
        List<Report> reports = new ArrayList<>(2);
        while (!in.isAtEnd()) {
            reports.add(Report.read(in));
        }
        return new TogetherClaim(claim, reports);
    }

    byte[] toBytes() {
        PackedWriter out = new PackedWriter();
        if (claim == null) {
            out.number(ClaimCells.UNSAID);
        } else {
            claim.write(out.number(ClaimCells.TOGETHER));
        }
        reports.forEach(report -> report.write(out));
        return out.toBytes();
    }

    /** These mentions with one change of weight. */
    TogetherClaim plus(ElementChange change) {
        List<Report> after = new ArrayList<>(reports.size() + 1);
        Report changed = Report.opening(change);
        for (Report report : reports) {
            if (report.number() == change.number() && report.page().equals(change.page())) {
                changed = report;
            } else {
                after.add(report);
            }
        }
        changed = changed.plus(change);
        if (changed.weight() != 0) {
            after.add(changed);
        }
        Element element = change.element();
        return new TogetherClaim(element == null ? claim : element.claim(), after);
    }

    /** What follows where these become others by one change. */
    MergeReports.Outcome difference(TogetherClaim after, ElementChange change, ClosedYears closed) {
        Report before = find(change);
        Report now = after.find(change);
        boolean was = before != null && before.isPresent();
        boolean is = now != null && now.isPresent();
        if (was == is) {
            return MergeReports.Outcome.NOTHING;
        }
        Report changed = Objects.requireNonNull(is ? now : before);
        Claim common = Objects.requireNonNull(is ? after.claim : claim);
        if (!changed.stands()) {
            MentionRow row = is
                    ? common.row(changed, changed.said().fate(), null)
                    : new MentionRow(changed.page(), changed.number(), null);
            return new MergeReports.Outcome(List.of(row), List.of());
        }
        List<Standing> standings = standings(closed);
        List<Standing> following = after.standings(closed);
        return new MergeReports.Outcome(
                rows(common, standings, following, is ? null : changed), facts(common, standings, following));
    }

    /** What becomes of the mentions that stand, in the order of print. */
    List<Standing> standings(ClosedYears closed) {
        List<Report> standing = new ArrayList<>(reports.size());
        for (Report report : reports) {
            if (report.stands()) {
                standing.add(report);
            }
        }
        Collections.sort(standing);
        return Standing.of(standing, closed);
    }

    /** What is kept of these when more years are closed. */
    TogetherClaim closing(ClosedYears before, ClosedYears now) {
        Map<Report, FactKey> facts = new HashMap<>();
        for (Standing standing : standings(before)) {
            if (standing.fact() != null) {
                facts.put(standing.report(), standing.fact());
            }
        }
        List<Report> kept = new ArrayList<>(reports.size());
        for (Report report : reports) {
            Report left = report.closing(facts.get(report), now);
            if (left != null) {
                kept.add(left);
            }
        }
        return new TogetherClaim(claim, kept);
    }

    private @Nullable Report find(ElementChange change) {
        for (Report report : reports) {
            if (report.number() == change.number() && report.page().equals(change.page())) {
                return report;
            }
        }
        return null;
    }

    private static List<MentionRow> rows(
            Claim claim, List<Standing> before, List<Standing> after, @Nullable Report gone) {
        Map<Report, Standing> held = new HashMap<>();
        before.forEach(standing -> held.put(standing.report(), standing));
        List<MentionRow> rows = new ArrayList<>();
        for (Standing standing : after) {
            if (!standing.report().isFrozen() && !standing.isLike(held.get(standing.report()))) {
                rows.add(standing.row(claim));
            }
        }
        if (gone != null && !gone.isFrozen()) {
            rows.add(new MentionRow(gone.page(), gone.number(), null));
        }
        return rows;
    }

    private static List<FactChange> facts(Claim claim, List<Standing> before, List<Standing> after) {
        Map<FactKey, Fact> held = Standing.facts(claim, before);
        Map<FactKey, Fact> following = Standing.facts(claim, after);
        Set<FactKey> keys = new LinkedHashSet<>(held.keySet());
        keys.addAll(following.keySet());
        List<FactChange> changes = new ArrayList<>();
        for (FactKey key : keys) {
            if (!Objects.equals(held.get(key), following.get(key))) {
                changes.add(new FactChange(held.get(key), following.get(key)));
            }
        }
        return changes;
    }
}

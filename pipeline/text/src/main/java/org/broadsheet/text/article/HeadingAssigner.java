package org.broadsheet.text.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Gives each heading to the prose before or behind it. A headline repeats words of its report
 * ({@code 晋中市（祁县）首个货运车辆专用停车场投入使用}), and a page prints its headlines either before or behind their
 * bodies: both are weighed. Linear.
 */
final class HeadingAssigner {
    /** How much the page's habit weighs against the words shared. */
    private static final double HABIT = 0.2;

    private static final double CLEAR = 0.02;

    private final DraftReader.Cut cut;
    private final List<Set<Integer>> pairs;
    private final boolean behind;

    private HeadingAssigner(DraftReader.Cut cut) {
        this.cut = cut;
        this.pairs = cut.drafts().stream().map(HeadingAssigner::pairsOf).toList();
        this.behind = standBehind();
    }

    static void assign(DraftReader.Cut cut) {
        HeadingAssigner assigner = new HeadingAssigner(cut);
        for (int i = 0; i < cut.groups().size(); i++) {
            assigner.assignGroup(i);
        }
    }

    /** Whether this page's headlines stand behind their bodies. */
    private boolean standBehind() {
        double leaning = 0;
        for (int i = 1; i < cut.drafts().size(); i++) {
            for (Unit heading : cut.groups().get(i)) {
                if (heading.level() > 0) {
                    return false;
                }
                leaning += likeness(heading, i - 1) - likeness(heading, i);
            }
        }
        if (Math.abs(leaning) > CLEAR) {
            return leaning > 0;
        }
        return cut.groups().get(0).stream().noneMatch(unit -> unit.is(Unit.Kind.HEADING));
    }

    /** Splits a group: the first headings to the run before, the others to the run behind. */
    private void assignGroup(int index) {
        List<Unit> group = cut.groups().get(index);
        int split = splitOf(group, index);
        for (int i = 0; i < group.size(); i++) {
            if (i < split) {
                cut.drafts().get(index - 1).behind.add(group.get(i));
            } else {
                cut.drafts().get(index).before.add(group.get(i));
            }
        }
    }

    private int splitOf(List<Unit> group, int index) {
        if (index == 0) {
            return 0;
        }
        if (index == cut.drafts().size()) {
            return group.size();
        }
        int last = group.size();
        if (cut.drafts().get(index - 1).caption) {
            return 0;
        }
        if (behind) {
            last = firstBylineEnd(group);
        }
        double best = 0;
        double sum = 0;
        int split = 0;
        for (int i = 0; i < last; i++) {
            sum += leaning(group.get(i), index);
            boolean more = sum > best || (sum == best && behind);
            if (more && !(i + 1 < last && group.get(i + 1).is(Unit.Kind.BYLINE))) {
                best = sum;
                split = i + 1;
            }
        }
        return split;
    }

    private static int firstBylineEnd(List<Unit> group) {
        for (int i = 0; i < group.size(); i++) {
            if (group.get(i).is(Unit.Kind.BYLINE)) {
                return i + 1;
            }
        }
        return group.size();
    }

    private double leaning(Unit unit, int index) {
        if (unit.is(Unit.Kind.BYLINE)) {
            return 0;
        }
        return likeness(unit, index - 1) - likeness(unit, index) + (behind ? HABIT : -HABIT);
    }

    /** Which share of the heading's pairs of Han characters stands in the prose, 0 to 1. */
    private double likeness(Unit heading, int draft) {
        Set<Integer> own = new HashSet<>();
        addPairs(heading.text(), own);
        if (own.isEmpty()) {
            return 0;
        }
        long shared = own.stream().filter(pairs.get(draft)::contains).count();
        return (double) shared / own.size();
    }

    private static Set<Integer> pairsOf(Draft draft) {
        Set<Integer> pairs = new HashSet<>();
        for (Unit unit : draft.prose()) {
            addPairs(unit.text(), pairs);
        }
        return pairs;
    }

    private static void addPairs(CleanText text, Set<Integer> pairs) {
        for (int i = 1; i < text.length(); i++) {
            char a = text.charAt(i - 1);
            char b = text.charAt(i);
            if (Characters.isHan(a) && Characters.isHan(b)) {
                pairs.add((a << 16) | b);
            }
        }
    }
}

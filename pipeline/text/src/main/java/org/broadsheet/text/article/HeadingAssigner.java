package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

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
    /** For each group between two drafts the likeness of its units to the one before less that to the one behind. */
    private final List<double[]> leanings = new ArrayList<>();

    private final boolean behind;

    private HeadingAssigner(DraftReader.Cut cut) {
        this.cut = cut;
        for (int i = 0; i < cut.groups().size(); i++) {
            boolean between = i > 0 && i < cut.drafts().size();
            leanings.add(between ? leanings(cut.groups().get(i), i) : new double[0]);
        }
        this.behind = standBehind();
    }

    /** Gives each heading to its draft; what was printed within a draft comes to stand behind it. */
    static void assign(DraftReader.Cut cut) {
        HeadingAssigner assigner = new HeadingAssigner(cut);
        for (int i = 0; i < cut.groups().size(); i++) {
            assigner.assignGroup(i);
        }
        if (cut.drafts().stream().anyMatch(draft -> !draft.inserted.isEmpty())) {
            List<Draft> drafts = new ArrayList<>();
            for (Draft draft : cut.drafts()) {
                drafts.add(draft);
                drafts.addAll(draft.inserted);
            }
            cut.drafts().clear();
            cut.drafts().addAll(drafts);
        }
    }

    private double[] leanings(List<Unit> group, int index) {
        double[] leanings = new double[group.size()];
        if (group.isEmpty()) {
            return leanings;
        }
        HanPairs pairs = new HanPairs(group);
        double[] before = pairs.sharesIn(cut.drafts().get(index - 1).prose());
        double[] after = pairs.sharesIn(cut.drafts().get(index).prose());
        for (int i = 0; i < leanings.length; i++) {
            leanings[i] = before[i] - after[i];
        }
        return leanings;
    }

    /** Whether this page's headlines stand behind their bodies. */
    private boolean standBehind() {
        double leaning = 0;
        for (int i = 1; i < cut.drafts().size(); i++) {
            List<Unit> group = cut.groups().get(i);
            for (int j = 0; j < group.size(); j++) {
                if (group.get(j).level() > 0) {
                    return false;
                }
                leaning += leanings.get(i)[j];
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
        Draft before = cut.drafts().get(index - 1);
        if (before.caption) {
            return 0;
        }
        boolean needed = cut.drafts().get(index).caption && isWithoutHeading(before);
        boolean toBefore = behind || needed;
        int last = toBefore ? firstBylineEnd(group) : group.size();
        double best = 0;
        double sum = 0;
        int split = needed ? leastNeeded(group, last) : 0;
        for (int i = 0; i < last; i++) {
            sum += group.get(i).is(Unit.Kind.BYLINE) ? 0 : leanings.get(index)[i] + (toBefore ? HABIT : -HABIT);
            boolean more = sum > best || (sum == best && toBefore);
            if (more && !(i + 1 < last && group.get(i + 1).is(Unit.Kind.BYLINE))) {
                best = sum;
                split = i + 1;
            }
        }
        return split;
    }

    /** A report without a headline needs the one behind it more than a picture does. */
    private static boolean isWithoutHeading(Draft draft) {
        return draft.before.stream().noneMatch(unit -> unit.is(Unit.Kind.HEADING));
    }

    /** The first heading, and the byline under it. */
    private static int leastNeeded(List<Unit> group, int last) {
        return last > 0 && group.get(last - 1).is(Unit.Kind.BYLINE) ? last : Math.min(1, last);
    }

    private static int firstBylineEnd(List<Unit> group) {
        for (int i = 0; i < group.size(); i++) {
            if (group.get(i).is(Unit.Kind.BYLINE)) {
                return i + 1;
            }
        }
        return group.size();
    }
}

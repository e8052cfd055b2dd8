package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Puts together runs of prose that one article's inner headings part: {@code 突出“快”——机制推动 护好社区人} stands
 * inside an article, since the run before it is not closed, the one behind it opens no report, and both are of one subject. Linear.
 */
final class SectionMerger {
    private static final int LONGEST_SECTION = 24;
    private static final int WIDE_GAP = 3;
    /** Characters of a section's name. */
    private static final int LONGEST_LABEL = 6;

    private final Subjects subjects;

    SectionMerger(Subjects subjects) {
        this.subjects = subjects;
    }

    DraftReader.Cut merge(DraftReader.Cut cut) {
        int top = topLevel(cut.groups());
        List<Draft> drafts = new ArrayList<>();
        List<List<Unit>> groups = new ArrayList<>();
        for (int i = 0; i < cut.drafts().size(); i++) {
            Draft draft = cut.drafts().get(i);
            List<Unit> group = cut.groups().get(i);
            Draft before = drafts.isEmpty() ? null : drafts.get(drafts.size() - 1);
            if (before != null && isInside(before, group, draft, top)) {
                group.forEach(before::add);
                draft.prose().forEach(before::add);
                before.inserted.addAll(draft.inserted);
                before.closed = draft.closed;
            } else {
                drafts.add(draft);
                groups.add(group);
            }
        }
        groups.add(cut.groups().get(cut.groups().size() - 1));
        return new DraftReader.Cut(drafts, groups);
    }

    /** The smallest level of a Markdown heading that is no label of a section; 0 where there is none. */
    private static int topLevel(List<List<Unit>> groups) {
        int top = 0;
        for (List<Unit> group : groups) {
            for (int i = 0; i < group.size(); i++) {
                int level = group.get(i).level();
                boolean higher = level > 0 && (top == 0 || level < top);
                top = higher && !isLabel(group, i) ? level : top;
            }
        }
        return top;
    }

    /** Whether a Markdown heading names a section of the paper, a headline of a lower level below it: {@code # 民生关注}. */
    static boolean isLabel(List<Unit> group, int index) {
        Unit unit = group.get(index);
        Unit next = index + 1 < group.size() ? group.get(index + 1) : unit;
        return unit.level() > 0
                && next.level() > unit.level()
                && unit.text().content() <= LONGEST_LABEL
                && next.text().content() > LONGEST_LABEL;
    }

    private boolean isInside(Draft before, List<Unit> group, Draft behind, int top) {
        boolean apart = before.closed || behind.opens() || before.caption || behind.caption || group.isEmpty();
        boolean onlyHeadings = group.stream().allMatch(unit -> unit.is(Unit.Kind.HEADING));
        if (apart || !onlyHeadings) {
            return false;
        }
        if (top > 0 && group.stream().anyMatch(unit -> unit.level() > 0)) {
            return group.stream().allMatch(unit -> unit.level() == 0 || unit.level() > top);
        }
        Unit heading = group.get(0);
        return group.size() == 1
                && !heading.spacedOut()
                && heading.gap() < WIDE_GAP
                && heading.text().content() <= LONGEST_SECTION
                && subjects.areOne(before.prose(), behind.prose());
    }
}

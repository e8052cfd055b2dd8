package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cuts the units of a page into runs of prose and the groups of headings between them: after {@code （下转第4版）} or
 * {@code （武晓雯 范嘉浩）} a run is closed, with {@code 本报讯} one begins. Linear.
 */
final class DraftReader {
    private static final int WIDE_GAP = 3;
    private static final int LONGEST_CAPTION = 400;
    private static final int MOST_PARAGRAPHS = 4;

    private final Printing printing;
    private final List<Draft> drafts = new ArrayList<>();
    /** For each draft the headings before it; the last group stands behind the last draft. */
    private final List<List<Unit>> groups = new ArrayList<>();

    private List<Unit> group = new ArrayList<>();
    private @Nullable Draft open;

    private DraftReader(Printing printing) {
        this.printing = printing;
    }

    /** Runs of prose, and one group of headings more than runs: group i stands before run i. */
    record Cut(List<Draft> drafts, List<List<Unit>> groups) {}

    static Cut read(List<Unit> units, Printing printing) {
        DraftReader reader = new DraftReader(printing);
        for (Unit unit : units) {
            reader.take(unit);
        }
        reader.groups.add(reader.group);
        return new Cut(reader.drafts, reader.groups);
    }

    private void take(Unit unit) {
        Draft draft = open;
        if (unit.inserted() && draft != null) {
            insert(unit, draft);
            return;
        }
        switch (unit.kind()) {
            case HEADING -> {
                group.add(unit);
                open = null;
            }
            case MASTHEAD -> {}
            case BODY -> takeProse(unit);
            case BYLINE -> takeByline(unit);
            case CREDIT -> takeCredit(unit);
            case JUMP -> takeJump(unit);
        }
    }

    /** Something was printed in the middle of a paragraph: a picture's text, or the headline of the report itself. */
    private void insert(Unit unit, Draft draft) {
        boolean headed = groups.get(groups.size() - 1).stream().anyMatch(each -> each.is(Unit.Kind.HEADING));
        boolean prose = unit.is(Unit.Kind.BODY) || unit.is(Unit.Kind.CREDIT);
        if (!prose) {
            (headed ? draft.prose() : draft.before).add(unit);
            return;
        }
        int last = draft.inserted.size() - 1;
        if (last < 0 || draft.inserted.get(last).closed) {
            Draft picture = new Draft();
            picture.caption = true;
            draft.inserted.add(picture);
            last++;
        }
        draft.inserted.get(last).add(unit);
        draft.inserted.get(last).closed |= unit.is(Unit.Kind.CREDIT);
    }

    private void takeProse(Unit unit) {
        boolean opensNew = open == null
                || open.closed
                || (unit.opens() && open.paragraphs() > 0)
                || (unit.gap() >= WIDE_GAP && open.paragraphs() > 0);
        if (opensNew) {
            begin();
        }
        add(unit);
    }

    private void begin() {
        Draft draft = new Draft();
        drafts.add(draft);
        groups.add(group);
        group = new ArrayList<>();
        open = draft;
    }

    private void add(Unit unit) {
        Draft draft = open;
        if (draft != null) {
            draft.add(unit);
            draft.closed |= unit.closes();
        }
    }

    private void takeByline(Unit unit) {
        if (!group.isEmpty() || drafts.isEmpty()) {
            group.add(unit);
            open = null;
        } else if (open != null) {
            add(unit);
            open.closed = true;
        } else {
            group.add(unit);
        }
    }

    private void takeJump(Unit unit) {
        Draft draft = open;
        if (draft == null || printing.jumps().from(unit.text()) > 0) {
            begin();
            add(unit);
        } else {
            add(unit);
            draft.closed = true;
        }
    }

    private void takeCredit(Unit unit) {
        Draft draft = open;
        if (draft == null) {
            takeByline(unit);
            return;
        }
        boolean whole = draft.paragraphs() <= MOST_PARAGRAPHS
                && draft.isWithin(LONGEST_CAPTION)
                && !draft.opens()
                && !standsUnderAReport(draft);
        if (!whole) {
            cutCaption(draft);
        }
        Draft now = open;
        if (now != null) {
            now.caption = whole || now != draft;
            now.add(unit);
            now.closed |= now.caption;
        }
    }

    /** Whether only the last paragraph is a picture's text: {@code 图为…} behind others. */
    private boolean standsUnderAReport(Draft draft) {
        return draft.paragraphs() > 1
                && printing.headings()
                        .namesPicture(
                                draft.prose().get(draft.prose().size() - 1).text());
    }

    /** Makes the last paragraph a run of its own where it reads like the text of a picture. */
    private void cutCaption(Draft draft) {
        int last = draft.prose().size() - 1;
        Unit paragraph = draft.prose().get(last);
        boolean isShort = paragraph.text().contentUpTo(LONGEST_CAPTION) <= LONGEST_CAPTION / 2;
        boolean apart = paragraph.gap() > 1 || printing.headings().namesPicture(paragraph.text());
        if (last > 0 && paragraph.is(Unit.Kind.BODY) && isShort && apart) {
            draft.removeLast();
            begin();
            add(paragraph);
        }
    }
}

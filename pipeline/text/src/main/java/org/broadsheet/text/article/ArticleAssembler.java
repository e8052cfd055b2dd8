package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/** Makes an article of a run of prose and its headings: which of them is the headline, which stands over or under it. */
final class ArticleAssembler {
    private final Jumps jumps;

    ArticleAssembler(Jumps jumps) {
        this.jumps = jumps;
    }

    Article assemble(int index, Draft draft) {
        List<Paragraph> paragraphs = new ArrayList<>();
        boolean headlineBefore = hasHeading(draft.before);
        addHeadings(draft.before, !draft.caption, paragraphs);
        int on = 0;
        int from = 0;
        for (Unit unit : draft.prose()) {
            paragraphs.add(paragraph(unit));
            boolean mayJump = unit.is(Unit.Kind.BODY) || unit.is(Unit.Kind.JUMP);
            on = mayJump && on == 0 ? jumps.on(unit.text()) : on;
            from = mayJump && from == 0 ? jumps.from(unit.text()) : from;
        }
        addHeadings(draft.behind, !draft.caption && !headlineBefore, paragraphs);
        Article.Kind kind = draft.caption ? Article.Kind.CAPTION : Article.Kind.ARTICLE;
        return new Article(index, kind, List.copyOf(paragraphs), on, from);
    }

    private static boolean hasHeading(List<Unit> group) {
        for (Unit unit : group) {
            if (unit.is(Unit.Kind.HEADING)) {
                return true;
            }
        }
        return false;
    }

    /** A signature without its brackets: {@code 闫勇} of {@code （闫勇）}. */
    private static Paragraph paragraph(Unit unit) {
        CleanText text = unit.text();
        boolean bracketed = unit.is(Unit.Kind.BYLINE)
                && text.length() > 2
                && (text.charAt(0) == '（' || text.charAt(0) == '(')
                && Characters.isClosing(text.charAt(text.length() - 1));
        return new Paragraph(role(unit), bracketed ? text.slice(1, text.length() - 1) : text);
    }

    private static Role role(Unit unit) {
        return switch (unit.kind()) {
            case BODY -> Role.BODY;
            case HEADING -> Role.SECTION;
            case BYLINE, CREDIT -> Role.BYLINE;
            case JUMP -> Role.JUMP;
            case MASTHEAD -> Role.KICKER;
        };
    }

    /** Over a picture, or where the article has its headline elsewhere, a heading names a column: a kicker. */
    private static void addHeadings(List<Unit> group, boolean withHeadline, List<Paragraph> paragraphs) {
        int headline = withHeadline ? headline(group) : group.size();
        int level = headline < group.size() ? group.get(headline).level() : 0;
        for (int i = 0; i < group.size(); i++) {
            Unit unit = group.get(i);
            Role role = role(unit);
            if (unit.is(Unit.Kind.HEADING)) {
                boolean joined = i < headline && (endsInColon(unit) || (level > 0 && unit.level() == level));
                role = i == headline || joined ? Role.HEADLINE : i < headline ? Role.KICKER : Role.SUBHEAD;
            }
            paragraphs.add(role == Role.BYLINE ? paragraph(unit) : new Paragraph(role, unit.text()));
        }
    }

    /** The last heading of the highest level that is no subhead; the size of the group where there is none. */
    private static int headline(List<Unit> group) {
        int best = group.size();
        for (int i = 0; i < group.size(); i++) {
            Unit unit = group.get(i);
            if (!unit.is(Unit.Kind.HEADING) || SectionMerger.isLabel(group, i)) {
                continue;
            }
            boolean first = best == group.size();
            if (first || (!isSubhead(unit) && rank(unit) <= rank(group.get(best))) || isSubhead(group.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static int rank(Unit unit) {
        return unit.level() == 0 ? Integer.MAX_VALUE : unit.level();
    }

    private static boolean isSubhead(Unit unit) {
        char first = unit.text().charAt(0);
        return first == '—' || first == '─' || first == '－' || first == '(' || first == '（';
    }

    private static boolean endsInColon(Unit unit) {
        char last = unit.text().charAt(unit.text().length() - 1);
        return last == '：' || last == ':';
    }
}

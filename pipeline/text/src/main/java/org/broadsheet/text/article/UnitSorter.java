package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Tells what each strip of the page is and sets its spaces right; a signature or credit at the end of prose becomes a
 * unit of its own: {@code …效果深入人心。(李杰华、张乾忠)} is prose and a byline. Linear.
 */
final class UnitSorter {
    private static final int LONGEST_MASTHEAD = 60;
    private static final int LONGEST_FOLIO = 14;

    private final Credits credits;
    private final Headings headings;
    private final Jumps jumps;

    UnitSorter(Printing printing) {
        this.credits = printing.credits();
        this.headings = printing.headings();
        this.jumps = printing.jumps();
    }

    List<Unit> sort(List<Strip> strips) {
        List<Unit> units = new ArrayList<>();
        for (Strip strip : strips) {
            sort(strip, units);
        }
        return units;
    }

    private void sort(Strip strip, List<Unit> units) {
        CleanText text = strip.text();
        if (credits.isEditorLine(text) || isMasthead(text)) {
            units.add(unit(Unit.Kind.MASTHEAD, strip, true));
        } else if (credits.isPictureCredit(text)) {
            units.add(unit(Unit.Kind.CREDIT, strip, true));
        } else if (credits.isByline(text)) {
            units.add(unit(Unit.Kind.BYLINE, strip, true));
        } else if (credits.signatureStart(text) == 0) {
            units.add(unit(Unit.Kind.BYLINE, strip, true).closing());
        } else if (jumps.isAlone(text)) {
            units.add(unit(Unit.Kind.JUMP, strip, true));
        } else if (!strip.listed()
                && headings.looksLike(text, strip.level())
                && (strip.lines() == 1 || Spacing.isAllSpaced(text))) {
            units.add(unit(Unit.Kind.HEADING, strip, true));
        } else {
            sortProse(strip, units);
        }
    }

    private boolean isSpacedOut(Strip strip) {
        return Spacing.isSpacedOut(strip.text(), credits);
    }

    private Unit unit(Unit.Kind kind, Strip strip, boolean heading) {
        CleanText text = Spacing.tidy(strip.text(), heading, credits);
        boolean spacedOut = kind == Unit.Kind.HEADING && isSpacedOut(strip);
        return new Unit(kind, text, strip.level(), strip.gap(), false, false, spacedOut, strip.inserted());
    }

    private void sortProse(Strip strip, List<Unit> units) {
        CleanText text = strip.text();
        int signature = credits.signatureStart(text);
        boolean signed = signature > 0;
        int tail = signed ? signature : credits.tailStart(text);
        CleanText prose = Spacing.tidy(text.slice(0, tail), false, credits);
        boolean closes = signed || jumps.on(prose) > 0;
        boolean opens = headings.opensReport(prose);
        units.add(new Unit(Unit.Kind.BODY, prose, 0, strip.gap(), opens, closes, false, strip.inserted()));
        if (tail < text.length()) {
            CleanText names = Spacing.tidy(text.slice(tail, text.length()), true, credits);
            boolean credit = credits.isPictureCredit(names);
            Unit.Kind kind = credit ? Unit.Kind.CREDIT : Unit.Kind.BYLINE;
            units.add(new Unit(kind, names, 0, 0, false, true, false, strip.inserted()));
        }
    }

    /** {@code 太原晚报 2022年11月22日 星期二}, {@code 第3版}. */
    private boolean isMasthead(CleanText text) {
        if (text.length() > LONGEST_MASTHEAD || text.has(Kinds.FULL_STOP) || text.indexOf('，', 0) >= 0) {
            return false;
        }
        if (!text.has(Kinds.PAGE) && text.indexOf('年', 0) < 0) {
            return false;
        }
        String line = text.toString();
        boolean day = line.indexOf('年') >= 0 && line.indexOf('月') >= 0 && line.indexOf('日') >= 0;
        if (day && (line.contains("星期") || line.contains("农历") || line.indexOf('版') >= 0)) {
            return true;
        }
        int folio = line.startsWith("第") ? line.indexOf('版') : -1;
        if (folio > 0 && folio < LONGEST_FOLIO && credits.isEditorLine(text.slice(folio + 1, text.length()))) {
            return true;
        }
        boolean numbered = line.startsWith("第") || line.endsWith("版") || Characters.isDigit(line.charAt(0));
        return line.length() <= LONGEST_FOLIO && text.has(Kinds.DIGIT) && numbered && line.indexOf('版') >= 0;
    }
}

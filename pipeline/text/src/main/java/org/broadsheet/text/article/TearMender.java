package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins paragraphs that a column tore: the first does not end, the second does not begin. A picture's text or a headline
 * may have been printed between: {@code …沿线12个乡镇的饮水安全得到}, {@code 张国荣 摄}, {@code 保障。…}. Linear.
 */
final class TearMender {
    private static final int FIRST_INDENT = 4;
    private static final int PROSE_LINES = 3;
    private static final int PROSE_CONTENT = 24;
    /** How many strips may have been printed in the middle of a paragraph. */
    private static final int MOST_INSERTED = 5;

    private final Printing printing;
    private final Headings headings;

    TearMender(Printing printing) {
        this.printing = printing;
        this.headings = printing.headings();
    }

    /** The strips, torn ones joined; {@code setIn}: paragraphs of this page begin set in. */
    List<Strip> mend(List<Strip> strips, boolean setIn) {
        List<Strip> mended = new ArrayList<>(strips.size());
        List<Strip> torn = new ArrayList<>();
        List<Strip> inserted = new ArrayList<>();
        int at = 0;
        while (at < strips.size()) {
            torn.add(strips.get(at++));
            while (at < strips.size()) {
                Strip last = torn.get(torn.size() - 1);
                if (isClosed(last)) {
                    break;
                }
                int between = betweenHalves(last, strips, at, setIn);
                if (between == 0 && !goesOn(last, strips.get(at))) {
                    break;
                }
                for (int i = 0; i < between; i++) {
                    inserted.add(strips.get(at++).asInserted());
                }
                torn.add(strips.get(at++));
            }
            mended.add(Strip.joined(torn));
            mended.addAll(inserted);
            torn.clear();
            inserted.clear();
        }
        return mended;
    }

    /** How many strips stand between the halves of a paragraph: a picture's text with its credit, or headings. */
    private int betweenHalves(Strip strip, List<Strip> strips, int at, boolean setIn) {
        boolean prose = strip.level() == 0 && strip.text().contentUpTo(PROSE_CONTENT) >= PROSE_CONTENT;
        if (!prose) {
            return 0;
        }
        int picture = pictureEnd(strips, at);
        int end = picture > at ? picture : setIn ? headingsEnd(strips, at) : at;
        return end > at && end < strips.size() && isSecondHalf(strips.get(end)) ? end - at : 0;
    }

    /** Behind the text of a picture and its credit; {@code at} where none stands there. */
    private int pictureEnd(List<Strip> strips, int at) {
        if (!headings.opensPicture(strips.get(at).text())) {
            return at;
        }
        for (int i = at;
                i < Math.min(strips.size(), at + MOST_INSERTED) && strips.get(i).level() == 0;
                i++) {
            if (printing.credits().isPictureCredit(strips.get(i).text())
                    || printing.credits().signatureStart(strips.get(i).text()) > 0) {
                return i + 1;
            }
        }
        return at;
    }

    private int headingsEnd(List<Strip> strips, int at) {
        int end = at;
        while (end < strips.size() && end - at < MOST_INSERTED) {
            Strip strip = strips.get(end);
            boolean heading = strip.lines() == 1
                    && strip.level() == 0
                    && (printing.credits().isByline(strip.text()) || headings.looksLike(strip.text(), 0));
            if (!heading) {
                break;
            }
            end++;
        }
        return end;
    }

    private boolean isSecondHalf(Strip strip) {
        return strip.indent() < Setting.INDENT
                && strip.level() == 0
                && (strip.lines() > 1 || strip.text().contentUpTo(PROSE_CONTENT) >= PROSE_CONTENT)
                && !printing.standsAlone(strip.text())
                && !headings.opensReport(strip.text())
                && !headings.opensCaption(strip.text())
                && !headings.looksLike(strip.text(), 0);
    }

    private boolean goesOn(Strip strip, Strip next) {
        if (strip.level() > 0
                || next.level() > 0
                || next.indent() > Setting.INDENT
                || strip.listed()
                || !isTorn(strip, next)) {
            return false;
        }
        return !printing.standsAlone(next.text())
                && !headings.opensItem(next.text())
                && printing.jumps().from(next.text()) == 0
                && !headings.opensReport(next.text())
                && !(next.lines() == 1 && headings.looksLike(next.text(), 0));
    }

    private boolean isTorn(Strip strip, Strip next) {
        return !Spacing.isAllSpaced(strip.text())
                && !(strip.lines() == 1 && headings.looksLike(strip.text(), 0) && !isFirstLineOf(strip, next));
    }

    private boolean isClosed(Strip strip) {
        CleanText text = strip.text();
        return LineJoiner.endsSentence(text)
                || "：；:;".indexOf(strip.last()) >= 0
                || printing.credits().isByline(text)
                || printing.credits().isPictureCredit(text)
                || printing.credits().signatureStart(text) >= 0
                || printing.credits().tailStart(text) < text.length()
                || printing.jumps().on(text) > 0;
    }

    /**
     * Whether a single line is the beginning of a wrapped paragraph that a column tore: set in by two characters, it is a
     * little narrower than the full lines below it, which begin at the margin.
     */
    private static boolean isFirstLineOf(Strip line, Strip next) {
        int narrower = next.firstWidth() - line.firstWidth();
        boolean unbroken = !line.text().has(Kinds.SPACE);
        return next.lines() >= PROSE_LINES && narrower >= FIRST_INDENT - 1 && narrower <= FIRST_INDENT + 2 && unbroken;
    }
}

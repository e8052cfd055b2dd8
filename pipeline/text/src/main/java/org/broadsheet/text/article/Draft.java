package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/** A run of prose that is becoming an article: its own units, and the headings given to it. Not thread-safe. */
final class Draft {
    /** Headings before its prose, in the order of the page. */
    final List<Unit> before = new ArrayList<>();
    /** Headings behind its prose, in the order of the page. */
    final List<Unit> behind = new ArrayList<>();

    /** Pictures' texts that were printed in the middle of its prose. */
    final List<Draft> inserted = new ArrayList<>();

    boolean caption;
    boolean closed;

    private final List<Unit> prose = new ArrayList<>();
    /** Those of its units that are body text. */
    private final List<Unit> bodies = new ArrayList<>();

    List<Unit> prose() {
        return prose;
    }

    void add(Unit unit) {
        prose.add(unit);
        if (unit.is(Unit.Kind.BODY)) {
            bodies.add(unit);
        }
    }

    /** The last unit, taken out. */
    Unit removeLast() {
        Unit last = prose.remove(prose.size() - 1);
        if (last.is(Unit.Kind.BODY)) {
            bodies.remove(bodies.size() - 1);
        }
        return last;
    }

    boolean opens() {
        return !prose.isEmpty() && prose.get(0).opens();
    }

    /** Paragraphs of body text. */
    int paragraphs() {
        return bodies.size();
    }

    /** Whether at most so many characters of body text carry meaning; no more than these are counted. */
    boolean isWithin(int most) {
        int left = most + 1;
        for (int i = 0; i < bodies.size() && left > 0; i++) {
            left -= bodies.get(i).text().contentUpTo(left);
        }
        return left > 0;
    }
}

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
    private int paragraphs;
    private int contentLength;

    List<Unit> prose() {
        return prose;
    }

    void add(Unit unit) {
        prose.add(unit);
        count(unit, 1);
    }

    /** The last unit, taken out. */
    Unit removeLast() {
        Unit last = prose.remove(prose.size() - 1);
        count(last, -1);
        return last;
    }

    private void count(Unit unit, int sign) {
        if (unit.is(Unit.Kind.BODY)) {
            paragraphs += sign;
            contentLength += sign * Characters.contentLength(unit.text());
        }
    }

    boolean opens() {
        return !prose.isEmpty() && prose.get(0).opens();
    }

    /** Paragraphs of body text. */
    int paragraphs() {
        return paragraphs;
    }

    /** Characters of body text that carry meaning. */
    int contentLength() {
        return contentLength;
    }
}

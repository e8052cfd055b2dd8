package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.List;

/** A run of prose that is becoming an article: its own units, and the headings given to it. Not thread-safe. */
final class Draft {
    final List<Unit> prose = new ArrayList<>();
    /** Headings before its prose, in the order of the page. */
    final List<Unit> before = new ArrayList<>();
    /** Headings behind its prose, in the order of the page. */
    final List<Unit> behind = new ArrayList<>();

    boolean caption;
    boolean closed;

    boolean opens() {
        return !prose.isEmpty() && prose.get(0).opens();
    }

    boolean hasProse() {
        return prose.stream().anyMatch(unit -> unit.is(Unit.Kind.BODY));
    }

    int contentLength() {
        int length = 0;
        for (Unit unit : prose) {
            length += unit.is(Unit.Kind.BODY) ? Characters.contentLength(unit.text()) : 0;
        }
        return length;
    }
}

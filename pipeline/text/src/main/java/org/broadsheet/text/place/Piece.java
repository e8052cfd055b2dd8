package org.broadsheet.text.place;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A stretch that names a place or points to one, before it is known which: {@code 新华区}, {@code 乐平社区},
 * {@code 该区}.
 *
 * @param start offset of its first character
 * @param end offset behind its last character
 * @param text the characters
 * @param term the word of the vocabulary; the ending of a local name
 * @param local the ending, where it is a local name
 * @param counties counties that have a town of this name
 */
record Piece(
        int start,
        int end,
        String text,
        Term term,
        @Nullable Ending local,
        Set<Integer> counties) {
    static Piece of(String text, Vocabulary.Hit hit) {
        return new Piece(hit.start(), hit.end(), text.substring(hit.start(), hit.end()), hit.term(), null, Set.of());
    }

    /** The same, beginning later. */
    Piece from(int later) {
        return new Piece(later, end, text.substring(later - start), term, local, counties);
    }

    /** The division named, by a name without suffix. */
    boolean isBareDivision() {
        return isDivision() && term.bare();
    }

    /** A division named. */
    boolean isDivision() {
        return local == null && !term.bearers().isEmpty() && term.holder() == 0 && term.anaphor() == null;
    }

    /** The same, with the name before it: 都匀 + 经济开发区. */
    Piece behind(String name) {
        return new Piece(start - name.length(), end, name + text, term, local, counties);
    }
}

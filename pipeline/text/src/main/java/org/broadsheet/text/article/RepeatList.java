package org.broadsheet.text.article;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts what was removed, by article, kind and text, in the order in which it was found. Not thread-safe. */
final class RepeatList {
    private record Key(int article, Repeat.Kind kind, String text) {}

    private final Map<Key, Integer> removed = new LinkedHashMap<>();

    /** {@code copies} of {@code text} were removed. */
    void add(int article, Repeat.Kind kind, String text, int copies) {
        removed.merge(new Key(article, kind, text), copies, Integer::sum);
    }

    /** Each text once; one copy of each stays. */
    List<Repeat> repeats() {
        List<Repeat> repeats = new ArrayList<>();
        removed.forEach(
                (key, copies) -> repeats.add(new Repeat(key.article(), key.text(), copies + 1, copies, key.kind())));
        return repeats;
    }
}

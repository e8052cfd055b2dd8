package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of the contents sent under one page key the greatest by (revision, content) holds: the old one's elements go out, the
 * new one's come in. A maximum, not a sum: whatever comes first, whatever comes twice, the same page holds in the end.
 */
public final class ResolveRevisions {
    private ResolveRevisions() {}

    /**
     * What follows from a page.
     *
     * @param held the content that now holds
     * @param changes the elements taken out, then those put in; empty where nothing changed
     */
    public record Resolution(PageElements held, List<WeightedElement> changes) {}

    /**
     * Says which of two contents of one page holds, and what follows.
     *
     * @param held the content that held so far under this key; null where there was none
     * @param arrived a content of the same key
     */
    public static Resolution resolve(@Nullable PageElements held, PageElements arrived) {
        if (held != null && held.id().compareTo(arrived.id()) >= 0) {
            return new Resolution(held, List.of());
        }
        List<WeightedElement> changes = new ArrayList<>();
        if (held != null) {
            held.elements().forEach(element -> changes.add(new WeightedElement(element, -1)));
        }
        arrived.elements().forEach(element -> changes.add(new WeightedElement(element, +1)));
        return new Resolution(arrived, List.copyOf(changes));
    }
}

package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Of the contents sent under one page key the greatest by (revision, corrections, content) holds: the old one's elements go out, the
 * new one's come in. {@code 795个} of revision 0 goes when revision 1 says {@code 796个}. A maximum, not a sum: whatever
 * comes first, whatever comes twice, the same page holds in the end.
 */
public final class ResolveRevisions {
    private ResolveRevisions() {}

    /**
     * What follows from a page.
     *
     * @param held what is kept from now on
     * @param changes the elements taken out, then those put in; empty where nothing changed
     */
    public record Resolution(HeldPage held, List<ElementChange> changes) {}

    /**
     * Says which of two contents of one page holds, and what follows.
     *
     * @param held the content that held so far under this key; null where there was none
     * @param arrived a content of the same key, its elements numbered from 0
     */
    public static Resolution resolve(@Nullable HeldPage held, PageElements arrived) {
        if (held != null && !held.isBefore(arrived)) {
            return new Resolution(held, List.of());
        }
        List<ElementChange> changes = new ArrayList<>();
        for (int number = 0; held != null && number < held.claims().size(); number++) {
            changes.add(ElementChange.out(held.claims().get(number), held.page(), number));
        }
        HeldPage holds = HeldPage.of(arrived);
        for (int i = 0; i < holds.claims().size(); i++) {
            Element element = arrived.elements().get(i);
            changes.add(new ElementChange(holds.claims().get(i), element.page(), element.number(), element));
        }
        return new Resolution(holds, List.copyOf(changes));
    }
}

package org.broadsheet.text.fact;

import org.jspecify.annotations.Nullable;

/**
 * An element put in (+1, with what it says) or taken out (−1, by its name alone).
 *
 * @param claim the name of its claim: the key of {@code merge-reports}
 * @param page its page
 * @param number its place in the page
 * @param element what it says; null where it is taken out
 */
public record ElementChange(
        Reference claim,
        Reference page,
        int number,
        @Nullable Element element) {
    /** Puts an element in. */
    public static ElementChange in(Element element) {
        return new ElementChange(element.claim().reference(), element.page(), element.number(), element);
    }

    /** Takes an element out. */
    public static ElementChange out(Reference claim, Reference page, int number) {
        return new ElementChange(claim, page, number, null);
    }

    int weight() {
        return element == null ? -1 : +1;
    }
}

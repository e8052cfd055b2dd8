package org.broadsheet.text.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The corrections of a page's mentions that are in force: {@code 795个检测采样点} is 705. They travel in the header {@link
 * #HEADER} of the page sent again, and belong to its content.
 *
 * @param made how many corrections were ever made of this revision, undoing included: of the contents
 *     of one revision the one with the most holds; 0 where there never was one
 * @param list those in force, in the order of what they are about; no two about the same
 */
public record Corrections(long made, List<Correction> list) {
    /** The header's name. */
    public static final String HEADER = "corrections";

    /** Nobody has corrected anything. */
    public static final Corrections NONE = new Corrections(0, List.of());

    /** Sorts them. */
    public Corrections {
        List<Correction> sorted = new ArrayList<>(list);
        Collections.sort(sorted);
        list = List.copyOf(sorted);
    }

    /** These and one more, which takes the place of one about the same words. */
    public Corrections with(Correction correction) {
        List<Correction> others = others(correction);
        others.add(correction);
        return new Corrections(made + 1, others);
    }

    /** These without the one about the same words. */
    public Corrections without(Correction undone) {
        return new Corrections(made + 1, others(undone));
    }

    private List<Correction> others(Correction correction) {
        List<Correction> others = new ArrayList<>(list);
        others.removeIf(correction::hasAimOf);
        return others;
    }

    /** The header; equal corrections give equal bytes. */
    public Header header() {
        return new Header(HEADER, CorrectionsJson.write(this));
    }
}

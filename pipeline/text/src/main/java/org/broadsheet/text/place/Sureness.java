package org.broadsheet.text.place;

import java.util.Locale;

/** How sure it is which division a place lies in. */
public enum Sureness {
    /** Only one division bears the name, or its parent is named with it: {@code 徐州市鼓楼区}. */
    SURE,
    /** Other divisions bear the name, or it was pointed to; what was named around it decided: {@code 鼓楼区}, {@code 该区}. */
    LIKELY,
    /** It cannot be known: {@code 城区} in a paper of 太原. */
    UNPLACED;

    /** As written in tables and JSON: {@code likely}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}

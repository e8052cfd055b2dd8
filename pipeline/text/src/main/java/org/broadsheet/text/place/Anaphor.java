package org.broadsheet.text.place;

/** What a pointing word points to: {@code 该区} to a {@link #COUNTY}. */
enum Anaphor {
    /** {@code 我市}: the paper's home city, whatever the story is about. */
    OUR_CITY,
    /** {@code 全市}: the home city, or the city a story is about. */
    CITY,
    /** {@code 该市}: the city named last. */
    THAT_CITY,
    PROVINCE,
    PREFECTURE,
    COUNTY,
    TOWN,
    COMMUNITY,
    COMPOUND,
    ZONE,
    /** {@code 当地}: the place named last, whatever its level. */
    HERE
}

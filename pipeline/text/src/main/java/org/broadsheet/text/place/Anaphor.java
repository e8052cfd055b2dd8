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
    /** {@code 县} in {@code 省、市、县三级分别}: the home county; of a city's paper its counties together, that is the city. */
    COUNTIES,
    TOWN,
    COMMUNITY,
    COMPOUND,
    ZONE,
    /** {@code 兵团}: the one of 新疆, in its papers or where it has been named. */
    CORPS,
    /** {@code 当地}: the place named last, whatever its level. */
    HERE
}

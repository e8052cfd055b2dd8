package org.broadsheet.text.place;

/** The rank of a place below the county, the widest first. */
enum Rank {
    ZONE,
    /** Towns, townships and streets: {@code 锦纶街道}. */
    TOWN,
    /** Communities and villages: {@code 乐平社区}. */
    COMMUNITY,
    /** {@code 熙苑小区}. */
    COMPOUND,
    /** Markets, parks, squares. */
    SITE
}

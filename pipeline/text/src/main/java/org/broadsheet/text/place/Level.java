package org.broadsheet.text.place;

/** The level of a division, the widest first. */
public enum Level {
    COUNTRY,
    PROVINCE,
    PREFECTURE,
    COUNTY,
    /** A development zone ({@code 洋浦经济开发区}): never a region, named as place under the division that holds it. */
    ZONE
}

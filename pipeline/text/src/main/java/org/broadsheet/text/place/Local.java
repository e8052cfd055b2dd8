package org.broadsheet.text.place;

/**
 * A place below the county that an article has named.
 *
 * @param rank its rank
 * @param name its own name: {@code 乐平社区}
 * @param region six-digit code of the division that holds it; 0 where it cannot be known
 * @param place its full name, from the widest to the narrowest: {@code 锦纶街道乐平社区}
 * @param turn number of the stretch of the article in which it was named last
 */
record Local(Rank rank, String name, int region, String place, int turn) {}

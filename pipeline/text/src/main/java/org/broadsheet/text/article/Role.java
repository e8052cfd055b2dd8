package org.broadsheet.text.article;

/** What a paragraph is in its article. */
public enum Role {
    KICKER,
    HEADLINE,
    SUBHEAD,
    BYLINE,
    BODY,
    /** A heading inside the body: {@code 党旗高扬 全力守护}. */
    SECTION,
    /** {@code （下转第4版）} where it stands alone. */
    JUMP
}

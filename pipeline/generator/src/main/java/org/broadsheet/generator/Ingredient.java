package org.broadsheet.generator;

/** What pages are made of. */
public enum Ingredient {
    /** An article that was printed nowhere before. */
    FRESH,
    /** Another paper's article, days later, worn. */
    REPRINT,
    /** Another paper's article, the same day. */
    SAME_DAY,
    /** The same paper's same article a week later: new facts. */
    WEEK_LATER,
    /** Another paper's article with other figures: new facts. */
    OTHER_FIGURES,
    /** Another paper's article about other places: new facts. */
    OTHER_PLACE,
    /** Another paper's article that names its own day: new facts. */
    OTHER_DAY,
    /** Another paper's figures in other words: new facts. */
    OTHER_WORDS,
    /** {@code 我市} in two cities' papers: two facts. */
    OTHER_HOME,
    /** A figure in the headline and in the body. */
    RETOLD,
    /** A clause with a figure, printed three times in a row. */
    CLAUSE_REPEATED,
    /** A sentence with a figure, printed again at the end of its article. */
    SENTENCE_REPEATED,
    /** The same with a wrong character. */
    SENTENCE_MISREAD,
    /** A paragraph, printed again at the end of its article. */
    PARAGRAPH_REPEATED,
    /** The same with wrong characters. */
    PARAGRAPH_MISREAD,
    /** An article of a paper that is at home nowhere known, about no place. */
    UNPLACED,
    /** A page sent under a higher revision with other figures. */
    REVISED,
    /** An old revision behind the new one. */
    LATE_REVISION,
    /** A page sent again as it was. */
    SENT_AGAIN,
    /** Another content under the same key and revision. */
    CONFLICT,
    /** A page taken back. */
    WITHDRAWN,
    /** A page sent again with corrections of its mentions. */
    CORRECTED,
    /** A page sent again with its corrections undone. */
    UNDONE,
    /** A correction of an old revision, behind the new one. */
    LATE_CORRECTION,
    /** A record that is no page. */
    CORRUPT,
    /** A page without a key. */
    NO_KEY,
    /** A page without any day. */
    NO_DAY
}

package org.broadsheet.text.article;

import java.util.List;

/**
 * An article or a caption of a page, repeats removed.
 *
 * @param index from 0, in the order of the page
 * @param paragraphs in the order of the page: a headline may stand behind its body
 * @param continuesOn page on which it goes on ({@code （下转第4版）}: 4); 0 where it ends here
 * @param continuedFrom page from which it comes ({@code （上接第1版）}: 1); 0 where it begins here
 */
public record Article(int index, Kind kind, List<Paragraph> paragraphs, int continuesOn, int continuedFrom) {
    /** What it is. */
    public enum Kind {
        ARTICLE,
        /** The text of a picture, with its credit ({@code 薛礼伟 摄}). */
        CAPTION
    }

    /** The text of all paragraphs of a role, joined by a space; empty where there is none. */
    public String text(Role role) {
        StringBuilder joined = new StringBuilder();
        for (Paragraph paragraph : paragraphs) {
            if (paragraph.role() == role) {
                joined.append(joined.isEmpty() ? "" : " ").append(paragraph.text());
            }
        }
        return joined.toString();
    }
}

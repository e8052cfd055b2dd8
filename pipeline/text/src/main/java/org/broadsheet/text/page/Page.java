package org.broadsheet.text.page;

import java.util.List;

/**
 * A decoded page with what is known of it.
 *
 * @param id key, revision and content
 * @param source the paper, {@code 太原晚报}; empty where nobody said
 * @param published day of publication, in epoch days
 * @param home six-digit code of the paper's home region; 0 where unknown
 * @param url where the page can be seen; empty where nobody said
 * @param inferred which of {@code source}, {@code published}, {@code home} were read off the text rather than told, sorted
 * @param text the decoded page as it came; every offset elsewhere is a UTF-16 offset into it
 * @param corrections what a person says of its mentions
 */
public record Page(
        PageId id,
        String source,
        int published,
        int home,
        String url,
        List<String> inferred,
        String text,
        Corrections corrections) {
    /** A page that nobody has corrected. */
    public Page(PageId id, String source, int published, int home, String url, List<String> inferred, String text) {
        this(id, source, published, home, url, inferred, text, Corrections.NONE);
    }

    /** The same page of a paper at home elsewhere. */
    public Page withHome(int newHome) {
        return newHome == home ? this : new Page(id, source, published, newHome, url, inferred, text, corrections);
    }
}

package org.broadsheet.text.fact;

import java.math.BigDecimal;
import java.util.List;
import org.broadsheet.text.article.Repeat;
import org.broadsheet.text.mention.Sentence;
import org.broadsheet.text.page.Correction;
import org.broadsheet.text.page.PageId;
import org.jspecify.annotations.Nullable;

/**
 * A row of the table {@code page}: one content of one page, with what was read and removed. Rows are added, never
 * changed; which content holds is a view (the greatest by revision, corrections and content).
 *
 * @param reference of key, revision, content and rules
 * @param withdrawn whether this revision takes the page back
 * @param published in epoch days; 0 where withdrawn
 * @param inferred what was read off the text rather than told, sorted
 * @param rules version of rules, catalogue, papers and gazetteer
 * @param paragraphs law: paragraphs = kept + repeated
 * @param articles clean text by the setting {@code evidence}; the text is empty where only sentences are kept
 * @param sentences those with a mention
 * @param mentions the words of each mention, by its number
 * @param corrections those in force, and what each is about
 */
public record PageRow(
        Reference reference,
        PageId id,
        boolean withdrawn,
        String source,
        int published,
        int home,
        String url,
        List<String> inferred,
        String rules,
        int paragraphs,
        int kept,
        int repeated,
        List<Repeat> repeats,
        List<ArticleRow> articles,
        List<Sentence> sentences,
        List<MentionText> mentions,
        List<CorrectionRow> corrections) {

    /** A page that nobody has corrected. */
    public PageRow(
            Reference reference,
            PageId id,
            boolean withdrawn,
            String source,
            int published,
            int home,
            String url,
            List<String> inferred,
            String rules,
            int paragraphs,
            int kept,
            int repeated,
            List<Repeat> repeats,
            List<ArticleRow> articles,
            List<Sentence> sentences,
            List<MentionText> mentions) {
        this(
                reference,
                id,
                withdrawn,
                source,
                published,
                home,
                url,
                inferred,
                rules,
                paragraphs,
                kept,
                repeated,
                repeats,
                articles,
                sentences,
                mentions,
                List.of());
    }

    /**
     * A correction, and the mentions that it is about.
     *
     * @param mentions their numbers; empty where the page has none such
     */
    public record CorrectionRow(Correction correction, List<Integer> mentions) {}

    /**
     * An article as evidence.
     *
     * @param kind {@code article} or {@code caption}
     * @param region six-digit code; 0 where unknown and where the article has no mention
     */
    public record ArticleRow(int index, String kind, String headline, int region, String text) {}

    /**
     * The words of a mention as evidence: {@code 795个检测采样点}.
     *
     * @param article index of its article in the page
     * @param sentence its index among the sentences with a mention
     * @param start offset of the quote in the decoded page, UTF-16
     * @param end offset behind the quote in the decoded page, UTF-16
     * @param quote number, modifier and noun
     * @param rule the rule that spoke
     * @param regionWhy how the region was found
     * @param read the value as it was read; null where nobody has corrected the mention
     * @param correction what a person says of it; null where nobody has
     */
    public record MentionText(
            int article,
            int sentence,
            int start,
            int end,
            String quote,
            String rule,
            String regionWhy,
            @Nullable BigDecimal read,
            @Nullable Correction correction) {
        /** The words of a mention that nobody has corrected. */
        public MentionText(int article, int sentence, int start, int end, String quote, String rule, String regionWhy) {
            this(article, sentence, start, end, quote, rule, regionWhy, null, null);
        }
    }
}

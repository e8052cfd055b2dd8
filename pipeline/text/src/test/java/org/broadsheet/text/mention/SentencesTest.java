package org.broadsheet.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.broadsheet.text.article.CleanText;
import org.junit.jupiter.api.Test;

class SentencesTest {
    @Test
    void endBehindTheQuotationMark() {
        assertThat(sentences("他说：“来了12人。”队伍有3支！（完）好")).containsExactly("他说：“来了12人。”", "队伍有3支！", "（完）好");
    }

    /** A page of 300 KB without a full stop took minutes: whoever reads a sentence looks back over all of it. */
    @Test
    void aStretchWithoutFullStopsIsCutBehindAClause() {
        String endless = "迎泽区出动128名党员，".repeat(5_000);
        List<String> sentences = sentences(endless);
        assertThat(String.join("", sentences)).isEqualTo(endless);
        assertThat(sentences)
                .hasSize(100)
                .allMatch(sentence -> sentence.endsWith("，") && sentence.length() == Sentences.LONGEST);
    }

    @Test
    void aStretchWithoutAnyMarkIsCutBetweenCharacters() {
        String endless = "a" + "𠮷".repeat(3_000);
        List<String> sentences = sentences(endless);
        assertThat(String.join("", sentences)).isEqualTo(endless);
        assertThat(sentences).hasSize(11).noneMatch(sentence -> Character.isLowSurrogate(sentence.charAt(0)));
    }

    private static List<String> sentences(String text) {
        return Sentences.of(CleanText.verbatim(text, 0)).stream()
                .map(CleanText::toString)
                .collect(Collectors.toList());
    }
}

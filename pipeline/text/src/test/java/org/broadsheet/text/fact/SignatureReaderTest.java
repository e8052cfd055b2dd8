package org.broadsheet.text.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.junit.jupiter.api.Test;

/** What is known of the words around a mention: enough to tell a reprint, not a figure more or less. */
class SignatureReaderTest {
    private static final String STORY = "为防止核酸筛查中居民等候时间过长，迎泽区卫体局设立了795个检测采样点，" + "抽调270名采样人员分片包干，确保居民在家门口十五分钟内完成采样。";

    @Test
    void theSameWordsAreSimilarWhateverMarksAndLinesAreBetween() {
        String reset = STORY.replace("，", ", ").replace("。", ".\n").replace("家门口", "家\n门口");
        assertThat(of(reset)).isEqualTo(of(STORY));
    }

    @Test
    void twoWrongCharactersHideNothing() {
        assertThat(of(STORY).isSimilarTo(of(STORY.replace("等候", "等侯").replace("完成", "元成"))))
                .isTrue();
    }

    @Test
    void anotherNumberBesideTheMentionIsAnotherStory() {
        Signature other = of(STORY.replace("270名", "280名"));
        assertThat(of(STORY).equalMinima(other)).isGreaterThan(24);
        assertThat(of(STORY).contradicts(other)).isTrue();
        assertThat(of(STORY).isSimilarTo(other)).isFalse();
        assertThat(of(STORY).isSimilarTo(of(STORY.replace("十五分钟", "十分钟")))).isFalse();
    }

    @Test
    void anotherPlaceThatNobodyKnowsIsSeen() {
        assertThat(of(STORY).namesAnotherPlace(of(STORY.replace("迎泽区", "河东区")))).isTrue();
        assertThat(of(STORY).namesAnotherPlace(of(STORY.replace("等候", "等侯")))).isFalse();
    }

    @Test
    void anotherNumberInTheNextSentenceIsAnotherStory() {
        String next = "全区累计确诊25例。";
        assertThat(of(STORY + next).isSimilarTo(of(STORY + next))).isTrue();
        assertThat(of(STORY + next).isSimilarTo(of(STORY + next.replace("25", "28"))))
                .isFalse();
    }

    @Test
    void anotherStoryOfTheSameFigureIsNotSimilar() {
        String other = "昨日，记者从太原市疾控中心获悉，目前迎泽区已建成795个检测采样点，市民可以通过手机地图查询离自己最近的位置和开放时间。";
        assertThat(of(STORY).isSimilarTo(of(other))).isFalse();
    }

    @Test
    void fewWordsAreSimilarToNothing() {
        assertThat(of("设立795个检测采样点")).isEqualTo(Signature.NONE);
        assertThat(Signature.NONE.isSimilarTo(Signature.NONE)).isFalse();
    }

    @Test
    void whatStandsOutsideHasNone() {
        SignatureReader reader = SignatureReader.of(article(STORY));
        assertThat(reader.at(-5, -1)).isEqualTo(Signature.NONE);
        assertThat(reader.at(4000, 4004)).isEqualTo(Signature.NONE);
    }

    @Test
    void aSentenceSurroundedByOthersIsStillKnown() {
        String before = "本报讯。昨天的天气很好，风和日丽。";
        assertThat(of(before + STORY).isSimilarTo(of(STORY))).isTrue();
    }

    private static Signature of(String text) {
        int start = text.indexOf("795");
        return SignatureReader.of(article(text)).at(start, start + "795个检测采样点".length());
    }

    private static Article article(String text) {
        Paragraph paragraph = new Paragraph(Role.BODY, CleanText.verbatim(text, 0));
        return new Article(0, Article.Kind.ARTICLE, List.of(paragraph), 0, 0);
    }
}

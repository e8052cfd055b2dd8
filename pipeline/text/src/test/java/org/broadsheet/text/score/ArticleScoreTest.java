package org.broadsheet.text.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.PageCleaner;
import org.broadsheet.text.mention.Extraction;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.PageId;
import org.junit.jupiter.api.Test;

class ArticleScoreTest {
    private static final String PAGE = """
            ## 沙坪坝区口袋公园添新绿

            记者 李禾

            沙坪坝区新建口袋公园18座，市民推窗见绿。

            ## 两江新区新增公交线路

            两江新区新增公交线路6条，居民出行更方便。
            """;

    @Test
    void countsWhatIsAsLabelled() {
        ArticleScore score = score(
                label("沙坪坝区口袋公园 添新绿", "记者李禾", "沙坪坝区新建", "市民推窗见绿。"), label("两江新区新增公交线路", "", "两江新区新增", "居民出行更方便。"));

        assertThat(score.labelled()).isEqualTo(2);
        assertThat(score.found()).isEqualTo(2);
        assertThat(score.misses()).isEmpty();
        assertThat(score.extras()).isEmpty();
        assertThat(score.fields().values()).containsOnly(new ArticleScore.Share(2, 2));
    }

    @Test
    void listsEachMiss() {
        ArticleScore score = score(label("口袋公园添新绿", "记者李禾", "18座，", "市民推窗见绿。"), label("北碚区", "", "北碚区新修步道", "市民出行方便。"));

        assertThat(score.found()).isEqualTo(1);
        assertThat(score.misses())
                .containsExactly(
                        new ArticleScore.Miss("a", "18座，", "start", "10 characters off", "18座，"),
                        new ArticleScore.Miss("a", "18座，", "headline", "沙坪坝区口袋公园添新绿", "口袋公园添新绿"),
                        new ArticleScore.Miss("a", "北碚区新修步道", "found", "", "北碚区"));
        assertThat(score.extras()).containsExactly(new ArticleScore.Extra("a", 1, "两江新区新增公交线路6条，居民出行更方便"));
        assertThat(score.fields()).containsEntry("headline", new ArticleScore.Share(0, 1));
    }

    private static ArticleLabel label(String headline, String byline, String starts, String ends) {
        return new ArticleLabel("article", headline, "", "", byline, starts, ends, Set.of(500000));
    }

    private static ArticleScore score(ArticleLabel... labels) {
        Page page = new Page(new PageId("k", 0, ""), "重庆日报", 0, 500000, "", List.of(), PAGE);
        CleanPage clean = new PageCleaner().clean(page);
        List<Extraction.ArticleContext> contexts = clean.articles().stream()
                .map(article -> new Extraction.ArticleContext(500000, 0))
                .toList();
        return ArticleScore.of(List.of(new ArticleScore.Answer("a", List.of(labels), clean, contexts)));
    }
}

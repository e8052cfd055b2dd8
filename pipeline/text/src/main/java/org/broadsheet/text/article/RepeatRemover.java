package org.broadsheet.text.article;

import java.util.List;

final class RepeatRemover {
    RepeatRemover(Telling telling) {}

    CleanPage remove(List<Article> articles) {
        int n = articles.stream().mapToInt(a -> a.paragraphs().size()).sum();
        return new CleanPage(articles, List.of(), n, n, 0);
    }
}

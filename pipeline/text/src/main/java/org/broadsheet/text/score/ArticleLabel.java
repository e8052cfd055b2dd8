package org.broadsheet.text.score;

import java.util.Set;

/**
 * What a person says stands on a page: an article {@code 西凌井乡源头治理 防火于未「燃」} from {@code 本报讯“森林是我家} on.
 *
 * @param kind {@code article} or {@code caption}
 * @param starts the first characters of its printed body, opening and jump included, signature not
 * @param ends the last ones
 * @param regions six-digit codes that are right; empty where nobody said
 */
public record ArticleLabel(
        String kind,
        String headline,
        String kicker,
        String subhead,
        String byline,
        String starts,
        String ends,
        Set<Integer> regions) {}

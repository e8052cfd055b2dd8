package org.broadsheet.text.mention;

import java.util.List;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;

/** Stands in until the real one is merged. */
public final class Extractor {
    /** Stands in. */
    public Extractor(Catalogue catalogue, Gazetteer gazetteer) {}

    /** Stands in. */
    public Extraction extract(Page page, CleanPage clean) {
        return new Extraction(
                List.of(),
                List.of(),
                clean.articles().stream()
                        .map(a -> new Extraction.ArticleContext(0, 0))
                        .toList());
    }
}

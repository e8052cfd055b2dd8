package org.broadsheet.text.fact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Mention;
import org.broadsheet.text.page.Page;

/**
 * Makes the elements of a page's mentions: {@code 795个检测采样点} with its signature, without its words. Good for one page;
 * not thread-safe.
 */
public final class PageElementReader {
    private final Reference reference;
    private final Page page;
    private final List<Article> articles;
    private final Map<Integer, SignatureReader> readers = new HashMap<>();

    /**
     * @param reference of key, revision, content and rules
     * @param articles by their index
     */
    public PageElementReader(Reference reference, Page page, List<Article> articles) {
        this.reference = reference;
        this.page = page;
        this.articles = articles;
    }

    /** The elements of all mentions of the page, in their order. */
    public List<Element> elements(List<Mention> mentions) {
        return elements(mentions, mentions);
    }

    /**
     * The elements of all mentions of the page, in their order.
     *
     * @param corrected what holds of each
     * @param read the same as they were read: what stands beside them is known by these
     */
    List<Element> elements(List<Mention> corrected, List<Mention> read) {
        List<Element> elements = new ArrayList<>(corrected.size());
        for (int i = 0; i < corrected.size(); i++) {
            Mention holds = corrected.get(i);
            Signature signature = holds.fate() == Fate.COUNTED ? signature(read.get(i), read) : Signature.NONE;
            elements.add(element(holds, signature));
        }
        return List.copyOf(elements);
    }

    private Element element(Mention mention, Signature signature) {
        return new Element(
                reference,
                mention.number(),
                page.id().key(),
                page.source(),
                page.published(),
                mention.metric(),
                mention.value(),
                mention.modifier(),
                mention.region(),
                mention.place(),
                mention.scope(),
                mention.day(),
                mention.dayStated(),
                signature,
                mention.fate());
    }

    /** Another paper may have another headline: what counts there is known by what the body says of the same. */
    private Signature signature(Mention mention, List<Mention> mentions) {
        Signature own = at(mention);
        if (own.isKnown()) {
            return own;
        }
        for (Mention other : mentions) {
            if (other.fate() == Fate.RETOLD && tellsAgain(other, mention)) {
                Signature body = at(other);
                if (body.isKnown()) {
                    return body;
                }
            }
        }
        return own;
    }

    private static boolean tellsAgain(Mention other, Mention mention) {
        return other.article() == mention.article()
                && other.region() == mention.region()
                && other.metric().equals(mention.metric())
                && other.value().compareTo(mention.value()) == 0;
    }

    private Signature at(Mention mention) {
        return readers.computeIfAbsent(mention.article(), index -> SignatureReader.of(articles.get(index)))
                .at(mention.start(), mention.end());
    }
}

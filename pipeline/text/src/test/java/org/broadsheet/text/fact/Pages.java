package org.broadsheet.text.fact;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.broadsheet.text.page.PageId;

/** Pages by name for the tests of the keyed steps, as {@code extract} sends them on. */
final class Pages {
    /** Days after 1 January 2022. */
    static final int NEW_YEAR = 18993;

    private final String paper;
    private final int published;
    private final long revision;
    private final String content;
    private final List<Element> elements = new ArrayList<>();

    private Pages(String paper, int published, long revision, String content) {
        this.paper = paper;
        this.published = published;
        this.revision = revision;
        this.content = content;
    }

    static Pages page(String paper, int published) {
        return page(paper, published, 0, "a");
    }

    static Pages page(String paper, int published, long revision, String content) {
        return new Pages(paper, NEW_YEAR + published, revision, content);
    }

    Pages says(String metric, int region, String place, long value) {
        return says(metric, region, place, value, Modifier.EXACT, Fate.COUNTED);
    }

    Pages says(String metric, int region, String place, long value, Modifier modifier, Fate fate) {
        return add(metric, region, place, value, modifier, NEW_YEAR, true, Signature.NONE, fate);
    }

    /** Says in these words, of the day of publication, that there are 795 test sites in 迎泽区. */
    Pages tells(Signature words, String place) {
        return tells(words, place, 795, Modifier.EXACT);
    }

    Pages tells(Signature words, String place, long value, Modifier modifier) {
        return add("test_sites", Provinces.YINGZE, place, value, modifier, published, false, words, Fate.COUNTED);
    }

    /** The same, of a day that the text names. */
    Pages tellsOf(int day, Signature words, String place) {
        return add(
                "test_sites", Provinces.YINGZE, place, 795, Modifier.EXACT, NEW_YEAR + day, true, words, Fate.COUNTED);
    }

    private Pages add(
            String metric,
            int region,
            String place,
            long value,
            Modifier modifier,
            int day,
            boolean stated,
            Signature words,
            Fate fate) {
        elements.add(new Element(
                Reference.of(key(), Long.toString(revision), content),
                elements.size(),
                key(),
                paper,
                published,
                metric,
                BigDecimal.valueOf(value),
                modifier,
                region,
                place,
                Scope.CURRENT,
                day,
                stated,
                words,
                fate));
        return this;
    }

    String key() {
        return paper + "/" + java.time.LocalDate.ofEpochDay(published) + "/001";
    }

    PageElements elements() {
        return new PageElements(new PageId(key(), revision, content), published, List.copyOf(elements));
    }
}

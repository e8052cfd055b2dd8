package org.broadsheet.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.mention.Extraction;
import org.broadsheet.text.mention.Sentence;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reading;
import org.broadsheet.text.place.PlaceFinder;
import org.broadsheet.text.place.PlaceReader;
import org.broadsheet.text.place.Spot;

/** The articles of the real pages, to look for places in: {@code 乐平社区} in one of 晋中日报. */
final class ReadArticles {
    private static final int HOME = 140700;

    private final List<List<Told>> articles = new ArrayList<>();
    private final PlaceFinder finder;

    /** A paragraph, and whether a mention stands in it. */
    private record Told(String text, boolean counts) {}

    /** Cleans and extracts the three checked-in pages. */
    ReadArticles() throws IOException {
        TextRules rules = Samples.ofProject().rules();
        this.finder = new PlaceFinder(rules.gazetteer());
        TextStage stage = TextStage.open(rules, TextStage.Evidence.SENTENCES);
        for (byte[] bytes : Samples.ofProject().pages()) {
            RawPage raw = Pages.raw(bytes);
            Page page = ((Reading.Read) stage.read(raw)).page();
            add(stage.clean(page), stage.extract(page, stage.clean(page)));
        }
    }

    private void add(CleanPage clean, Extraction extraction) {
        for (Article article : clean.articles()) {
            Set<String> sentences = new HashSet<>();
            extraction.sentences().stream()
                    .filter(sentence -> sentence.article() == article.index())
                    .map(Sentence::text)
                    .forEach(sentences::add);
            List<Told> told = new ArrayList<>();
            for (Paragraph paragraph : article.paragraphs()) {
                String text = paragraph.text().toString();
                told.add(new Told(text, sentences.stream().anyMatch(text::contains)));
            }
            articles.add(told);
        }
    }

    /** How many places there are, of every paragraph. */
    int every() {
        int count = 0;
        for (List<Told> article : articles) {
            PlaceReader places = new PlaceReader(finder, HOME);
            for (Told paragraph : article) {
                count += places.next(paragraph.text()).size();
            }
        }
        return count;
    }

    /** How many places there are in the first paragraph of each article, a headline most often, and in those with a mention. */
    int claimed() {
        int count = 0;
        for (List<Told> article : articles) {
            PlaceReader places = new PlaceReader(finder, HOME);
            boolean first = true;
            for (Told paragraph : article) {
                List<Spot> spots = places.next(paragraph.text());
                count += first || paragraph.counts() ? spots.size() : 0;
                first = false;
            }
        }
        return count;
    }
}

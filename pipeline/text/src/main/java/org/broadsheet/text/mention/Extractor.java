package org.broadsheet.text.mention;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.number.ChineseNumerals;
import org.broadsheet.text.number.NumberScanner;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.Level;
import org.broadsheet.text.place.PlaceFinder;

/**
 * Extracts the mentions of a page: {@code 迎泽区设立了795个检测采样点} is 795 {@code test_sites} in 140106.
 *
 * <p>A function of page, catalogue and gazetteer: no clock, no memory. Immutable, thread-safe.
 */
public final class Extractor {
    private final ArticleReader.Tools tools;
    private final Gazetteer gazetteer;

    /**
     * @param catalogue what is counted
     * @param gazetteer the divisions and towns
     */
    public Extractor(Catalogue catalogue, Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        NumberScanner numbers = new NumberScanner(new ChineseNumerals());
        this.tools = new ArticleReader.Tools(
                catalogue,
                numbers,
                new ClaimReader(catalogue, numbers),
                new DayFinder(),
                new Owners(gazetteer),
                new PlaceFinder(gazetteer),
                new HomeBodies(),
                new Stories());
    }

    /** What finds the places, for those who want nothing else. */
    public PlaceFinder places() {
        return tools.places();
    }

    /**
     * The mentions of a page, retold and unplaced ones included and marked, in the order of the page.
     *
     * @param told the page, whose day of publication and home are believed; a home that is no division is none
     * @param clean its articles
     */
    public Extraction extract(Page told, CleanPage clean) {
        return read(told, clean, Trace.none());
    }

    /**
     * Where and when each article stands, those without a mention included, by {@code Article#index}.
     *
     * @param told as for {@link #extract}
     * @param clean its articles
     */
    public List<Extraction.ArticleContext> contexts(Page told, CleanPage clean) {
        Page page = told.withHome(home(told.home()));
        List<Extraction.ArticleContext> contexts = new ArrayList<>();
        for (Article article : clean.articles()) {
            ArticleReader reader = new ArticleReader(tools, page, article, Trace.none());
            reader.read();
            contexts.add(reader.context());
        }
        return List.copyOf(contexts);
    }

    /**
     * Why each number of a page is a mention or none, in the order of the page.
     *
     * @param told as for {@link #extract}
     * @param clean its articles
     */
    public List<Explanation> explain(Page told, CleanPage clean) {
        Trace trace = Trace.asked();
        read(told, clean, trace);
        return trace.explanations();
    }

    private Extraction read(Page told, CleanPage clean, Trace trace) {
        Page page = told.withHome(home(told.home()));
        List<Draft> drafts = new ArrayList<>();
        List<Extraction.ArticleContext> contexts = new ArrayList<>();
        for (Article article : clean.articles()) {
            ArticleReader reader = new ArticleReader(tools, page, article, trace);
            List<Draft> found = reader.read();
            drafts.addAll(found);
            contexts.add(found.isEmpty() ? Extraction.ArticleContext.UNKNOWN : reader.context());
        }
        drafts.sort(Comparator.comparingInt(Draft::start)
                .thenComparing(Draft::metric)
                .thenComparingInt(draft -> draft.where().region()));
        return number(drafts, contexts);
    }

    /** A paper at home in 太原经开区 is at home in what holds it; one at home in 999999 nowhere. */
    private int home(int told) {
        return gazetteer
                .region(told)
                .map(region -> region.level() == Level.ZONE ? region.parent() : region.code())
                .orElse(0);
    }

    private static Extraction number(List<Draft> drafts, List<Extraction.ArticleContext> contexts) {
        List<Mention> mentions = new ArrayList<>();
        List<Sentence> sentences = new ArrayList<>();
        IdentityHashMap<CleanText, Integer> places = new IdentityHashMap<>();
        for (Draft draft : drafts) {
            Integer sentence = places.get(draft.sentence());
            if (sentence == null) {
                sentence = sentences.size();
                places.put(draft.sentence(), sentence);
                sentences.add(sentence(draft));
            }
            mentions.add(mention(mentions.size(), sentence, draft));
        }
        return new Extraction(List.copyOf(mentions), List.copyOf(sentences), List.copyOf(contexts));
    }

    private static Sentence sentence(Draft draft) {
        CleanText text = draft.sentence();
        return new Sentence(draft.article(), text.toString(), text.origin(0), text.originEnd(text.length()));
    }

    private static Mention mention(int number, int sentence, Draft draft) {
        return new Mention(
                number,
                draft.article(),
                sentence,
                draft.metric(),
                draft.value(),
                draft.modifier(),
                draft.where().region(),
                draft.where().place(),
                draft.scope(),
                draft.day(),
                draft.dayStated(),
                draft.sentence().origin(draft.from()),
                draft.sentence().originEnd(draft.to()),
                draft.sentence().toString().substring(draft.from(), draft.to()),
                draft.rule(),
                draft.where().why(),
                draft.fate());
    }
}

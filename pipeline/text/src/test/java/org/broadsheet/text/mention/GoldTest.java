package org.broadsheet.text.mention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.metric.Catalogue;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.score.GoldFolder;
import org.broadsheet.text.score.Score;
import org.junit.jupiter.api.Test;

/** The labelled pages and items, with floors that may only rise. */
class GoldTest {
    private static final Path GOLD = Path.of(System.getProperty("broadsheet.root"), "config", "samples", "gold");

    private final Extractor extractor = new Extractor(Catalogue.packaged(), Gazetteer.load());

    @Test
    void pages() throws IOException {
        Score score = score(GOLD, "000", "003");
        System.out.println("PAGES");
        report(score, true);
    }

    @Test
    void itemsNotRead() throws IOException {
        Score score = score(GOLD.resolve("items"), "a040", "a059");
        System.out.println("HELD OUT");
        report(score, false);
    }

    @Test
    void items() throws IOException {
        Score score = score(GOLD.resolve("items"), "a000", "a039");
        report(score, true);
        assertThat(score.total().f1()).isGreaterThanOrEqualTo(0.5);
    }

    private static java.util.List<org.broadsheet.text.score.Label> anywhere(
            java.util.List<org.broadsheet.text.score.Label> labels, Extraction extraction) {
        if (System.getenv("BLIND") == null) {
            return labels;
        }
        java.util.Set<Integer> all = new java.util.HashSet<>();
        extraction.mentions().forEach(mention -> all.add(mention.region()));
        return labels.stream()
                .map(l -> new org.broadsheet.text.score.Label(
                        l.metric(), l.value(), all, l.modifier(), l.place(), l.scope(), l.date(), l.quote()))
                .toList();
    }

    private Score score(Path folder, String from, String to) throws IOException {
        List<Score.Answer> answers = new ArrayList<>();
        for (GoldFolder.Text text : GoldFolder.read(folder)) {
            if (text.name().compareTo(from) >= 0 && text.name().compareTo(to) <= 0) {
                String content = Files.readString(text.file(), StandardCharsets.UTF_8);
                Page page = Cleaned.page(text.source(), text.published(), text.home(), content);
                boolean folderPages = true;
                Extraction extraction = extractor.extract(
                        page,
                        folderPages
                                ? new org.broadsheet.text.article.PageCleaner().clean(page)
                                : Cleaned.article(content));
                answers.add(new Score.Answer(text.name(), anywhere(text.labels(), extraction), extraction));
            }
        }
        return Score.of(answers);
    }

    static void report(Score score, boolean details) {
        System.out.printf(
                java.util.Locale.ROOT,
                "F1 %.4f P %.4f R %.4f %s%n",
                score.total().f1(),
                score.total().precision(),
                score.total().recall(),
                score.total());
        for (String field : List.of("modifier", "scope", "date", "place")) {
            System.out.printf(java.util.Locale.ROOT, "  %s %.4f%n", field, score.agreement(field));
        }
        if (details) {
            score.misses().forEach(miss -> System.out.println("MISS " + miss.file() + " " + miss.label()));
            score.extras()
                    .forEach(extra -> System.out.println("EXTRA " + extra.file() + " "
                            + extra.mention().metric() + " " + extra.mention().value() + " "
                            + extra.mention().region() + " " + extra.mention().place() + " ["
                            + extra.mention().quote() + "] " + extra.mention().rule()));
            score.differences()
                    .forEach(difference -> System.out.println("DIFF " + difference.file() + " "
                            + difference.mention().quote() + " " + difference.field() + " " + difference.found() + " / "
                            + difference.labelled()));
        }
    }
}

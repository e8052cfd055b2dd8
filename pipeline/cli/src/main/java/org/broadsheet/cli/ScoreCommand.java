package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.page.Header;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reading;
import org.broadsheet.text.score.ArticleScore;
import org.broadsheet.text.score.GoldFolder;
import org.broadsheet.text.score.Score;
import org.broadsheet.text.score.Tally;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code score}: precision, recall and F1 against labels, with each miss and each extra. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = {
            "Compares what is extracted with labels: precision, recall, F1, and each miss and each extra.",
            "GOLD is a folder of NNN.mentions.jsonl; the texts are found by items.jsonl in it or ../pages/pages.jsonl beside"
                    + " it.",
            "With --articles, of NNN.articles.json: which articles are found, where they begin and end, what stands over"
                    + " them, and each miss."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet score config/samples/gold               the three pages",
            "  ./broadsheet score config/samples/gold/items         the short items",
            "  ./broadsheet score --articles config/samples/gold    the articles of the three pages"
        })
final class ScoreCommand implements Callable<Integer> {
    @Parameters(paramLabel = "GOLD", arity = "1..*", description = "Folders of labels.")
    private List<Path> folders = List.of();

    @Option(names = "--articles", description = "Compare articles instead of mentions.")
    private boolean articles;

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        TextStage text = TextStage.open(rules.read(), TextStage.Evidence.SENTENCES);
        for (Path folder : folders) {
            if (articles) {
                ArticleScoreTable.print(out, folder, scoreArticles(text, folder));
                continue;
            }
            List<Score.Answer> answers = new ArrayList<>();
            List<GoldFolder.Text> texts = GoldFolder.read(folder);
            if (texts.isEmpty()) {
                throw new PlainFault("There are no labels (NNN.mentions.jsonl) in " + folder + ".");
            }
            for (GoldFolder.Text labelled : texts) {
                Page page = read(text, labelled);
                answers.add(new Score.Answer(labelled.name(), labelled.labels(), text.extract(page, text.clean(page))));
            }
            out.println("== " + folder + ": " + answers.size() + " texts");
            print(out, Score.of(answers));
        }
        return Broadsheet.DONE;
    }

    private static ArticleScore scoreArticles(TextStage text, Path folder) throws IOException {
        List<ArticleScore.Answer> answers = new ArrayList<>();
        List<GoldFolder.Outline> outlines = GoldFolder.outlines(folder);
        if (outlines.isEmpty()) {
            throw new PlainFault("There are no labels (NNN.articles.json) in " + folder + ".");
        }
        for (GoldFolder.Outline outline : outlines) {
            Page page = read(text, outline.text());
            CleanPage clean = text.clean(page);
            String name = outline.text().name();
            answers.add(new ArticleScore.Answer(name, outline.articles(), clean, text.contexts(page, clean)));
        }
        return ArticleScore.of(answers);
    }

    private static Page read(TextStage text, GoldFolder.Text labelled) throws IOException {
        List<Header> headers = List.of(
                header("source", labelled.source()),
                header("published", LocalDate.ofEpochDay(labelled.published()).toString()),
                header("home", Integer.toString(labelled.home())));
        Reading reading = text.read(new RawPage("", 0, 0, null, Files.readAllBytes(labelled.file()), headers));
        if (reading instanceof Reading.Read read) {
            return read.page();
        }
        throw new PlainFault(labelled.file() + " is no page: " + reading);
    }

    private static Header header(String name, String value) {
        return new Header(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private static void print(PrintWriter out, Score score) {
        TextTable table = new TextTable("metric", "precision", "recall", "F1", "matched", "missed", "extra");
        add(table, "all", score.total());
        score.byMetric().forEach((metric, tally) -> add(table, metric, tally));
        out.print(table);
        out.println();
        for (String field : List.of("modifier", "scope", "date", "place")) {
            out.println(field + " right in " + share(score.agreement(field)) + " of the matched");
        }
        out.println();
        score.misses().forEach(miss -> out.println("missed " + miss.file() + " " + miss.label()));
        score.extras()
                .forEach(extra -> out.println("extra  " + extra.file() + " "
                        + extra.mention().metric() + " "
                        + extra.mention().value().toPlainString() + " "
                        + extra.mention().region() + " by " + extra.mention().rule() + " 【"
                        + extra.mention().quote() + "】 in " + extra.sentence()));
        score.differences()
                .forEach(difference -> out.println("differs " + difference.file() + " "
                        + difference.mention().metric() + " "
                        + difference.mention().value().toPlainString() + " " + difference.field() + ": "
                        + difference.found() + ", labelled " + difference.labelled()));
        out.println();
    }

    private static void add(TextTable table, String name, Tally tally) {
        table.add(
                name,
                share(tally.precision()),
                share(tally.recall()),
                share(tally.f1()),
                Integer.toString(tally.matched()),
                Integer.toString(tally.missed()),
                Integer.toString(tally.extra()));
    }

    private static String share(double share) {
        return String.format(Locale.ROOT, "%.3f", share);
    }
}

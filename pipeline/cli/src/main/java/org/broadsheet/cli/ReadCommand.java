package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Repeat;
import org.broadsheet.text.mention.Extraction;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code read}: what was made of a page. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description =
                "Shows what was made of a page: its articles, and the repeats that were removed. Needs no server.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet read config/samples/pages/003_d80b19d43e3d5215.txt",
            "  ./broadsheet read --json config/samples/pages      one JSON object an article"
        })
final class ReadCommand implements Callable<Integer> {
    @Mixin
    private PageArguments pages = new PageArguments();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(names = "--json", description = "One JSON object a line, one line an article.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        TextStage text = TextStage.open(rules.read(), TextStage.Evidence.ARTICLES);
        return pages.forEach(text, spec.commandLine().getErr(), (file, page) -> {
            CleanPage clean = text.clean(page);
            List<Extraction.ArticleContext> contexts = json ? text.contexts(page, clean) : List.of();
            if (!json) {
                out.println("== " + file + ": " + clean.articles().size() + " articles, " + clean.paragraphs()
                        + " paragraphs, " + clean.repeated() + " of them repeats");
            }
            for (Article article : clean.articles()) {
                if (json) {
                    out.println(Json.line(ArticleJson.of(file, article, clean, contexts.get(article.index()))));
                } else {
                    print(out, article);
                }
            }
            if (!json) {
                clean.repeats().forEach(repeat -> print(out, repeat));
            }
        });
    }

    private static void print(PrintWriter out, Article article) {
        out.println();
        out.println("-- " + article.index() + " " + article.kind().name().toLowerCase(java.util.Locale.ROOT)
                + (article.continuesOn() == 0 ? "" : ", continues on page " + article.continuesOn())
                + (article.continuedFrom() == 0 ? "" : ", continued from page " + article.continuedFrom()));
        for (Paragraph paragraph : article.paragraphs()) {
            out.println("   [" + paragraph.role().name().toLowerCase(java.util.Locale.ROOT) + "] " + paragraph.text());
        }
    }

    private static void print(PrintWriter out, Repeat repeat) {
        out.println("   removed " + repeat.removed() + " of " + repeat.times() + " ("
                + repeat.kind().name().toLowerCase(java.util.Locale.ROOT) + ", article " + repeat.article() + "): "
                + repeat.text());
    }
}

package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.mention.Explanation;
import org.broadsheet.text.mention.Extraction;
import org.broadsheet.text.mention.Fate;
import org.broadsheet.text.mention.Mention;
import org.broadsheet.text.mention.Sentence;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code extract}: the mentions of a page, marked in their sentences. */
@Command(
        name = "extract",
        mixinStandardHelpOptions = true,
        description = "Shows the mentions of a page, marked in their sentences. Needs no server.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet extract config/samples/pages/003_d80b19d43e3d5215.txt",
            "  ./broadsheet extract --json --manifest config/samples/gold/items/items.jsonl",
            "  ./broadsheet extract --explain page.txt              why each number is a mention, or why not",
            "  ./broadsheet extract --catalogue my-metrics.yaml config/samples/pages"
        })
final class ExtractCommand implements Callable<Integer> {
    @Mixin
    private PageArguments pages = new PageArguments();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(
            names = "--json",
            description = "One JSON object a line, one line a mention; what is told again is left out.")
    private boolean json;

    @Option(names = "--explain", description = "Say of every number why it is a mention or none.")
    private boolean explain;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        TextStage text = TextStage.open(rules.read(), TextStage.Evidence.SENTENCES);
        return pages.forEach(text, spec.commandLine().getErr(), (file, page) -> {
            if (explain) {
                explain(out, file, text.explain(page, text.clean(page)));
                return;
            }
            Extraction extraction = text.extract(page, text.clean(page));
            if (json) {
                extraction.mentions().stream()
                        .filter(mention -> mention.fate() != Fate.RETOLD)
                        .forEach(mention -> out.println(Json.line(MentionJson.of(file, mention))));
            } else {
                print(out, file, extraction);
            }
            out.flush();
        });
    }

    private static void print(PrintWriter out, String file, Extraction extraction) {
        out.println("== " + file + ": " + extraction.mentions().size() + " mentions");
        List<Sentence> sentences = extraction.sentences();
        for (int i = 0; i < sentences.size(); i++) {
            out.println();
            out.println("   " + marked(sentences.get(i), i, extraction.mentions()));
        }
        TextTable table = new TextTable(
                "metric", "value", "modifier", "region", "place", "scope", "day", "fate", "rule", "quote");
        for (Mention mention : extraction.mentions()) {
            table.add(
                    mention.metric(),
                    mention.value().toPlainString(),
                    mention.modifier().label(),
                    mention.region() == 0 ? "?" : Integer.toString(mention.region()),
                    mention.place(),
                    mention.scope().label(),
                    ArticleJson.day(mention.day()),
                    mention.fate().label(),
                    mention.rule(),
                    mention.quote());
        }
        out.println();
        out.print(table);
    }

    private void explain(PrintWriter out, String file, List<Explanation> explanations) {
        if (json) {
            explanations.forEach(explanation -> out.println(Json.line(ExplanationJson.of(file, explanation))));
        } else {
            TextTable table = new TextTable("number", "mention of", "why", "in");
            for (Explanation explanation : explanations) {
                table.add(
                        explanation.number(),
                        explanation.isMention() ? String.join(", ", explanation.metrics()) : "none",
                        explanation.reason(),
                        explanation.around());
            }
            out.println("== " + file + ": " + explanations.size() + " numbers");
            out.print(table);
        }
        out.flush();
    }

    private static String marked(Sentence sentence, int index, List<Mention> mentions) {
        boolean[] marks = new boolean[sentence.text().length()];
        for (Mention mention : mentions) {
            int at = mention.sentence() == index ? sentence.text().indexOf(mention.quote()) : -1;
            for (int i = Math.max(at, 0); at >= 0 && i < at + mention.quote().length(); i++) {
                marks[i] = true;
            }
        }
        StringBuilder marked = new StringBuilder();
        for (int i = 0; i < marks.length; i++) {
            boolean begins = marks[i] && (i == 0 || !marks[i - 1]);
            boolean ends = marks[i] && (i + 1 == marks.length || !marks[i + 1]);
            marked.append(begins ? mark(true) : "")
                    .append(sentence.text().charAt(i))
                    .append(ends ? mark(false) : "");
        }
        return marked.toString();
    }

    private static String mark(boolean begin) {
        if (!Ansi.AUTO.enabled()) {
            return begin ? "【" : "】";
        }
        return begin ? Ansi.Style.on(Ansi.Style.bold, Ansi.Style.fg_yellow) : Ansi.Style.off(Ansi.Style.reset);
    }
}

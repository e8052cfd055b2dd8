package org.broadsheet.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.article.Article;
import org.broadsheet.text.article.CleanText;
import org.broadsheet.text.article.Paragraph;
import org.broadsheet.text.article.Role;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.place.Gazetteer;
import org.broadsheet.text.place.PlaceContext;
import org.broadsheet.text.place.PlaceFinder;
import org.broadsheet.text.place.Region;
import org.broadsheet.text.place.Spot;
import org.broadsheet.text.place.Why;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code places}: the places named on a page, marked in its text. */
@Command(
        name = "places",
        mixinStandardHelpOptions = true,
        description = {
            "Shows every place that a page names, marked in its text: code, name, code of the day where it has changed since 2015, place below it, why and how sure."
                    + " Needs no server.",
            "why: stated, anaphor (该区), headline; sure: sure, likely"
                    + " (the name is shared or points back), unplaced (it cannot be known)."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./broadsheet places config/samples/pages/003_d80b19d43e3d5215.txt",
            "  ./broadsheet places --json --manifest config/samples/gold/items/items.jsonl",
            "  ./broadsheet places --json config/samples/pages | grep '\"sure\":\"unplaced\"'"
        })
final class PlacesCommand implements Callable<Integer> {
    @Mixin
    private PageArguments pages = new PageArguments();

    @Mixin
    private RulesOptions rules = new RulesOptions();

    @Option(names = "--json", description = "One JSON object a line, one line a place.")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A paragraph and its places. */
    private record Read(CleanText text, Role role, List<Spot> spots) {}

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        TextStage text = TextStage.open(rules.read(), TextStage.Evidence.ARTICLES);
        PlaceFinder finder = text.places();
        return pages.forEach(text, spec.commandLine().getErr(), (file, page) -> {
            List<Read> paragraphs = new ArrayList<>();
            for (Article article : text.clean(page).articles()) {
                paragraphs.addAll(read(article, page, finder));
            }
            if (json) {
                print(out, file, paragraphs);
            } else {
                print(out, file, paragraphs, finder.gazetteer());
            }
            out.flush();
        });
    }

    /** Its paragraphs in the order of reading; headlines know nothing of the body and the body nothing of them. */
    private static List<Read> read(Article article, Page page, PlaceFinder finder) {
        PlaceContext heads = new PlaceContext(page.home());
        PlaceContext body = new PlaceContext(page.home());
        List<Read> paragraphs = new ArrayList<>();
        for (Paragraph paragraph : article.paragraphs()) {
            if (paragraph.role() != Role.BYLINE && paragraph.role() != Role.JUMP) {
                PlaceContext context = isHead(paragraph.role()) ? heads : body;
                paragraphs.add(new Read(
                        paragraph.text(),
                        paragraph.role(),
                        finder.find(paragraph.text().toString(), context)));
            }
        }
        return paragraphs;
    }

    private static boolean isHead(Role role) {
        return role == Role.KICKER || role == Role.HEADLINE || role == Role.SUBHEAD;
    }

    private static void print(PrintWriter out, String file, List<Read> paragraphs) {
        for (Read paragraph : paragraphs) {
            for (Spot spot : paragraph.spots()) {
                Map<String, Object> line = new LinkedHashMap<>();
                line.put("file", file);
                line.put("text", paragraph.text().toString().substring(spot.start(), spot.end()));
                line.put("region", spot.region() > 0 ? Integer.toString(spot.region()) : "");
                line.put("former", spot.former() > 0 ? Integer.toString(spot.former()) : "");
                line.put("place", spot.place());
                line.put("start", paragraph.text().origin(spot.start()));
                line.put("end", paragraph.text().originEnd(spot.end()));
                line.put("why", why(paragraph, spot).label());
                line.put("sure", sure(spot));
                out.println(Json.line(line));
            }
        }
    }

    private static void print(PrintWriter out, String file, List<Read> paragraphs, Gazetteer gazetteer) {
        TextTable table = new TextTable("text", "region", "name", "former", "place", "start", "why", "sure");
        int count = 0;
        for (Read paragraph : paragraphs) {
            count += paragraph.spots().size();
        }
        out.println("== " + file + ": " + count + " places");
        for (Read paragraph : paragraphs) {
            out.println();
            out.println("   " + marked(paragraph));
            for (Spot spot : paragraph.spots()) {
                table.add(
                        paragraph.text().toString().substring(spot.start(), spot.end()),
                        spot.region() > 0 ? Integer.toString(spot.region()) : "?",
                        gazetteer.region(spot.region()).map(Region::name).orElse(""),
                        spot.former() > 0 ? Integer.toString(spot.former()) : "",
                        spot.place(),
                        Integer.toString(paragraph.text().origin(spot.start())),
                        why(paragraph, spot).label(),
                        sure(spot));
            }
        }
        out.println();
        out.print(table);
    }

    /** A place in a headline is known by the headline, whatever names it there. */
    private static Why why(Read paragraph, Spot spot) {
        return isHead(paragraph.role()) && spot.why() == Why.STATED ? Why.HEADLINE : spot.why();
    }

    private static String sure(Spot spot) {
        return spot.region() == Gazetteer.ABROAD ? "abroad" : spot.sure().label();
    }

    private static String marked(Read paragraph) {
        StringBuilder marked = new StringBuilder();
        String text = paragraph.text().toString();
        int from = 0;
        for (Spot spot : paragraph.spots()) {
            marked.append(text, from, spot.start())
                    .append(begin(spot))
                    .append(text, spot.start(), spot.end())
                    .append(Ansi.AUTO.enabled() ? Ansi.Style.off(Ansi.Style.reset) : "】");
            from = spot.end();
        }
        return marked.append(text.substring(from)).toString();
    }

    /** Green is sure, yellow likely, red unplaced. */
    private static String begin(Spot spot) {
        if (!Ansi.AUTO.enabled()) {
            return "【";
        }
        return switch (spot.sure()) {
            case SURE -> Ansi.Style.on(Ansi.Style.bold, Ansi.Style.fg_green);
            case LIKELY -> Ansi.Style.on(Ansi.Style.bold, Ansi.Style.fg_yellow);
            case UNPLACED -> Ansi.Style.on(Ansi.Style.bold, Ansi.Style.fg_red);
        };
    }
}

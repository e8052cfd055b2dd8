package org.broadsheet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.Worked;
import org.broadsheet.text.fact.Element;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the text stage reads is what was written. */
class ExtractedTest {
    private static final long RECORDS = Long.getLong("broadsheet.generator.records", 1_000);
    private static final long SEED = Long.getLong("broadsheet.generator.seed", 1);

    private static Archive archive;
    private static TextStage stage;

    @BeforeAll
    static void open() throws IOException {
        Path root = Path.of(System.getProperty("broadsheet.root"));
        TextRules real = TextRules.read(root.resolve("config/metrics.yaml"), root.resolve("config/sources.yaml"));
        archive = Archive.of(Gazetteer.load(), SEED, RECORDS);
        stage = TextStage.open(new TextRules(real.metrics(), archive.sources()), TextStage.Evidence.ARTICLES);
    }

    @Test
    void everyRecordIsReadAsItWasWritten() {
        Map<String, List<String>> misread = new TreeMap<>();
        archive.deliveries().forEach(delivery -> {
            List<String> read = read(stage.work(delivery.raw()));
            List<String> written = written(delivery.told());
            if (!read.equals(written)) {
                misread.put(
                        misread.size() + " " + delivery.ingredients() + " " + text(delivery),
                        difference(written, read));
            }
        });
        assertThat(misread).isEmpty();
    }

    private static String text(Delivery delivery) {
        Worked worked = stage.work(delivery.raw());
        return worked instanceof Worked.Accepted accepted
                ? "\n"
                        + String.join(
                                "\n----\n",
                                accepted.row().articles().stream()
                                        .map(PageRow.ArticleRow::text)
                                        .toList())
                : "";
    }

    private static List<String> difference(List<String> written, List<String> read) {
        List<String> difference = new java.util.ArrayList<>();
        written.stream().filter(line -> !read.contains(line)).forEach(line -> difference.add("\n  written " + line));
        read.stream().filter(line -> !written.contains(line)).forEach(line -> difference.add("\n  read    " + line));
        if (difference.isEmpty()) {
            difference.add("\n  order");
        }
        difference.add("\n");
        return difference;
    }

    private static List<String> written(Told told) {
        if (told instanceof Told.Refused refused) {
            return List.of(refused.reason());
        }
        if (told instanceof Told.Withdrawn withdrawn) {
            return List.of("withdrawn " + withdrawn.key() + " " + withdrawn.revision() + " " + withdrawn.content());
        }
        Told.Printed page = (Told.Printed) told;
        List<String> lines = new java.util.ArrayList<>();
        lines.add("page " + page.key() + " " + page.revision() + " " + page.content() + " " + page.source() + " "
                + page.published() + " " + page.home());
        lines.add("paragraphs " + page.paragraphs() + " repeated " + page.repeated() + " removed " + page.removed());
        for (KnownMention one : page.mentions()) {
            lines.add(String.join(
                    " ",
                    Integer.toString(one.article()),
                    one.metric(),
                    one.value().toPlainString(),
                    one.bound().label(),
                    Integer.toString(one.region()),
                    "'" + one.place() + "'",
                    one.span().label(),
                    Days.iso(one.day()),
                    Boolean.toString(one.dayStated()),
                    one.start() + "-" + one.end(),
                    one.quote(),
                    one.fate().label()));
        }
        return lines;
    }

    private static List<String> read(Worked worked) {
        if (worked instanceof Worked.Refused refused) {
            return List.of(refused.letter().reason().label());
        }
        PageRow row = ((Worked.Accepted) worked).row();
        if (row.withdrawn()) {
            return List.of("withdrawn " + row.id().key() + " " + row.id().revision() + " "
                    + row.id().content());
        }
        List<String> lines = new java.util.ArrayList<>();
        lines.add("page " + row.id().key() + " " + row.id().revision() + " "
                + row.id().content() + " " + row.source() + " " + row.published() + " " + row.home());
        lines.add("paragraphs " + row.paragraphs() + " repeated " + row.repeated() + " removed "
                + row.repeats().stream().mapToInt(repeat -> repeat.removed()).sum());
        for (Element one : ((Worked.Accepted) worked).elements().elements()) {
            lines.add(String.join(
                    " ",
                    Integer.toString(one.article()),
                    one.metric(),
                    one.value().toPlainString(),
                    one.modifier().label(),
                    Integer.toString(one.region()),
                    "'" + one.place() + "'",
                    one.scope().label(),
                    Days.iso(one.day()),
                    Boolean.toString(one.dayStated()),
                    one.start() + "-" + one.end(),
                    one.quote(),
                    one.fate().label()));
        }
        return lines;
    }
}

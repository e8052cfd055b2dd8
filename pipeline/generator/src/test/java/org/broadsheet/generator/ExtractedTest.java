package org.broadsheet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.article.CleanPage;
import org.broadsheet.text.article.Repeat;
import org.broadsheet.text.fact.CorrectedMentions;
import org.broadsheet.text.mention.Mention;
import org.broadsheet.text.page.Page;
import org.broadsheet.text.page.Reading;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.Test;

/**
 * What the text stage reads of generated records is what was written: page, repeats, and each mention with its place in the
 * page. {@code -Dbroadsheet.generator.records=24000 -Dbroadsheet.generator.seed=7} reads others.
 */
class ExtractedTest {
    private static final long RECORDS = Long.getLong("broadsheet.generator.records", 1_800);
    private static final long SEED = Long.getLong("broadsheet.generator.seed", 1);

    @Test
    void everyRecordIsReadAsItWasWritten() throws Exception {
        Path root = Path.of(System.getProperty("broadsheet.root"));
        TextRules real = TextRules.read(root.resolve("config/metrics.yaml"), root.resolve("config/sources.yaml"));
        Archive archive = Archive.of(Gazetteer.load(), SEED, RECORDS);
        TextStage stage =
                TextStage.open(new TextRules(real.metrics(), archive.sources()), TextStage.Evidence.SENTENCES);
        List<String> misread = new ArrayList<>();
        archive.deliveries().forEach(delivery -> {
            List<String> written = written(delivery.told());
            List<String> read = read(stage, stage.read(delivery.raw()));
            if (!read.equals(written)) {
                misread.add(difference(delivery, written, read));
            }
        });
        assertThat(misread).isEmpty();
    }

    private static String difference(Delivery delivery, List<String> written, List<String> read) {
        List<String> difference =
                new ArrayList<>(List.of("", delivery.ingredients().toString()));
        written.stream().filter(line -> !read.contains(line)).forEach(line -> difference.add("  written " + line));
        read.stream().filter(line -> !written.contains(line)).forEach(line -> difference.add("  read    " + line));
        return String.join("\n", difference);
    }

    private static List<String> written(Told told) {
        if (told instanceof Told.Refused refused) {
            return List.of("refused " + refused.reason());
        }
        if (told instanceof Told.Withdrawn page) {
            return List.of(line("withdrawn", page.key(), page.revision(), page.content()));
        }
        Told.Printed page = (Told.Printed) told;
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "page",
                page.key(),
                page.revision(),
                page.corrected(),
                page.content(),
                page.source(),
                page.published(),
                page.home()));
        lines.add(line("paragraphs", page.paragraphs(), page.repeated(), page.removed()));
        page.mentions().forEach(mention -> lines.add(written(mention)));
        return lines;
    }

    private static String written(KnownMention one) {
        return line(
                one.article(),
                one.metric(),
                one.value().toPlainString(),
                one.bound().label(),
                one.region(),
                one.place(),
                one.span().label(),
                Days.iso(one.day()),
                one.dayStated(),
                one.start(),
                one.end(),
                one.quote(),
                one.fate().label());
    }

    private static List<String> read(TextStage stage, Reading reading) {
        if (reading instanceof Reading.Rejected rejected) {
            return List.of("refused " + rejected.reason().label());
        }
        if (reading instanceof Reading.Withdrawn page) {
            return List.of(line(
                    "withdrawn",
                    page.id().key(),
                    page.id().revision(),
                    page.id().content()));
        }
        Page page = ((Reading.Read) reading).page();
        CleanPage clean = stage.clean(page);
        List<String> lines = new ArrayList<>();
        lines.add(line(
                "page",
                page.id().key(),
                page.id().revision(),
                page.id().corrected(),
                page.id().content(),
                page.source(),
                page.published(),
                page.home()));
        int removed = clean.repeats().stream().mapToInt(Repeat::removed).sum();
        lines.add(line("paragraphs", clean.paragraphs(), clean.repeated(), removed));
        CorrectedMentions.of(stage.extract(page, clean).mentions(), page.corrections())
                .holding()
                .forEach(mention -> lines.add(read(mention)));
        return lines;
    }

    private static String read(Mention one) {
        return line(
                one.article(),
                one.metric(),
                one.value().toPlainString(),
                one.modifier().label(),
                one.region(),
                one.place(),
                one.scope().label(),
                Days.iso(one.day()),
                one.dayStated(),
                one.start(),
                one.end(),
                one.quote(),
                one.fate().label());
    }

    private static String line(Object... parts) {
        List<String> texts = new ArrayList<>();
        for (Object part : parts) {
            texts.add(part.toString());
        }
        return String.join(" ", texts);
    }
}

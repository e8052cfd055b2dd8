package org.broadsheet.generator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.Worked;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.Reference;
import org.broadsheet.text.place.Gazetteer;
import org.junit.jupiter.api.Test;

/** The keyed steps come, in any order, to the tables that the generator knows. */
class KnownTablesTest {
    private static final long RECORDS = Long.getLong("broadsheet.generator.records", 1_000);
    private static final long SEED = Long.getLong("broadsheet.generator.seed", 1);
    private static final int SHUFFLES = Integer.getInteger("broadsheet.generator.shuffles", 6);

    @Test
    void shuffledAndDeliveredThreeTimesTheRecordsGiveTheKnownTables() throws Exception {
        Path root = Path.of(System.getProperty("broadsheet.root"));
        TextRules real = TextRules.read(root.resolve("config/metrics.yaml"), root.resolve("config/sources.yaml"));
        Gazetteer gazetteer = real.gazetteer();
        Archive archive = Archive.of(gazetteer, SEED, RECORDS);
        TextRules rules = new TextRules(real.metrics(), archive.sources());
        KnownTables known = KnownTables.of(archive.deliveries(), gazetteer);
        List<PageElements> pages = pages(archive, TextStage.open(rules, TextStage.Evidence.SENTENCES));
        for (int shuffle = 0; shuffle < SHUFFLES; shuffle++) {
            List<PageElements> thrice = new ArrayList<>(pages);
            thrice.addAll(pages);
            thrice.addAll(pages);
            Collections.shuffle(thrice, new Random(shuffle));
            KeyedSteps steps = new KeyedSteps(rules);
            thrice.forEach(steps::deliver);
            assertThat(steps.facts())
                    .containsExactlyElementsOf(KeyedSteps.sorted(
                            known.facts().stream().map(KnownFact::line).toList()));
            assertThat(steps.figures())
                    .containsExactlyElementsOf(KeyedSteps.sorted(
                            known.figures().stream().map(KnownFigure::line).toList()));
            assertThat(steps.fates())
                    .containsExactlyElementsOf(KeyedSteps.sorted(known.mentions().stream()
                            .map(row -> fate(row, rules.version()))
                            .toList()));
        }
    }

    private static List<PageElements> pages(Archive archive, TextStage stage) {
        List<PageElements> pages = new ArrayList<>();
        archive.deliveries().forEach(delivery -> {
            if (stage.work(delivery.raw()) instanceof Worked.Accepted accepted) {
                pages.add(accepted.elements());
            }
        });
        return pages;
    }

    private static String fate(KnownRow row, String rules) {
        Reference page = Reference.of(
                row.page().key(),
                Long.toString(row.page().revision()),
                row.page().content(),
                rules);
        return page + " " + row.number() + " " + row.fate().label();
    }
}

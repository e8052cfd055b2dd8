package org.broadsheet.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.PojoTypeInfo;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.Intake;
import org.broadsheet.text.fact.MentionRow;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.mention.Fate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowsTest {
    @Test
    void aFigureIsItsKeyAndItsValue() {
        assertThat(Rows.figure(new FigureChange(null, Examples.TEST_SITES_FIGURE)))
                .isEqualTo(new TableChange(
                        "region_figure",
                        "140106\ttest_sites\tcurrent\t2022-11-22",
                        "140106\ttest_sites\tcurrent\t2022-11-22\t795\texact\tstated\t0\t0\t1",
                        false));
    }

    @Test
    void whatIsTakenOutIsItsKeyAlone() {
        String fact = Examples.TEST_SITES.reference().toString();
        assertThat(Rows.fact(new FactChange(Examples.TEST_SITES, null)))
                .isEqualTo(new TableChange("fact", fact, fact + "\t\\N".repeat(11), true));
        MentionRow mention = Examples.mention();
        String key = Examples.PAGE + "\t0";
        assertThat(Rows.mention(new MentionRow(mention.page(), mention.number(), null)))
                .isEqualTo(new TableChange("mention", key, key + "\t\\N".repeat(10), true));
    }

    @Test
    void aMentionWithoutAFactHasNone() {
        MentionRow.Said said = Examples.said(Examples.TEST_SITES, Fate.RETOLD, null);
        assertThat(Rows.mention(new MentionRow(Examples.PAGE, 0, said)).line()).endsWith("\tretold\t\\N");
    }

    @Test
    void everyLineHasAllColumns() {
        List<TableChange> changes = List.of(
                Rows.page(Examples.page()),
                Rows.mention(Examples.mention()),
                Rows.fact(new FactChange(null, Examples.TEST_SITES)),
                Rows.figure(new FigureChange(null, Examples.TEST_SITES_FIGURE)),
                Rows.intake(new Intake("articles", 0, 0, 1, 1, 0)));
        assertThat(changes)
                .extracting(TableChange::table)
                .containsExactly("page", "mention", "fact", "region_figure", "intake");
        assertThat(changes)
                .allSatisfy(change -> assertThat(change.line().split("\t", -1))
                        .hasSameSizeAs(Tables.named(change.table()).columns()));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1970-01-01",
        "19318, 2022-11-22",
        "-719163, 0001-12-31 BC",
        "-719162, 0001-01-01",
        "2932897, 10000-01-01",
        "2147483647, infinity",
        "-2147483648, -infinity",
    })
    void aDayIsADayOfTheCalendar(int epochDay, String text) {
        assertThat(new CopyLine().day(epochDay)).hasToString(text);
    }

    @ParameterizedTest
    @CsvSource({"\\u0000, \\uFFFD", "\\uD83D, \\uFFFD", "\\uDE00, \\uFFFD"})
    void whatTheDatabaseCannotHoldIsReplacedOneForOne(String bad, String mended) {
        String unit = character(bad);
        assertThat(CopyLine.storable("迎" + unit + "泽")).isEqualTo("迎" + character(mended) + "泽");
        assertThat(CopyLine.storable(unit)).isEqualTo(character(mended));
    }

    @Test
    void whatTheDatabaseCanHoldStays() {
        assertThat(CopyLine.storable("𠮷野家\uFFFE")).isEqualTo("𠮷野家\uFFFE");
        assertThat(CopyLine.storable("\uD83D\uD83D\uDE00\uDE00")).isEqualTo("\uFFFD\uD83D\uDE00\uFFFD");
    }

    @Test
    void anEmptyFirstColumnIsAColumn() {
        assertThat(new CopyLine().text("").text("a").number(1)).hasToString("\ta\t1");
    }

    @Test
    void changesFlowWithoutKryo() {
        TypeInformation<TableChange> type = TypeInformation.of(TableChange.class);
        assertThat(type).isInstanceOf(PojoTypeInfo.class);
        Configuration strict = new Configuration();
        strict.set(PipelineOptions.GENERIC_TYPES, false);
        assertThat(type.createSerializer(new SerializerConfigImpl(strict))).isNotNull();
    }

    private static String character(String escape) {
        return Character.toString((char) Integer.parseInt(escape.substring(2), 16));
    }
}

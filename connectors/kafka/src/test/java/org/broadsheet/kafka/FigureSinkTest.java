package org.broadsheet.kafka;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.broadsheet.text.figure.Basis;
import org.broadsheet.text.figure.Figure;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.mention.Modifier;
import org.broadsheet.text.mention.Scope;
import org.junit.jupiter.api.Test;

class FigureSinkTest {
    private static final Figure YINGZE = figure(140106, new BigDecimal("795"));

    @Test
    void aFigureIsWrittenUnderItsKey() {
        ProducerRecord<byte[], byte[]> message = FigureSink.message("region-figures", new FigureChange(null, YINGZE));
        assertThat(new String(message.key(), UTF_8)).isEqualTo("140106/test_sites/new/2022-11-22");
        assertThat(new String(message.value(), UTF_8))
                .isEqualTo("{\"region\":\"140106\",\"metric\":\"test_sites\",\"scope\":\"new\",\"day\":\"2022-11-22\","
                        + "\"value\":795,\"modifier\":\"over\",\"basis\":\"stated\",\"parts\":0,\"parts_of\":10,"
                        + "\"reports\":2}");
    }

    @Test
    void aFigureThatIsNoMoreIsATombstone() {
        ProducerRecord<byte[], byte[]> message = FigureSink.message("region-figures", new FigureChange(YINGZE, null));
        assertThat(new String(message.key(), UTF_8)).isEqualTo("140106/test_sites/new/2022-11-22");
        assertThat(message.value()).isNull();
    }

    @Test
    void valuesArePlainWhateverTheirScale() {
        assertThat(value("3.2E+7")).contains("\"value\":32000000,");
        assertThat(value("0.00000001")).contains("\"value\":0.00000001,");
        assertThat(value("12345678901234567890.5")).contains("\"value\":12345678901234567890.5,");
    }

    @Test
    void aChangeFromNothingToNothingIsABug() {
        assertThatThrownBy(() -> FigureSink.message("region-figures", new FigureChange(null, null)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static String value(String number) {
        return new String(FigureJson.value(figure(100000, new BigDecimal(number))), UTF_8);
    }

    private static Figure figure(int region, BigDecimal value) {
        int day = (int) LocalDate.of(2022, 11, 22).toEpochDay();
        return new Figure(region, "test_sites", Scope.NEW, day, value, Modifier.OVER, Basis.STATED, 0, 10, 2);
    }
}

package org.broadsheet.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.broadsheet.text.figure.FigureChange;
import org.broadsheet.text.page.DeadLetter;
import org.broadsheet.text.page.RawPage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows into and out of the topics needs no Kryo, in none of its parts. */
class FlinkTypesTest {
    /** A day as an object, which Flink can only hand to Kryo. */
    public record Dated(LocalDate day) {}

    @ParameterizedTest
    @ValueSource(classes = {RawPage.class, DeadLetter.class, FigureChange.class})
    void needNoKryo(Class<?> type) {
        assertThat(TypeInformation.of(type).createSerializer(strict())).isInstanceOf(PojoSerializer.class);
    }

    @Test
    void thisTestWouldNoticeKryo() {
        assertThatThrownBy(() -> TypeInformation.of(Dated.class).createSerializer(strict()))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    private static SerializerConfigImpl strict() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return new SerializerConfigImpl(configuration);
    }
}

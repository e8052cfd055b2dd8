package org.broadsheet.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.apache.flink.api.common.serialization.SerializerConfigImpl;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.java.typeutils.runtime.PojoSerializer;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.PipelineOptions;
import org.apache.flink.core.memory.DataInputDeserializer;
import org.apache.flink.core.memory.DataOutputSerializer;
import org.broadsheet.text.fact.Element;
import org.broadsheet.text.fact.ElementChange;
import org.broadsheet.text.fact.FactChange;
import org.broadsheet.text.fact.MentionRow;
import org.broadsheet.text.fact.PageElements;
import org.broadsheet.text.fact.PageRow;
import org.broadsheet.text.figure.CountryPart;
import org.broadsheet.text.figure.FigureChange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What flows between the steps needs no Kryo, and comes out as it went in. */
class FlowingTypesTest {
    @ParameterizedTest
    @ValueSource(
            classes = {
                PageElements.class,
                PageRow.class,
                ElementChange.class,
                MentionRow.class,
                FactChange.class,
                FigureChange.class,
                CountryPart.class
            })
    void needNoKryo(Class<?> type) {
        assertThat(TypeInformation.of(type).createSerializer(strict())).isInstanceOf(PojoSerializer.class);
    }

    @Test
    void whatIsTakenOutCarriesNoElement() throws Exception {
        Element element = new MadePages(Collections.nCopies(2, "test_sites"), Collections.nCopies(20, 140106))
                .page(7)
                .elements()
                .get(3);
        ElementChange in = ElementChange.in(element);
        ElementChange out = ElementChange.out(in.claim(), in.page(), in.number());
        assertThat(comesOut(in)).isEqualTo(in);
        assertThat(comesOut(out)).isEqualTo(out);
        assertThat(bytes(out).length).isLessThan(60);
    }

    private static ElementChange comesOut(ElementChange change) throws Exception {
        byte[] bytes = bytes(change);
        return serializer().deserialize(new DataInputDeserializer(bytes));
    }

    private static byte[] bytes(ElementChange change) throws Exception {
        DataOutputSerializer out = new DataOutputSerializer(64);
        serializer().serialize(change, out);
        return out.getCopyOfBuffer();
    }

    private static TypeSerializer<ElementChange> serializer() {
        return TypeInformation.of(ElementChange.class).createSerializer(strict());
    }

    private static SerializerConfigImpl strict() {
        Configuration configuration = new Configuration();
        configuration.set(PipelineOptions.GENERIC_TYPES, false);
        return new SerializerConfigImpl(configuration);
    }
}

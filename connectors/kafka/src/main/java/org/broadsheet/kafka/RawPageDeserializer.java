package org.broadsheet.kafka;

import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.connector.kafka.source.reader.deserializer.KafkaRecordDeserializationSchema;
import org.apache.flink.util.Collector;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.broadsheet.text.page.RawPage;

/**
 * Makes a page of a record, whatever its bytes are: {@code 太原晚报/2022-11-22/003} with a value in GB18030, without a
 * value, without a key. Never fails and drops nothing, so each offset gives one page.
 */
public final class RawPageDeserializer implements KafkaRecordDeserializationSchema<RawPage> {
    private static final long serialVersionUID = 1;

    @Override
    public void deserialize(ConsumerRecord<byte[], byte[]> record, Collector<RawPage> out) {
        out.collect(page(record));
    }

    static RawPage page(ConsumerRecord<byte[], byte[]> record) {
        return new RawPage(
                record.topic(),
                record.partition(),
                record.offset(),
                record.key(),
                record.value(),
                KafkaHeaders.read(record.headers()));
    }

    @Override
    public TypeInformation<RawPage> getProducedType() {
        return TypeInformation.of(RawPage.class);
    }
}

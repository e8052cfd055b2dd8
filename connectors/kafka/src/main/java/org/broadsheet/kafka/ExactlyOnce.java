package org.broadsheet.kafka;

import java.util.Map;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;

/**
 * How both sinks write: in a transaction a checkpoint, seen by those who read committed messages once the checkpoint is
 * complete. Without checkpoints nothing is ever seen.
 */
final class ExactlyOnce {
    /** As long as brokers allow unless told otherwise; a checkpoint must be complete within it. */
    private static final int TRANSACTION_MILLISECONDS = 15 * 60 * 1000;

    private static final int LARGEST_REQUEST_BYTES = (8 << 20) + (64 << 10);

    private ExactlyOnce() {}

    /**
     * A sink whose transactional ids start with the prefix, which no other job on that broker may use.
     *
     * @param <T> what is written
     */
    static <T> KafkaSink<T> sink(
            KafkaConnection connection, String transactionalIdPrefix, TopicSerializer<T> serializer) {
        Map<String, String> settings = Map.of(
                "transaction.timeout.ms", Integer.toString(TRANSACTION_MILLISECONDS),
                "max.request.size", Integer.toString(LARGEST_REQUEST_BYTES),
                "compression.type", "lz4");
        return KafkaSink.<T>builder()
                .setKafkaProducerConfig(connection.clientProperties(settings))
                .setBootstrapServers(connection.bootstrapServers())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setTransactionalIdPrefix(transactionalIdPrefix)
                .setRecordSerializer(serializer)
                .build();
    }

    /** How long a transaction of these sinks may take, as the connection says. */
    static long transactionMilliseconds(KafkaConnection connection) {
        String said = connection.properties().get("transaction.timeout.ms");
        try {
            return said == null ? TRANSACTION_MILLISECONDS : Long.parseLong(said);
        } catch (NumberFormatException none) {
            throw new KafkaAccessException(
                    "kafka.properties.transaction.timeout.ms is no number of milliseconds: " + said + ".", none);
        }
    }
}

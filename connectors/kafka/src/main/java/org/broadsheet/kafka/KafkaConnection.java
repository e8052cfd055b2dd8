package org.broadsheet.kafka;

import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Where the broker is, and what its clients have to say to be let in: {@code 127.0.0.1:9092}, {@code security.protocol}.
 *
 * @param bootstrapServers host and port, several with commas
 * @param properties Kafka's own client settings, passed through to every client; they win over ours
 */
public record KafkaConnection(String bootstrapServers, Map<String, String> properties) implements Serializable {
    private static final int PATIENCE_MILLISECONDS = 10_000;

    /** Keeps a copy of the settings. */
    public KafkaConnection {
        properties = Map.copyOf(properties);
    }

    /** A broker that lets everyone in. */
    public static KafkaConnection to(String bootstrapServers) {
        return new KafkaConnection(bootstrapServers, Map.of());
    }

    /** Settings of a client: these, over them the connection's own, over those where the broker is. */
    Map<String, Object> clientSettings(Map<String, ?> settings) {
        Map<String, Object> whole = new HashMap<>(settings);
        whole.putAll(properties);
        whole.put("bootstrap.servers", bootstrapServers);
        return whole;
    }

    /** The same, as Flink's builders take them. */
    Properties clientProperties(Map<String, String> settings) {
        Properties whole = new Properties();
        clientSettings(settings).forEach((name, value) -> whole.setProperty(name, value.toString()));
        return whole;
    }

    Admin admin() {
        return Admin.create(clientSettings(Map.of(
                "default.api.timeout.ms", PATIENCE_MILLISECONDS, "request.timeout.ms", PATIENCE_MILLISECONDS / 2)));
    }

    /**
     * What the broker answered.
     *
     * @throws KafkaAccessException if it did not, or refused
     */
    <T> T await(KafkaFuture<T> answer) {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw fault(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaAccessException("Interrupted while waiting for " + bootstrapServers + ".", e);
        }
    }

    KafkaAccessException fault(Throwable cause) {
        return cause instanceof TimeoutException
                ? new KafkaAccessException("No Kafka broker answers at " + bootstrapServers + ".", cause)
                : new KafkaAccessException("Kafka at " + bootstrapServers + " refused: " + cause.getMessage(), cause);
    }

    /** Names the properties and not their values: they may be secrets. */
    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers + new java.util.TreeSet<>(properties.keySet());
    }
}

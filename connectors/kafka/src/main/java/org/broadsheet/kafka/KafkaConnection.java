package org.broadsheet.kafka;

import java.io.Serializable;
import java.nio.file.NoSuchFileException;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

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

    /** @throws KafkaAccessException where the connection's own settings cannot be */
    Admin admin() {
        try {
            return Admin.create(clientSettings(Map.of(
                    "default.api.timeout.ms", PATIENCE_MILLISECONDS, "request.timeout.ms", PATIENCE_MILLISECONDS / 2)));
        } catch (KafkaException e) {
            throw fault(e);
        }
    }

    /** @throws KafkaAccessException where the connection's own settings cannot be */
    KafkaProducer<byte[], byte[]> producer(Map<String, ?> settings) {
        try {
            return new KafkaProducer<>(clientSettings(settings), new ByteArraySerializer(), new ByteArraySerializer());
        } catch (KafkaException e) {
            throw fault(e);
        }
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
                : new KafkaAccessException("Kafka at " + bootstrapServers + " refused: " + sentence(cause), cause);
    }

    /** A client that cannot be made says why at the bottom; what it says of a login may quote a part of the password. */
    private static String sentence(Throwable fault) {
        Throwable cause = fault;
        while (cause.getCause() != null && cause.getCause() != cause) {
            cause = cause.getCause();
        }
        String message = String.valueOf(cause.getMessage());
        if (fault instanceof SslAuthenticationException) {
            return "its certificate is not trusted (" + message
                    + "): kafka.properties.ssl.truststore.location must name"
                    + " the authority that has signed it, and it must be made out to this host.";
        }
        if (cause instanceof NoSuchFileException) {
            return "there is no file " + message + ".";
        }
        return message.contains("JAAS")
                ? "kafka.properties.sasl.jaas.config is no login such as Module required username=\"…\" password=\"…\";"
                : message;
    }

    /** Names the properties and not their values: they may be secrets. */
    @Override
    public String toString() {
        return "Kafka at " + bootstrapServers + new java.util.TreeSet<>(properties.keySet());
    }
}

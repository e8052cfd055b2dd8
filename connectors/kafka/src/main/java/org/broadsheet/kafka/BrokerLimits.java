package org.broadsheet.kafka;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.jspecify.annotations.Nullable;

/** What the broker allows of what the job needs: transactions of 15 minutes. */
public final class BrokerLimits {
    private static final String LONGEST = "transaction.max.timeout.ms";

    private BrokerLimits() {}

    /**
     * Everything that is wrong, a sentence each; empty where all is well, or where we may not ask.
     *
     * @throws KafkaAccessException if the broker does not answer
     */
    public static List<String> faults(KafkaConnection connection) {
        long needed = ExactlyOnce.transactionMilliseconds(connection);
        try (Admin admin = connection.admin()) {
            Node any =
                    connection.await(admin.describeCluster().nodes()).iterator().next();
            ConfigResource broker = new ConfigResource(ConfigResource.Type.BROKER, any.idString());
            Map<ConfigResource, Config> found =
                    connection.await(admin.describeConfigs(List.of(broker)).all());
            @Nullable
            ConfigEntry longest = Objects.requireNonNull(found.get(broker)).get(LONGEST);
            if (longest == null || longest.value() == null || Long.parseLong(longest.value()) >= needed) {
                return List.of();
            }
            return List.of("The broker gives transactions up after " + longest.value() + " ms (" + LONGEST
                    + "), and the job asks for " + needed
                    + ": raise that, or set kafka.properties.transaction.timeout.ms to no more; a checkpoint must be"
                    + " complete within it.");
        } catch (KafkaAccessException e) {
            if (e.getCause() instanceof AuthorizationException) {
                return List.of();
            }
            throw e;
        }
    }
}

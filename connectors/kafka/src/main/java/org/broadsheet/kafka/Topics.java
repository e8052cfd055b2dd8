package org.broadsheet.kafka;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.jspecify.annotations.Nullable;

/**
 * The four topics, with their names, limits and partitions in this one place: a page of 太原晚报 comes in by {@link
 * #articles}, or, if it is of an archive, by {@link #archive}; what cannot be read goes to {@link #deadLetters}, the
 * figures go to {@link #figures}.
 *
 * @param articles live pages
 * @param archive replayed pages
 * @param figures the figures, keyed
 * @param deadLetters pages that could not be read
 */
public record Topics(Topic articles, Topic archive, Topic figures, Topic deadLetters) {
    private static final int MEBIBYTE = 1 << 20;
    /** Ten seconds in all. */
    private static final int MOST_LOOKS = 200;

    private static final long LOOK_NANOSECONDS = 50_000_000;
    /** What a batch of one record adds to its key, value and headers, and more. */
    private static final int OVERHEAD = 64 << 10;

    /** The topics under their own names. */
    public static Topics standard() {
        return named("", "");
    }

    /**
     * The topics of one generation of one installation: {@code test-articles} and {@code test-region-figures-2}.
     *
     * @param prefix of the installation; may be empty
     * @param suffix of the generation, behind those that a job writes; may be empty
     */
    public static Topics named(String prefix, String suffix) {
        return new Topics(
                new Topic(prefix + "articles", 4, 4 * MEBIBYTE + OVERHEAD, false),
                new Topic(prefix + "articles-archive", 4, 4 * MEBIBYTE + OVERHEAD, false),
                new Topic(prefix + "region-figures" + suffix, 2, MEBIBYTE, true),
                new Topic(prefix + "dead-letters" + suffix, 1, 8 * MEBIBYTE + OVERHEAD, false));
    }

    /** All four, in the order of the data. */
    public List<Topic> all() {
        return List.of(articles, archive, figures, deadLetters);
    }

    /**
     * Everything that is wrong with them on that broker, a sentence each, in the order of {@link #all}; empty where all
     * is well.
     *
     * @throws KafkaAccessException if the broker does not answer
     */
    public List<String> faults(KafkaConnection connection) {
        try (Admin admin = connection.admin()) {
            Set<String> present = connection.await(admin.listTopics().names());
            Map<String, Config> settings = settings(connection, admin, present);
            List<String> faults = new ArrayList<>();
            for (Topic topic : all()) {
                @Nullable Config found = settings.get(topic.name());
                if (found == null) {
                    faults.add("Topic " + topic.name() + " is missing.");
                } else {
                    faults.addAll(faults(topic, found));
                }
            }
            return faults;
        }
    }

    private Map<String, Config> settings(KafkaConnection connection, Admin admin, Set<String> present) {
        Collection<ConfigResource> asked = all().stream()
                .map(Topic::name)
                .filter(present::contains)
                .map(name -> new ConfigResource(ConfigResource.Type.TOPIC, name))
                .collect(Collectors.toList());
        return connection.await(admin.describeConfigs(asked).all()).entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().name(), Map.Entry::getValue));
    }

    private static List<String> faults(Topic topic, Config found) {
        List<String> faults = new ArrayList<>();
        new TreeMap<>(topic.settings()).forEach((name, wanted) -> {
            String value = value(found, name);
            boolean good = name.equals("max.message.bytes")
                    ? Long.parseLong(value) >= Long.parseLong(wanted)
                    : value.equals(wanted);
            if (!good) {
                String atLeast = name.equals("max.message.bytes") ? "at least " : "";
                faults.add("Topic " + topic.name() + " has " + name + " " + value + ", but needs " + atLeast + wanted
                        + ": " + Objects.requireNonNull(HARM.get(name)) + ".");
            }
        });
        return faults;
    }

    /** What comes of a wrong setting. */
    private static final Map<String, String> HARM = Map.of(
            "cleanup.policy", "messages would be lost, or pile up",
            "max.message.bytes", "large pages would be refused",
            "retention.bytes", "old pages would be lost, and a rebuild needs every page",
            "retention.ms", "old pages would be lost, and a rebuild needs every page");

    private static String value(Config config, String name) {
        @Nullable ConfigEntry entry = config.get(name);
        return entry == null ? "" : Objects.requireNonNullElse(entry.value(), "");
    }

    /**
     * Makes those that are missing; changes none that is there.
     *
     * @return the names of those made, in the order of {@link #all}
     * @throws KafkaAccessException if the broker does not answer, or refuses
     */
    public List<String> create(KafkaConnection connection) {
        try (Admin admin = connection.admin()) {
            Set<String> present = connection.await(admin.listTopics().names());
            List<String> made = new ArrayList<>();
            for (Topic topic : all()) {
                if (!present.contains(topic.name()) && create(connection, admin, topic)) {
                    made.add(topic.name());
                }
            }
            awaitKnown(connection, admin, made);
            return made;
        }
    }

    /** The controller has made them; the broker that is asked next hears of it a moment later. */
    private static void awaitKnown(KafkaConnection connection, Admin admin, List<String> made) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (connection.await(admin.listTopics().names()).containsAll(made)) {
                return;
            }
            LockSupport.parkNanos(LOOK_NANOSECONDS);
        }
        throw new KafkaAccessException(
                "Topics were made and are not known yet: " + String.join(", ", made) + "; try again in a moment.");
    }

    private static boolean create(KafkaConnection connection, Admin admin, Topic topic) {
        try {
            connection.await(admin.createTopics(List.of(topic.toBeMade())).all());
            return true;
        } catch (KafkaAccessException e) {
            if (e.getCause() instanceof TopicExistsException) {
                return false; // made by somebody else in between
            }
            throw e;
        }
    }
}

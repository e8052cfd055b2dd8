package org.broadsheet.job.settings;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.broadsheet.job.operators.RejectionLimit;
import org.broadsheet.text.TextRules;
import org.broadsheet.text.TextStage.Evidence;

/** All settings, typed: read once from {@code config/broadsheet.yaml}, environment and flags, checked together. */
public record Settings(Generation generation, Kafka kafka, Database database, Job job, TextRules rules) {
    /**
     * The broker.
     *
     * @param group the job's name and consumer group, of this generation
     * @param topicPrefix stands before the name of each topic: {@code test-} makes {@code test-articles}; may be empty
     * @param properties passed to every Kafka client as they are; may hold secrets
     */
    public record Kafka(String servers, String group, String topicPrefix, Map<String, String> properties) {
        /** Without the properties: they may hold secrets. */
        @Override
        public String toString() {
            return "Kafka at " + servers + ", group " + group;
        }
    }

    /**
     * The database.
     *
     * @param schema of the tables of this generation: {@code broadsheet_1}
     * @param served the schema that readers see: {@code broadsheet}
     */
    public record Database(String url, String user, String password, String schema, String served) {
        /** Without the password, and without the parameters of the URL: they may hold one. */
        @Override
        public String toString() {
            return "database " + SettingsSource.withoutSecrets(url) + ", user " + user + ", schema " + schema;
        }
    }

    /**
     * How the job runs.
     *
     * @param stateFolder of this generation
     * @param rejected how many pages may be rejected before it stops
     */
    public record Job(
            int parallelism,
            Duration checkpointInterval,
            Path stateFolder,
            StateBackend stateBackend,
            Evidence evidence,
            RejectionLimit rejected) {}

    /** Where keyed state lives. */
    public enum StateBackend {
        HEAP,
        ROCKSDB
    }

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|min|h)");
    private static final Pattern SHARE = Pattern.compile("[01](\\.\\d{1,9})?");
    private static final Pattern TOPIC_PREFIX = Pattern.compile("[A-Za-z0-9._-]{0,100}");
    private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,40}");

    /**
     * Reads the settings.
     *
     * @param file {@code broadsheet.yaml}; the rules' files are relative to its folder
     * @param environment {@code BROADSHEET_KAFKA_SERVERS} overrides {@code kafka.servers}
     * @param flags {@code kafka.servers} → value; override both
     * @throws SettingsException with all faults at once
     */
    public static Settings read(Path file, Map<String, String> environment, Map<String, String> flags)
            throws SettingsException {
        return read(source(file, environment, flags), name -> file(file, name));
    }

    static SettingsSource source(Path file, Map<String, String> environment, Map<String, String> flags)
            throws SettingsException {
        try {
            return SettingsSource.of(file, environment, flags);
        } catch (JsonProcessingException noYaml) {
            throw new SettingsException(
                    List.of(file + ", line " + noYaml.getLocation().getLineNr() + ": "
                            + noYaml.getOriginalMessage().lines().findFirst().orElse("no YAML")));
        } catch (IOException unreadable) {
            throw new SettingsException(List.of(file + " cannot be read: " + unreadable.getMessage()));
        }
    }

    /** @param files from what a setting names to the text of that file */
    static Settings read(SettingsSource source, UnaryOperator<String> files) throws SettingsException {
        Generation generation = source.read("generation", Generation.FIRST, Generation::new);
        Kafka kafka = new Kafka(
                source.read("kafka.servers", "", Settings::text),
                generation.job(source.read("kafka.group", "", Settings::text)),
                source.read("kafka.topic-prefix", "", Settings::topicPrefix),
                source.below("kafka.properties"));
        String served = source.read("database.schema", "", Settings::schema);
        Database database = new Database(
                source.read("database.url", "", Settings::jdbcUrl),
                source.read("database.user", "", Settings::text),
                source.read("database.password", "", text -> text),
                generation.schema(served),
                served);
        Job job = new Job(
                source.read("job.parallelism", 1, text -> wholeNumber(text, 1024)),
                source.read("job.checkpoint-interval", Duration.ofSeconds(1), Settings::duration),
                generation.state(source.read("job.state-folder", Path.of(""), text -> Path.of(text(text)))),
                source.read("job.state-backend", StateBackend.HEAP, text -> constant(StateBackend.class, text)),
                source.read("job.evidence", Evidence.ARTICLES, text -> constant(Evidence.class, text)),
                new RejectionLimit(
                        source.read("job.rejected-share", 1.0, Settings::share),
                        source.read("job.rejected-window", 1, text -> wholeNumber(text, 1_000_000))));
        TextRules rules =
                new TextRules(source.read("rules.metrics", "", files), source.read("rules.sources", "", files));
        source.throwFaults();
        return new Settings(generation, kafka, database, job, rules);
    }

    private static String text(String text) {
        return required(text, !text.isBlank(), "it must not be empty.");
    }

    private static String topicPrefix(String text) {
        return required(
                text, TOPIC_PREFIX.matcher(text).matches(), "letters, digits, . _ and - are needed, at most 100.");
    }

    private static String jdbcUrl(String text) {
        boolean good = text.startsWith("jdbc:postgresql://") && text.split("\\?", 2)[0].indexOf('@') < 0;
        return required(text, good, "jdbc:postgresql://host:port/database is needed.");
    }

    private static String schema(String text) {
        return required(
                text, SCHEMA.matcher(text).matches(), "small letters, digits and _ are needed, at most 41 of them.");
    }

    private static String required(String text, boolean holds, String need) {
        if (!holds) {
            throw new IllegalArgumentException(need);
        }
        return text;
    }

    private static int wholeNumber(String text, int most) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= most) {
                return number;
            }
        } catch (NumberFormatException none) {
            // told below
        }
        throw new IllegalArgumentException("a whole number from 1 to " + most + " is needed.");
    }

    private static double share(String text) {
        double share = SHARE.matcher(text).matches() ? Double.parseDouble(text) : 0;
        if (share > 0 && share <= 1) {
            return share;
        }
        throw new IllegalArgumentException("a share above 0 up to 1 is needed, such as 0.5.");
    }

    private static Duration duration(String text) {
        var matcher = DURATION.matcher(text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("a duration such as 500ms, 1s or 5min is needed.");
        }
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "min" -> Duration.ofMinutes(amount);
            default -> Duration.ofHours(amount);
        };
    }

    private static <E extends Enum<E>> E constant(Class<E> type, String text) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text.toUpperCase(Locale.ROOT))) {
                return constant;
            }
        }
        throw new IllegalArgumentException("one of "
                + String.join(
                        ", ",
                        java.util.Arrays.stream(type.getEnumConstants())
                                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                                .toList())
                + " is needed.");
    }

    /** Whether a value is a secret: {@code database.password}, {@code kafka.properties.sasl.jaas.config}. */
    public static boolean isSecret(String key) {
        return key.contains("password") || key.contains("jaas") || key.endsWith(".ssl.keystore.key");
    }

    /** The environment's name of a key: {@code database.password} is {@code BROADSHEET_DATABASE_PASSWORD}. */
    public static String variable(String key) {
        return SettingsSource.variable(key);
    }

    static String file(Path settings, String name) {
        Path file = settings.toAbsolutePath().resolveSibling(name);
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new IllegalArgumentException("the file cannot be read: " + unreadable.getMessage() + ".");
        }
    }
}

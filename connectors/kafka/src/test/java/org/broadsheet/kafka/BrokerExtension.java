package org.broadsheet.kafka;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.broadsheet.embedded.EmbeddedBroker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One real broker for the tests of a class; each test takes topics of its own prefix. */
final class BrokerExtension implements BeforeAllCallback, AfterAllCallback {
    private @Nullable EmbeddedBroker broker;

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        broker = EmbeddedBroker.start(Files.createTempDirectory("broadsheet-broker-"), 0);
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        EmbeddedBroker started = started();
        started.close();
        Files.walkFileTree(started.folder(), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private EmbeddedBroker started() {
        if (broker == null) {
            throw new IllegalStateException("the broker runs from beforeAll to afterAll");
        }
        return broker;
    }

    KafkaConnection connection() {
        return KafkaConnection.to(started().bootstrapServers());
    }

    /** The four topics under a prefix, made. */
    Topics topics(String prefix) {
        Topics topics = Topics.named(prefix + "-", "");
        topics.create(connection());
        return topics;
    }

    /** The committed messages there are. */
    List<ConsumerRecord<byte[], byte[]>> committed(Topic topic) {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        CommittedMessages.read(connection(), topic.name(), messages::add);
        return messages;
    }
}

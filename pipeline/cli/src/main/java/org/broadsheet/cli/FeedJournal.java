package org.broadsheet.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.broadsheet.kafka.FedTopic;
import org.broadsheet.kafka.Fingerprint;
import org.broadsheet.kafka.KafkaConnection;
import org.broadsheet.kafka.PageFeeder.Sent;
import org.broadsheet.kafka.PartitionOffsets;

/**
 * What the broker has acknowledged, a line a page, so that a feed that was ended goes on where it was: {@code
 * 5f0c…⇥2⇥1812⇥存档/太原晚报.zip!/003.txt}, the page's fingerprint, partition, offset and name. The first line names the topic and
 * where its partitions ended when the journal was begun. A line that a crash tore is no line. Thread-safe.
 */
final class FeedJournal implements AutoCloseable {
    private static final String TITLE = "broadsheet-feed-1";

    private final Path file;
    private final FedTopic topic;
    private final FileChannel channel;
    private final Set<Fingerprint> known = new HashSet<>();
    private final SortedMap<Integer, Long> accounted = new TreeMap<>();
    private boolean ofAnotherTopic;

    private FeedJournal(Path file, FedTopic topic, FileChannel channel) {
        this.file = file;
        this.topic = topic;
        this.channel = channel;
    }

    /**
     * Opens the journal, or begins it.
     *
     * @throws PlainFault where another feed has it open, or the file is something else
     * @throws IOException where it cannot be read or written
     */
    static FeedJournal open(Path file, FedTopic topic) throws IOException {
        Files.createDirectories(file.toAbsolutePath().resolveSibling(""));
        FeedJournal journal = locked(file, topic);
        try {
            if (!journal.read()) {
                journal.close();
                Files.move(file, before(file), StandardCopyOption.REPLACE_EXISTING);
                journal = locked(file, topic);
                journal.ofAnotherTopic = true;
            }
            if (journal.channel.size() == 0) {
                journal.begin();
            }
            return journal;
        } catch (IOException | RuntimeException fault) {
            journal.close();
            throw fault;
        }
    }

    private static FeedJournal locked(Path file, FedTopic topic) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() != null) {
                return new FeedJournal(file, topic, channel);
            }
        } catch (OverlappingFileLockException mine) {
            // told below
        }
        channel.close();
        throw new PlainFault(
                "Another feed is at work with the journal " + file + "; end it, or name another --journal.");
    }

    /** Where the journal of a topic that is gone is kept. */
    static Path before(Path file) {
        return file.resolveSibling(file.getFileName() + ".before");
    }

    private void begin() throws IOException {
        accounted.putAll(topic.end().byPartition());
        StringBuilder ends = new StringBuilder();
        accounted.forEach((partition, end) -> ends.append(ends.isEmpty() ? "" : " ")
                .append(partition)
                .append(':')
                .append(end));
        write(String.join("\t", TITLE, topic.name(), topic.id(), ends) + "\n");
    }

    /** False where it speaks of another topic. */
    private boolean read() throws IOException {
        channel.truncate(endOfLastLine());
        channel.position(channel.size());
        try (BufferedReader lines = Files.newBufferedReader(file, java.nio.charset.StandardCharsets.ISO_8859_1)) {
            String first = lines.readLine();
            if (first == null) {
                return true;
            }
            String[] title = first.split("\t", -1);
            if (!title[0].equals(TITLE) || title.length != 4) {
                throw new PlainFault(file + " is no journal of a feed; name another --journal.");
            }
            if (!title[2].equals(topic.id())) {
                return false;
            }
            for (String one : title[3].split(" ", -1)) {
                String[] pair = one.split(":", -1);
                accounted.put(Integer.valueOf(pair[0]), Long.valueOf(pair[1]));
            }
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                read(line.split("\t", 4));
            }
            return true;
        }
    }

    /** After a loss of power a file may end in anything. */
    private void read(String[] parts) {
        if (parts.length == 4 && isNumber(parts[1], 9) && isNumber(parts[2], 18)) {
            Fingerprint.parse(parts[0])
                    .ifPresent(page -> note(page, new Sent(Integer.parseInt(parts[1]), Long.parseLong(parts[2]))));
        }
    }

    private static boolean isNumber(String text, int digits) {
        return !text.isEmpty() && text.length() <= digits && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private long endOfLastLine() throws IOException {
        try (FileChannel reading = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            long end = reading.size();
            while (end > 0) {
                one.clear();
                if (reading.read(one, end - 1) == 1 && one.get(0) == '\n') {
                    return end;
                }
                end--;
            }
            return 0;
        }
    }

    private void note(Fingerprint page, Sent where) {
        known.add(page);
        accounted.merge(where.partition(), where.offset() + 1, Math::max);
    }

    /** Whether the topic it was begun with is gone: then it begins anew. */
    boolean isOfAnotherTopic() {
        return ofAnotherTopic;
    }

    /** Reads off the topic what a feed that was killed has sent and not noted any more. */
    void catchUp(KafkaConnection kafka, PrintWriter err) {
        if (isOfAnotherTopic()) {
            err.println("The topic was made anew since this was fed: all is sent again (the former journal is "
                    + before(file) + ").");
        }
        FedTopic.read(kafka, unread(), page -> {
            Fingerprint found = Fingerprint.of(page.key(), page.value(), page.headers());
            add(found, new Sent(page.partition(), page.offset()), "");
        });
    }

    /** Whether a page lies in the topic already. */
    synchronized boolean has(Fingerprint page) {
        return known.contains(page);
    }

    /** How many pages it knows of. */
    synchronized int size() {
        return known.size();
    }

    /** From where on the topic may hold pages that were sent and not noted any more. */
    synchronized PartitionOffsets unread() {
        return new PartitionOffsets(topic.name(), new TreeMap<>(accounted));
    }

    /** Notes a page that lies in the topic; the process may be killed behind this. */
    synchronized void add(Fingerprint page, Sent where, String name) {
        note(page, where);
        String shown = name.replaceAll("[\\t\\r\\n]", " ");
        try {
            write(page + "\t" + where.partition() + "\t" + where.offset() + "\t" + shown + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException("The journal " + file + " cannot be written: " + e.getMessage(), e);
        }
    }

    private void write(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(line.getBytes(UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    @Override
    public void close() throws IOException {
        if (channel.isOpen()) {
            channel.force(false);
            channel.close();
        }
    }
}

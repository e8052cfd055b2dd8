package org.broadsheet.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.broadsheet.archive.PageFile;
import org.broadsheet.job.Endpoints;
import org.broadsheet.job.settings.Settings;
import org.broadsheet.kafka.PageFeeder;
import org.broadsheet.kafka.PageSearch;
import org.broadsheet.kafka.Topics;
import org.broadsheet.postgres.CorrectionQuery;
import org.broadsheet.text.TextStage;
import org.broadsheet.text.page.PageId;
import org.broadsheet.text.page.PageReader;
import org.broadsheet.text.page.RawPage;
import org.broadsheet.text.page.Reading;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Help.Ansi;

/**
 * Finds the content of a page that holds: 太原晚报/2022-11-22/003 on Kafka, or in a file. Not thread-safe.
 *
 * <p>First the partitions that the key belongs to; the others too where it is not there, or where the database knows of a
 * greater content, or cannot be asked.
 */
final class PageFinder {
    private final Settings settings;
    private final TextStage text;
    private final String key;
    private final PrintWriter err;
    private @Nullable RawPage raw;
    private @Nullable Reading greatest;
    private @Nullable PageId id;
    private String refused = "";
    private final Map<PageSearch.Partition, Long> seen = new HashMap<>();

    PageFinder(Settings settings, TextStage text, String key, PrintWriter err) {
        this.settings = settings;
        this.text = text;
        this.key = key;
        this.err = err;
    }

    /**
     * The page on Kafka.
     *
     * @throws PlainFault where there is none, or it is withdrawn
     */
    FoundPage onKafka() {
        Topics topics = Endpoints.topics(settings);
        List<String> names = List.of(topics.articles().name(), topics.archive().name());
        try (PageSearch search = PageSearch.in(Endpoints.kafka(settings), names)) {
            List<PageSearch.Partition> likely = search.partitionsOf(key.getBytes(StandardCharsets.UTF_8));
            search.partitions().forEach(partition -> seen.put(partition, search.end(partition)));
            likely.forEach(partition -> read(search, partition));
            if (id == null || greaterIsKnown(id)) {
                List<PageSearch.Partition> others = new ArrayList<>(search.partitions());
                others.removeAll(likely);
                others.forEach(partition -> read(search, partition));
            }
        }
        return found("There is no page " + key + " in " + String.join(" or ", names)
                + "; a page that was never sent can be corrected with --page FILE.");
    }

    /**
     * The page in a file.
     *
     * @throws PlainFault where the file holds no page of that key
     */
    FoundPage inFile(Path file, @Nullable Path manifest) throws IOException {
        List<String> keys = new ArrayList<>();
        try (Stream<PageFile> files = PageInputs.of(List.of(PageInputs.file(file)), manifest)
                .read(none -> err.println(none.name() + ": " + none.why()))) {
            files.forEach(page -> {
                RawPage sent = new RawPage("", 0, 0, page.key(), page.content(), page.headers());
                keys.add(PageReader.key(sent));
                look(sent);
            });
        }
        return found("There is no page " + key + " in " + file
                + (keys.isEmpty()
                        ? "."
                        : "; there is " + String.join(", ", keys.subList(0, Math.min(5, keys.size()))) + "."));
    }

    /** Whether somebody else sent the page between the search and our own record. */
    boolean wasSentMeanwhile(String topic, PageFeeder.Sent own) {
        PageSearch.Partition where = new PageSearch.Partition(topic, own.partition());
        Long from = seen.get(where);
        if (from == null || from >= own.offset()) {
            return false;
        }
        List<Long> others = new ArrayList<>();
        try (PageSearch search = PageSearch.in(Endpoints.kafka(settings), List.of(topic))) {
            search.readFrom(where, from, page -> {
                if (page.offset() < own.offset() && PageReader.key(page).equals(key)) {
                    others.add(page.offset());
                }
            });
        }
        return !others.isEmpty();
    }

    private void look(RawPage page) {
        if (!PageReader.key(page).equals(key)) {
            return;
        }
        Reading reading = text.read(page);
        if (reading instanceof Reading.Rejected rejected) {
            refused = rejected.reason().label() + " – " + rejected.detail();
            return;
        }
        PageId found = reading instanceof Reading.Read read ? read.page().id() : ((Reading.Withdrawn) reading).id();
        if (id == null || found.compareTo(id) > 0) {
            id = found;
            raw = page;
            greatest = reading;
        }
    }

    private FoundPage found(String nothing) {
        RawPage page = raw;
        if (page == null || greatest == null) {
            throw new PlainFault(refused.isEmpty() ? nothing : "The page " + key + " cannot be read: " + refused);
        }
        if (greatest instanceof Reading.Read read) {
            return FoundPage.of(page, read.page(), text);
        }
        throw new PlainFault("The page " + key + " is withdrawn: there is nothing in it to correct.");
    }

    /** A bar is for somebody who looks on. */
    private void read(PageSearch search, PageSearch.Partition partition) {
        if (!Ansi.AUTO.enabled()) {
            read(search, partition, none -> {});
            return;
        }
        try (ProgressBar bar = new ProgressBarBuilder()
                .setTaskName(partition.topic() + " " + partition.number())
                .setInitialMax(search.end(partition))
                .setStyle(ProgressBarStyle.ASCII)
                .build()) {
            read(search, partition, bar::stepTo);
        }
    }

    private void read(PageSearch search, PageSearch.Partition partition, LongConsumer progress) {
        search.read(partition, this::look, progress);
    }

    private boolean greaterIsKnown(PageId found) {
        try (Connection connection = Endpoints.database(settings).connect()) {
            return CorrectionQuery.greatest(connection, key)
                    .filter(known -> known.compareTo(found) > 0)
                    .isPresent();
        } catch (SQLException unreachable) {
            err.println(
                    "The database cannot be asked whether there is a later content; looking through all partitions.");
            return true;
        }
    }
}

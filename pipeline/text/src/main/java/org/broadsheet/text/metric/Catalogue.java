package org.broadsheet.text.metric;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is counted: {@code test_sites} by 采样点 in 个 or 处. Read from {@code config/metrics.yaml}.
 *
 * <p>Immutable, thread-safe.
 */
public final class Catalogue {
    private final Map<String, Metric> metrics;
    private final List<Metric> inOrder;

    Catalogue(List<Metric> metrics) {
        Map<String, Metric> byId = new LinkedHashMap<>();
        metrics.forEach(metric -> byId.put(metric.id(), metric));
        this.metrics = byId;
        this.inOrder = List.copyOf(byId.values());
    }

    /**
     * Reads a catalogue from a file.
     *
     * @throws CatalogueException with all faults at once
     * @throws IOException where the file cannot be read
     */
    public static Catalogue read(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            return read(stream);
        }
    }

    /**
     * Reads a catalogue in UTF-8; the stream stays open.
     *
     * @throws CatalogueException with all faults at once
     */
    public static Catalogue read(InputStream stream) throws IOException {
        return CatalogueReader.read(stream.readAllBytes());
    }

    /** The catalogue this version of Broadsheet came with. */
    public static Catalogue packaged() {
        try (InputStream stream = Catalogue.class.getResourceAsStream("metrics.yaml")) {
            if (stream == null) {
                throw new IllegalStateException("No metrics.yaml beside " + Catalogue.class.getName());
            }
            return read(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All metrics in the order of the file. */
    public List<Metric> metrics() {
        return inOrder;
    }

    /** The metric of an id. */
    public Optional<Metric> metric(String id) {
        return Optional.ofNullable(metrics.get(id));
    }
}

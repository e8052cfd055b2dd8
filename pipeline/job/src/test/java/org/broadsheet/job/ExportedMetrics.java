package org.broadsheet.job;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.flink.configuration.Configuration;
import org.apache.flink.configuration.GlobalConfiguration;

/** What Prometheus would find at the address that {@code config/flink/config.yaml} has the job export to: 指标. */
record ExportedMetrics(int port) {
    private static final Pattern SAMPLE = Pattern.compile("^([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? (\\S+)$");
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");

    /** Flink's settings for it: those of that file, with a port that is free here. */
    Configuration reporter() {
        Path folder = Path.of(System.getProperty("broadsheet.root"), "config/flink");
        Configuration reporter = new Configuration();
        GlobalConfiguration.loadConfiguration(folder.toString()).toMap().forEach((key, value) -> {
            if (key.startsWith("metrics.")) {
                reporter.setString(key, value);
            }
        });
        reporter.setString("metrics.reporter.prometheus.port", Integer.toString(port));
        return reporter;
    }

    /** The labels of each metric. */
    Map<String, Set<String>> labelsByName() throws Exception {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (Matcher sample : samples()) {
            Set<String> known = labels.computeIfAbsent(sample.group(1), name -> new TreeSet<>());
            LABEL.matcher(String.valueOf(sample.group(2))).results().forEach(label -> known.add(label.group(1)));
        }
        return labels;
    }

    /** The sum of a metric over all samples whose labels contain a text. */
    double sum(String name, String containing) throws Exception {
        double sum = 0;
        for (Matcher sample : samples()) {
            if (sample.group(1).equals(name) && String.valueOf(sample.group(2)).contains(containing)) {
                sum += Double.parseDouble(sample.group(3));
            }
        }
        return sum;
    }

    private java.util.List<Matcher> samples() throws Exception {
        HttpRequest asked = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/metrics"))
                .build();
        String body = HttpClient.newHttpClient()
                .send(asked, HttpResponse.BodyHandlers.ofString())
                .body();
        return body.lines()
                .filter(line -> !line.startsWith("#"))
                .map(SAMPLE::matcher)
                .filter(Matcher::matches)
                .toList();
    }
}

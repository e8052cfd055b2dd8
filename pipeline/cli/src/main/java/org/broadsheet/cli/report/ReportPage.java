package org.broadsheet.cli.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The page, put together from its parts: markup, style, scripts, ECharts, outlines of the divisions, figures. It needs nothing
 * else, and its policy lets it have nothing else: a {@code <script>} in 太原晚报 is text.
 *
 * @param policy what the browser may run and load; it stands in the page, too
 */
record ReportPage(String policy, String html) {
    /** In the order in which they need each other. */
    private static final List<String> SCRIPTS = List.of(
            "language.js",
            "elements.js",
            "format.js",
            "figures.js",
            "geography.js",
            "selection.js",
            "mapkeys.js",
            "map.js",
            "course.js",
            "lists.js",
            "table.js",
            "evidence.js",
            "search.js",
            "page.js");

    private static final String ECHARTS = "/META-INF/resources/webjars/echarts/5.5.0/echarts.min.js";
    private static final DateTimeFormatter MADE = DateTimeFormatter.ISO_OFFSET_DATE_TIME;
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

    /** A page that never asks anybody for anything. */
    static ReportPage offline(ReportData data, ZonedDateTime made) {
        return page(ReportJson.of(data), made, "offline", "'none'");
    }

    /** A page that asks where it comes from for newer figures. */
    static ReportPage live(String data, ZonedDateTime made) {
        return page(data, made, "live", "'self'");
    }

    private static ReportPage page(String data, ZonedDateTime made, String mode, String connections) {
        List<String> scripts = new ArrayList<>();
        scripts.add(resource(ECHARTS));
        SCRIPTS.forEach(name -> scripts.add(resource(name)));
        String style = resource("style.css");
        StringBuilder elements = new StringBuilder();
        StringBuilder hashes = new StringBuilder();
        for (String script : scripts) {
            if (script.contains("</script") || script.contains("<!--")) {
                throw new IllegalStateException("a script would end itself");
            }
            elements.append("<script>").append(script).append("</script>\n");
            hashes.append(' ').append(hash(script));
        }
        String policy = "default-src 'none'; script-src" + hashes + "; style-src 'unsafe-inline'; style-src-elem "
                + hash(style) + "; style-src-attr 'unsafe-inline'; connect-src " + connections
                + "; base-uri 'none'; form-action 'none'";
        // The data come last: what stands in them is never looked at for places to fill.
        String[] around = resource("page.html").split("@data@", 2);
        String html = around[0]
                        .replace("@policy@", policy)
                        .replace("@mode@", mode)
                        .replace("@made@", MADE.format(made.withZoneSameInstant(SHANGHAI)))
                        .replace("@style@", style)
                        .replace("@boundaries@", unpacked("boundaries.json.gz"))
                + data
                + around[1].replace("@scripts@", elements);
        return new ReportPage(policy, html);
    }

    /** {@code 'sha256-…'}, as a policy names what it allows. */
    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static String resource(String name) {
        try (InputStream resource = open(name)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private static String unpacked(String name) {
        try (InputStream resource = new GZIPInputStream(open(name))) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(name, unreadable);
        }
    }

    private static InputStream open(String name) {
        InputStream resource = ReportPage.class.getResourceAsStream(name);
        if (resource == null) {
            throw new IllegalStateException("not on the class path: " + name);
        }
        return resource;
    }
}

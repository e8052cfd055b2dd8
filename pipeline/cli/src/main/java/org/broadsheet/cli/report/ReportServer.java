package org.broadsheet.cli.report;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZonedDateTime;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.broadsheet.postgres.DatabaseSettings;
import org.broadsheet.text.fact.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves the report on 127.0.0.1 to who sits at this machine: the page at {@code /}, newer figures at {@code /figures.json}, where the
 * page looks while 太原晚报 is being read. Requests that name another host, a page of somebody else's that has its name point here, are
 * refused.
 */
public final class ReportServer implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ReportServer.class);
    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;
    private static final int NOT_ALLOWED = 405;
    private static final int MISDIRECTED = 421;
    private static final int UNAVAILABLE = 503;
    private static final String NO_FRAME = "frame-ancestors 'none'";
    private static final long NO_BODY = -1;

    private final HttpServer server;
    private final ExecutorService threads;
    private final DatabaseSettings database;
    private final Clock clock;

    private ReportServer(HttpServer server, ExecutorService threads, DatabaseSettings database, Clock clock) {
        this.server = server;
        this.threads = threads;
        this.database = database;
        this.clock = clock;
    }

    /**
     * Starts it.
     *
     * @param port 0: any
     * @throws IOException where the port is taken
     */
    public static ReportServer start(DatabaseSettings database, Clock clock, int port) throws IOException {
        HttpServer http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), port), 0);
        // One at a time: each answer is a look into the database.
        ExecutorService threads = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "report");
            thread.setDaemon(true);
            return thread;
        });
        ReportServer server = new ReportServer(http, threads, database, clock);
        http.createContext("/", server::answer);
        http.setExecutor(threads);
        http.start();
        return server;
    }

    /** {@code http://127.0.0.1:8090/}. */
    public String address() {
        return "http://127.0.0.1:" + port() + "/";
    }

    private int port() {
        return server.getAddress().getPort();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            exchange.getResponseHeaders().set("Cross-Origin-Resource-Policy", "same-origin");
            exchange.getResponseHeaders().set("Content-Security-Policy", "default-src 'none'; " + NO_FRAME);
            exchange.getResponseHeaders().set("Cache-Control", "no-cache");
            String host = exchange.getRequestHeaders().getFirst("Host");
            if (!("127.0.0.1:" + port()).equals(host) && !("localhost:" + port()).equals(host)) {
                send(exchange, MISDIRECTED, "text/plain", "No such host here.\n");
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.getResponseHeaders().set("Allow", "GET");
                send(exchange, NOT_ALLOWED, "text/plain", "Only GET.\n");
            } else {
                look(exchange, exchange.getRequestURI().getPath());
            }
        }
    }

    private void look(HttpExchange exchange, String path) throws IOException {
        try {
            switch (path) {
                case "/" -> sendPage(exchange, ReportPage.live(data(), ZonedDateTime.now(clock)));
                case "/figures.json" -> sendFigures(exchange, data());
                default -> send(exchange, NOT_FOUND, "text/plain", "Nothing here.\n");
            }
        } catch (SQLException gone) {
            LOG.info("The report's figures cannot be read", gone);
            send(exchange, UNAVAILABLE, "text/plain", "The database does not answer.\n");
        }
    }

    private String data() throws SQLException {
        return ReportJson.of(ReportData.read(database, ReportLimits.OF_A_FILE));
    }

    private static void sendPage(HttpExchange exchange, ReportPage page) throws IOException {
        exchange.getResponseHeaders().set("Content-Security-Policy", page.policy() + "; " + NO_FRAME);
        send(exchange, OK, "text/html", page.html());
    }

    private static void sendFigures(HttpExchange exchange, String data) throws IOException {
        String tag = '"' + Reference.of(data).toString() + '"';
        exchange.getResponseHeaders().set("ETag", tag);
        if (tag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(NOT_MODIFIED, NO_BODY);
        } else {
            send(exchange, OK, "application/json", data);
        }
    }

    private static void send(HttpExchange exchange, int status, String type, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}

package org.broadsheet.job.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Speaks with Flink's REST interface: JSON both ways, and files as HTML forms send them. */
final class RestConnection {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CAUSE = "Caused by: ";
    private static final String BOUNDARY = "broadsheet-4f6b1c0e9a";

    private final URI address;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    /** @param address ends with a slash */
    RestConnection(URI address) {
        this.address = address;
    }

    JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(address.resolve(path)).GET());
    }

    JsonNode post(String path, BodyPublisher json) {
        return answer(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "application/json")
                .POST(json));
    }

    void delete(String path) {
        answer(HttpRequest.newBuilder(address.resolve(path)).DELETE());
    }

    /** Sends a jar as a form does. */
    JsonNode upload(String path, Path jar) throws IOException {
        String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"jarfile\"; filename=\""
                + jar.getFileName() + "\"\r\nContent-Type: application/x-java-archive\r\n\r\n";
        String tail = "\r\n--" + BOUNDARY + "--\r\n";
        return answer(HttpRequest.newBuilder(address.resolve(path))
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.concat(
                        BodyPublishers.ofString(head), BodyPublishers.ofFile(jar), BodyPublishers.ofString(tail))));
    }

    private JsonNode answer(HttpRequest.Builder request) {
        HttpResponse<String> response;
        try {
            response = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException unreachable) {
            throw new ClusterAccessException("No Flink cluster answers at " + address + ".", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new ClusterAccessException("Interrupted while waiting for " + address + ".", interrupted);
        }
        JsonNode body = json(response.body());
        if (response.statusCode() / 100 != 2) {
            throw new ClusterAccessException("The Flink cluster at " + address + " refused: " + reason(response, body));
        }
        return body;
    }

    private static JsonNode json(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException none) {
            return MissingNode.getInstance();
        }
    }

    private static String reason(HttpResponse<String> response, JsonNode body) {
        JsonNode errors = body.path("errors");
        String last = errors.path(errors.size() - 1).asText();
        return last.isBlank() ? "HTTP " + response.statusCode() + "." : rootCause(last);
    }

    /** The message of the deepest cause in a stack trace: {@code The tables in broadsheet show checkpoint 17, …}. */
    static String rootCause(String trace) {
        int cause = trace.lastIndexOf(CAUSE);
        String line = (cause < 0 ? trace : trace.substring(cause + CAUSE.length()))
                .lines()
                .findFirst()
                .orElse("");
        int message = line.indexOf(": ");
        boolean isException = message > 0 && line.substring(0, message).indexOf(' ') < 0;
        return isException ? line.substring(message + 2) : line;
    }
}

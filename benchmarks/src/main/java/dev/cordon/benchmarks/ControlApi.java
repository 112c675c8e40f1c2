package dev.cordon.benchmarks;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** The control API of a simulated tenant. */
final class ControlApi implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String root;

    ControlApi(String root) {
        this.root = root;
    }

    /** Every request of Cordon so far, in order of arrival. */
    List<RecordedRequest> requests() throws InterruptedException {
        return send("GET", "/requests", "")
                .lines()
                .map(line -> RecordedRequest.of(JsonParser.parseString(line).getAsJsonObject()))
                .filter(request -> !request.caller().equals("attacker")
                        && !request.caller().equals("user"))
                .toList();
    }

    /** How far the tenant's clock is ahead of the wall's. */
    Duration tenantAheadOfWall() throws InterruptedException {
        Instant before = Instant.now();
        Instant tenant = Instant.parse(get("/clock").get("now").getAsString());
        Instant after = Instant.now();
        return Duration.between(before.plus(Duration.between(before, after).dividedBy(2)), tenant);
    }

    JsonObject get(String path) throws InterruptedException {
        return JsonParser.parseString(send("GET", path, "")).getAsJsonObject();
    }

    JsonObject post(String path, String body) throws InterruptedException {
        String answer = send("POST", path, body);
        return answer.isBlank()
                ? new JsonObject()
                : JsonParser.parseString(answer).getAsJsonObject();
    }

    private String send(String method, String path, String body) throws InterruptedException {
        try {
            var answer = http.send(
                    HttpRequest.newBuilder(URI.create(root + path))
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(
                        method + " " + path + " was answered with " + answer.statusCode() + ": " + answer.body());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}

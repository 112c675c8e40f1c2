package dev.cordon.app;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The control API of a simulated tenant, as far as the demo asks it. */
final class SimulatorControl implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;

    SimulatorControl(String address) {
        this.address = address;
    }

    /** Every request the tenant has seen, in order of arrival. */
    List<JsonObject> requests() throws InterruptedException {
        return get("/requests")
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> JsonParser.parseString(line).getAsJsonObject())
                .toList();
    }

    /** What is true about the attacker in that account. */
    AttackerTruth truth(String userPrincipalName) throws InterruptedException {
        String answer = get("/truth");
        JsonObject truth = JsonParser.parseString(answer).getAsJsonObject();
        if (!truth.has("accounts")) {
            throw new IllegalStateException("the simulated tenant does not tell the truth: " + answer);
        }
        JsonObject account = account(truth.getAsJsonObject("accounts"), userPrincipalName);
        return new AttackerTruth(
                truth.get("attempts").getAsLong(),
                account.get("attackerAccess").getAsBoolean(),
                account.get("mailFeed").getAsBoolean(),
                truth.getAsJsonArray("collateral"));
    }

    @Override
    public void close() {
        http.close();
    }

    private static JsonObject account(JsonObject accounts, String userPrincipalName) {
        for (Map.Entry<String, JsonElement> account : accounts.entrySet()) {
            if (account.getKey().toLowerCase(Locale.ROOT).equals(userPrincipalName.toLowerCase(Locale.ROOT))) {
                return account.getValue().getAsJsonObject();
            }
        }
        throw new IllegalStateException("the simulated tenant knows nothing about " + userPrincipalName);
    }

    private String get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address + path)).build());
    }

    private String send(HttpRequest request) throws InterruptedException {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8))
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

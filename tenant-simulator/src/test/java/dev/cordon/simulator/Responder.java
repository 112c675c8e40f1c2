package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small tenant with things planted in it, and somebody who changes it over the wire. */
public final class Responder implements AutoCloseable {

    private final TestingTenant tenant;
    private final String graph;
    private final String exchange;

    private Responder(TestingTenant tenant) {
        this.tenant = tenant;
        this.graph = tenant.tokenAs("app", "graph");
        this.exchange = tenant.tokenAs("app", "exchange");
    }

    /** The tenant of that scenario with these things in it, the YAML lines of {@code persistence}. */
    public static Responder in(String scenario, String planted) {
        var lines = new StringBuilder("persistence:\n");
        planted.lines().forEach(line -> lines.append("  - ").append(line).append('\n'));
        return new Responder(TestingTenant.of(scenario.replace("attacker: {}\n", lines)));
    }

    /** The tenant. */
    public TestingTenant tenant() {
        return tenant;
    }

    /** A cmdlet of the application, whatever comes of it. */
    public Reply ask(String cmdlet, @Nullable Object... parameters) {
        return askAs(exchange, cmdlet, parameters);
    }

    /** A cmdlet with that token, whatever comes of it. */
    public Reply askAs(String token, String cmdlet, @Nullable Object... parameters) {
        var body = Json.object("CmdletInput", Json.object("CmdletName", cmdlet, "Parameters", Json.object(parameters)));
        return tenant.send(HttpRequest.newBuilder(URI.create(tenant.connection().exchange() + "/adminapi/beta/"
                        + tenant.connection().tenantId() + "/InvokeCommand"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    /** The rows of a cmdlet that succeeds. */
    public List<JsonObject> run(String cmdlet, @Nullable Object... parameters) {
        var reply = ask(cmdlet, parameters);
        assertThat(reply.status()).as(cmdlet + " " + reply.text()).isEqualTo(200);
        return reply.value();
    }

    /** The one warning of a cmdlet that succeeds. */
    public String warning(String cmdlet, @Nullable Object... parameters) {
        var reply = ask(cmdlet, parameters);
        assertThat(reply.status()).as(cmdlet + " " + reply.text()).isEqualTo(200);
        return reply.json().getAsJsonArray("@adminapi.warnings").get(0).getAsString();
    }

    /** A Graph request of the application, whatever comes of it. */
    public Reply graph(String method, String path, JsonElement... body) {
        return tenant.graph(graph, method, "/v1.0" + path, body);
    }

    /** What a Graph request that succeeds gives; nothing for an empty answer. */
    public JsonObject done(String method, String path, JsonElement... body) {
        var reply = graph(method, path, body);
        assertThat(reply.status()).as(method + " " + path + " " + reply.text()).isBetween(200, 299);
        return reply.text().isEmpty() ? new JsonObject() : reply.json();
    }

    /** The rows of a list. */
    public List<JsonObject> list(String path) {
        var reply = graph("GET", path);
        assertThat(reply.status()).as(path + " " + reply.text()).isEqualTo(200);
        return reply.value();
    }

    /** Somebody's object id. */
    public String id(String upn) {
        return done("GET", "/users/" + upn).get("id").getAsString();
    }

    /** The scenario's names of what was taken away and should have stayed, each with what happened to it. */
    public List<String> collateral() {
        return tenant.control("/truth").json().getAsJsonArray("collateral").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(row ->
                        row.get("id").getAsString() + " " + row.get("change").getAsString())
                .toList();
    }

    /** What the attacker holds of somebody. */
    public JsonArray holds(String upn, String kind) {
        return account(upn).getAsJsonObject("holds").getAsJsonArray(kind);
    }

    /** The truth about somebody. */
    public JsonObject account(String upn) {
        return tenant.control("/truth").json().getAsJsonObject("accounts").getAsJsonObject(upn);
    }

    /** The newest row of the unified audit log. */
    public JsonObject lastAudit() {
        var row = run("Search-UnifiedAuditLog", "StartDate", "2026-02-01", "EndDate", "2027-01-01", "ResultSize", 1)
                .getFirst();
        return Json.parseObject(row.get("AuditData").getAsString());
    }

    /** The activity of the newest row of the directory audit log. */
    public String lastActivity() {
        return list("/auditLogs/directoryAudits")
                .getFirst()
                .get("activityDisplayName")
                .getAsString();
    }

    @Override
    public void close() {
        tenant.close();
    }
}

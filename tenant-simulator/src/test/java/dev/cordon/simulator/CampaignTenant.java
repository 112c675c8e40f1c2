package dev.cordon.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A small tenant with a campaign in it, spoken to over the wire by whoever is asked for. */
public final class CampaignTenant implements AutoCloseable {

    public static final String ANNA = "anna.berg@contoso.example";
    public static final String BO = "bo.lund@contoso.example";
    public static final String LINK = "https://login.evil.example/1?x=y";

    /** Anna and Bo got it, the others had luck. */
    public static final String SCENARIO = TestingTenant.SMALL
            .replace(
                    "clock: {start: \"2026-03-02T08:00:00Z\", speed: 1}",
                    "clock: {start: \"2026-03-02T08:00:00Z\", speed: 0.001}")
            .replace("licences: [E3]", "licences: [E5]")
            .replace(
                    "Exchange Administrator, Security Reader]}",
                    "Exchange Administrator, Security Administrator], roleGroups: [Organization Management]}")
            .replace("delays:\n", """
                      - {upn: held@contoso.example, displayName: Held}
                      - {upn: ground@contoso.example, displayName: Ground}
                      - {upn: lucky@contoso.example, displayName: Lucky}
                      - {upn: gone@contoso.example, displayName: Gone}
                      - {upn: hidden@contoso.example, displayName: Hidden}
                      - {upn: many@contoso.example, displayName: Many}
                    delays:
                    """.indent(0))
            .replace("attacker: {}\n", """
                    mailboxes:
                      - {owner: held@contoso.example, litigationHold: true}
                      - {owner: ground@contoso.example, type: on-premises}
                    history:
                      mails:
                        - {mailbox: bo.lund@contoso.example, at: -P2D, from: office@partner.example, subject: "Your benefits, really", body: "see you"}
                    campaigns:
                      - id: benefits
                        kind: aitm
                        at: -PT3H
                        from: {address: hr@evil.example, name: Human Resources}
                        subject: "Action needed: your benefits"
                        body: "Choose: https://login.evil.example/1?x=y now"
                        urls: ["https://login.evil.example/1?x=y"]
                        attachments: [benefits.pdf]
                        recipients:
                          - anna.berg@contoso.example
                          - bo.lund@contoso.example
                          - held@contoso.example
                          - ground@contoso.example
                          - lucky@contoso.example
                          - gone@contoso.example
                          - hidden@contoso.example
                          - many@contoso.example
                        deliveries:
                          - {to: lucky@contoso.example, do: quarantine}
                          - {to: gone@contoso.example, do: fail}
                          - {to: hidden@contoso.example, unindexed: true}
                          - {to: many@contoso.example, copies: 14}
                          - {to: bo.lund@contoso.example, do: zap, at: PT10M}
                        clicks:
                          - {user: anna.berg@contoso.example, at: -PT2H, clickedThrough: false}
                          - {user: bo.lund@contoso.example, at: -PT1H, action: Blocked}
                          - {user: held@contoso.example, at: -PT1H, via: mobile}
                          - {user: many@contoso.example, at: PT1H}
                        reported: [{user: anna.berg@contoso.example, at: -PT1H}]
                      - id: again
                        kind: aitm
                        at: PT30M
                        from: {address: hr@evil.example, name: Human Resources}
                        subject: "Reminder: your benefits"
                        body: "Choose: https://login.evil.example/2"
                        urls: ["https://login.evil.example/2"]
                        recipients: [anna.berg@contoso.example]
                    """);

    private final TestingTenant tenant;

    private CampaignTenant(String yaml) {
        tenant = TestingTenant.of(yaml);
    }

    /** The tenant. */
    public static CampaignTenant start() {
        return of(SCENARIO);
    }

    /** The same with changes. */
    public static CampaignTenant of(String yaml) {
        return new CampaignTenant(yaml);
    }

    public TestingTenant tenant() {
        return tenant;
    }

    /** A Graph request of the application. */
    public Reply graph(String method, String path, JsonElement... body) {
        return tenant.graph(tenant.tokenAs("app", "graph"), method, path, body);
    }

    /** Somebody's mails of that subject. */
    public List<JsonObject> mails(String upn, String folder, String subject) {
        var path = folder.isEmpty() ? "/messages" : "/mailFolders/" + folder + "/messages";
        return graph("GET", "/v1.0/users/" + upn + path + "?$top=100").value().stream()
                .filter(mail -> mail.get("subject").getAsString().contains(subject))
                .toList();
    }

    /** A cmdlet of the Exchange host in the operator's name. */
    public Reply exchange(String cmdlet, @Nullable Object... parameters) {
        return cmdlet(tenant.connection().exchange(), tenant.tokenAs("operator", "exchange"), cmdlet, parameters);
    }

    /** A cmdlet of the compliance host of the region, in somebody's name. */
    public Reply compliance(String who, String cmdlet, @Nullable Object... parameters) {
        var region = tenant.connection().compliance().replace("127.0.0.1", "localhost");
        return cmdlet(region, tenant.tokenAs(who, "compliance"), cmdlet, parameters);
    }

    private Reply cmdlet(String host, String token, String cmdlet, @Nullable Object... parameters) {
        var body = Json.object("CmdletInput", Json.object("CmdletName", cmdlet, "Parameters", Json.object(parameters)));
        return tenant.send(HttpRequest.newBuilder(URI.create(
                        host + "/adminapi/beta/" + tenant.connection().tenantId() + "/InvokeCommand"))
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    /** The rows of what succeeds. */
    public static List<JsonObject> rows(Reply reply) {
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.value();
    }

    /** The rows of a hunt. */
    public List<JsonObject> hunt(String query) {
        var reply = ask(query);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        return reply.json().getAsJsonArray("results").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    /** A hunt, whatever comes of it. */
    public Reply ask(String query) {
        return graph("POST", "/v1.0/security/runHuntingQuery", Json.object("Query", query));
    }

    /** The truth about the campaign of that id. */
    public JsonObject truth(String id) {
        return tenant.control("/truth").json().getAsJsonArray("campaigns").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .filter(row -> row.get("id").getAsString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public static List<String> texts(List<JsonObject> rows, String name) {
        return rows.stream().map(row -> row.get(name).getAsString()).toList();
    }

    @Override
    public void close() {
        tenant.close();
    }
}

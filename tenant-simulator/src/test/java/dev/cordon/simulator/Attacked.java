package dev.cordon.simulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import java.net.URI;
import java.net.http.HttpRequest;

/** A small tenant with one attacked person, and what a responder does to it over the wire. */
public final class Attacked implements AutoCloseable {

    /** What was planted: hers and his. */
    public static final String PLANTED = """
            persistence:
              - {id: anna-phone, kind: authentication-method, owner: anna.berg@contoso.example, by: legitimate, created: -P400D,
                 object: {type: microsoftAuthenticator, displayName: iPhone 15, default: true}}
              - {id: evil-otp, kind: authentication-method, owner: anna.berg@contoso.example, by: attacker, created: -PT20H,
                 object: {type: softwareOath}}
              - {id: evil-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT19H,
                 object: {displayName: ".", conditions: {subjectContains: [invoice]}, actions: {moveToFolder: RSS Feeds, markAsRead: true}}}
              - {id: hidden-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: attacker, created: -PT19H, hidden: true,
                 object: {displayName: "Junk E-Mail Rule.", conditions: {subjectContains: [phish]}, actions: {delete: true}}}
              - {id: own-rule, kind: inbox-rule, owner: anna.berg@contoso.example, by: legitimate, created: -P90D,
                 object: {displayName: Invoices, conditions: {subjectContains: [invoice]}, actions: {moveToFolder: Archive}}}
              - {id: evil-fwd, kind: forwarding, owner: anna.berg@contoso.example, by: attacker, created: -PT19H,
                 object: {ForwardingSmtpAddress: "smtp:drop@mail.example", DeliverToMailboxAndForward: true}}
              - {id: own-delegate, kind: delegate, owner: anna.berg@contoso.example, by: legitimate, created: -P200D,
                 object: {User: bo.lund@contoso.example, AccessRights: [FullAccess]}}
            """;

    private static final String HELD = """
            attacker:
              from: [{ip: 203.0.113.9, country: NL, userAgent: axios/1.7}]
              knows: [{user: anna.berg@contoso.example, password: true}]
              holds:
                sessions: [{id: stolen, user: anna.berg@contoso.example, resources: [graph, exchange], cae: false, mfa: true, issued: -PT20H, accessTokenIssued: -PT10M, accessTokenLife: PT75M}]
                methods: [evil-otp]
            """;

    private final TestingTenant tenant;
    private final String graph;
    private final String exchange;

    private Attacked(TestingTenant tenant) {
        this.tenant = tenant;
        this.graph = tenant.tokenAs("app", "graph");
        this.exchange = tenant.tokenAs("app", "exchange");
    }

    /** The tenant whose attacker follows this plan: the YAML lines of a list. */
    public static Attacked planning(String... moves) {
        var plan = new StringBuilder("  plan:\n");
        for (var move : moves) {
            plan.append("    - ").append(move).append('\n');
        }
        return new Attacked(TestingTenant.of(
                TestingTenant.SMALL.replace("attacker: {}\n", PLANTED + HELD + (moves.length == 0 ? "" : plan))));
    }

    /** The tenant. */
    public TestingTenant tenant() {
        return tenant;
    }

    /** A Graph request of the responder's application. */
    public Reply graph(String method, String path, JsonElement... body) {
        return tenant.graph(graph, method, path, body);
    }

    /** A cmdlet of the responder's application. */
    public Reply cmdlet(String name, JsonObject parameters) {
        return cmdlet(exchange, name, parameters);
    }

    /** A cmdlet with another token. */
    public Reply cmdlet(String token, String name, JsonObject parameters) {
        var body = Json.object("CmdletInput", Json.object("CmdletName", name, "Parameters", parameters));
        return tenant.send(HttpRequest.newBuilder(URI.create(tenant.connection().exchange() + "/adminapi/beta/"
                        + tenant.connection().tenantId() + "/InvokeCommand"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                .build());
    }

    /** What is so about Anna. */
    public JsonObject anna() {
        return truth().getAsJsonObject("accounts").getAsJsonObject("anna.berg@contoso.example");
    }

    /** The whole truth. */
    public JsonObject truth() {
        return tenant.control("/truth").json();
    }

    /** Revokes Anna's sessions. */
    public void revoke() {
        graph("POST", "/v1.0/users/anna.berg@contoso.example/revokeSignInSessions");
    }

    /** Sets Anna's password. */
    public void reset() {
        graph(
                "PATCH",
                "/v1.0/users/anna.berg@contoso.example",
                Json.object(
                        "passwordProfile",
                        Json.object("password", "Xk7!pw-quite-long-99", "forceChangePasswordNextSignIn", true)));
    }

    /** Deletes the attacker's software OATH method. */
    public Reply deleteMethod() {
        for (var method : graph("GET", "/v1.0/users/anna.berg@contoso.example/authentication/methods")
                .value()) {
            if (method.get("@odata.type").getAsString().contains("softwareOath")) {
                return graph(
                        "DELETE",
                        "/v1.0/users/anna.berg@contoso.example/authentication/softwareOathMethods/"
                                + method.get("id").getAsString());
            }
        }
        throw new IllegalStateException("Anna has no software OATH method");
    }

    /** Anna's rules, hidden ones too. */
    public Reply rules() {
        return cmdlet("Get-InboxRule", Json.object("Mailbox", "anna.berg@contoso.example", "IncludeHidden", true));
    }

    /** Removes the rule of that name. */
    public Reply removeRule(String name) {
        for (var rule : rules().value()) {
            if (rule.get("Name").getAsString().equals(name)) {
                return cmdlet(
                        "Remove-InboxRule",
                        Json.object(
                                "Mailbox",
                                "anna.berg@contoso.example",
                                "Identity",
                                rule.get("RuleIdentity"),
                                "Force",
                                true,
                                "Confirm",
                                false));
            }
        }
        throw new IllegalStateException("There is no rule called " + name);
    }

    /** Clears Anna's forwarding. */
    public Reply clearForwarding() {
        return cmdlet(
                "Set-Mailbox",
                Json.object(
                        "Identity",
                        "anna.berg@contoso.example",
                        "ForwardingSmtpAddress",
                        null,
                        "ForwardingAddress",
                        null,
                        "DeliverToMailboxAndForward",
                        false));
    }

    @Override
    public void close() {
        tenant.close();
    }
}

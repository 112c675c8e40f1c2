package dev.cordon.simulator.truth;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.control.ControlRoute;
import dev.cordon.simulator.exchange.UnifiedAuditLog;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.fraud.FraudTruth;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.logs.AuditLog;
import dev.cordon.simulator.logs.SignInLog;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.traces.MessageTraces;
import dev.cordon.simulator.wire.RequestLog;
import dev.cordon.simulator.wire.WireResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** {@code GET /truth}: every account the attacker has to do with or the scenario names, collateral, logs, attempts. */
public final class Truth {

    private final Tenant tenant;
    private final TenantState state;
    private final RequestLog log;
    private final SignInLog signIns;
    private final AuditLog audits;
    private final UnifiedAuditLog unified;
    private final Collateral collateral;
    private final Map<String, String> knownPasswords = new HashMap<>();

    /** The truth about a tenant that has just been founded. */
    public Truth(Tenant tenant, RequestLog log) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.log = log;
        this.signIns = new SignInLog(tenant);
        this.audits = new AuditLog(tenant);
        this.unified = new UnifiedAuditLog(tenant);
        this.collateral = new Collateral(state);
        for (var known : state.scenario().attacker().knows()) {
            if (known.password()) {
                var id = People.id(state.chance(), known.user());
                var text = known.text();
                state.table(User.TABLE)
                        .find(id)
                        .ifPresent(user -> knownPasswords.put(id, text == null ? user.password() : text));
            }
        }
    }

    /** Its paths. What the logs hold is counted apart, because that takes longer than all the rest. */
    public List<ControlRoute> routes() {
        return List.of(
                new ControlRoute("GET", "/truth", _ -> WireResponse.json(200, truth())),
                new ControlRoute("GET", "/truth/rows", _ -> WireResponse.json(200, rows())));
    }

    private JsonObject truth() {
        return state.atomically(() -> Json.object(
                "at", Json.exactTime(state.now()),
                "accounts", accounts(),
                "fraud", new FraudTruth(state).campaigns(),
                "collateral", collateral(),
                "unavoidable", collateral.unavoidable(),
                "campaigns", new CampaignTruth(state).all(),
                "logs", logs(),
                "attempts", attempts()));
    }

    private JsonArray collateral() {
        var rows = collateral.collateral();
        new CampaignTruth(state).collateral(rows);
        return rows;
    }

    private JsonObject accounts() {
        var named = new HashSet<String>();
        state.scenario().people().forEach(person -> named.add(person.upn().toLowerCase(Locale.ROOT)));
        var inventory = Inventory.of(state);
        var origins = Origins.of(state);
        var fraud = new FraudTruth(state);
        var accounts = new JsonObject();
        for (var user : state.table(User.TABLE).all()) {
            var foothold = new Foothold(tenant, user, knownPasswords, own(inventory, user), origins);
            if (named.contains(user.userPrincipalName().toLowerCase(Locale.ROOT)) || foothold.isTouched()) {
                var account = foothold.json();
                account.add("fraud", fraud.account(user.id(), account.getAsJsonObject("harm")));
                accounts.add(user.userPrincipalName(), account);
            }
        }
        return accounts;
    }

    private static List<Thing> own(List<Thing> inventory, User user) {
        return inventory.stream()
                .filter(thing -> thing.ownerId().isEmpty() || thing.ownerId().equals(user.id()))
                .toList();
    }

    private JsonObject logs() {
        return Json.object(
                "signIns", Json.exactTime(signIns.completeThrough(true)),
                "nonInteractive", Json.exactTime(signIns.completeThrough(false)),
                "directoryAudits", Json.exactTime(audits.completeThrough()),
                "unifiedAudit", Json.exactTime(unified.completeThrough()),
                "messageTrace", Json.exactTime(new MessageTraces(state).completeThrough()));
    }

    /** What a collector can be judged by: distinct rows that exist by now, and those of them that can be read. */
    private JsonObject rows() {
        return Json.object(
                "at", Json.exactTime(state.now()),
                "signIns", signIns.count(Optional.of(true)),
                "nonInteractive", signIns.count(Optional.of(false)),
                "servicePrincipal", signIns.count(Optional.empty()),
                "directoryAudits", audits.count(),
                "unifiedAudit", unified.count(),
                "messageTrace", new MessageTraces(state).count());
    }

    private long attempts() {
        var revoked = state.events().stream()
                .filter(event -> event.activity() == Activity.REVOKE_SESSIONS
                        && event.actor().caller() != Caller.ATTACKER)
                .map(TenantEvent::at)
                .findFirst();
        return revoked.map(first -> log.story().stream()
                        .filter(row -> new JsonPrimitive("attacker").equals(row.get("caller")))
                        .filter(row ->
                                !Instant.parse(row.get("at").getAsString()).isBefore(first.minusMillis(1)))
                        .count())
                .orElse(0L);
    }
}

package dev.cordon.simulator.truth;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What legitimate things the responder took away, and what nobody could have kept. */
final class Collateral {

    private static final Set<Activity> ACCOUNT =
            Set.of(Activity.REVOKE_SESSIONS, Activity.RESET_PASSWORD, Activity.DISABLE_ACCOUNT, Activity.DELETE_USER);

    private final TenantState state;
    private final List<Thing> atFirst;
    private final Set<String> clientOnly = new HashSet<>();

    /** Remembers how everything stands now. */
    Collateral(TenantState state) {
        this.state = state;
        var origins = Origins.of(state);
        this.atFirst = Inventory.of(state).stream()
                .filter(thing -> origins.find(thing)
                        .map(origin -> origin.by() == Author.LEGITIMATE)
                        .orElse(false))
                .toList();
        state.table(InboxRule.TABLE).all().stream()
                .filter(rule -> rule.origin() == InboxRule.Origin.CLIENT_ONLY)
                .forEach(rule -> clientOnly.add(rule.identity()));
    }

    private Optional<Origin> origin(Thing thing) {
        return Origins.of(state).find(thing);
    }

    private static boolean isResponder(TenantEvent event) {
        return event.actor().caller() == Caller.OPERATOR || event.actor().caller() == Caller.APP;
    }

    JsonArray collateral() {
        var now = Inventory.of(state);
        var rows = new JsonArray();
        for (var thing : atFirst) {
            if (!clientOnly.contains(thing.wireId()) && touched(thing)) {
                change(thing, now).ifPresent(change -> rows.add(row(thing, change)));
            }
        }
        accounts(rows);
        return rows;
    }

    private boolean touched(Thing thing) {
        return state.events().stream()
                .anyMatch(event -> isResponder(event)
                        && (event.targetId().equals(thing.wireId())
                                || (thing.kind() == ObjectKind.CONSENT
                                        && event.targetType().equals("ServicePrincipal"))
                                || (thing.kind() == ObjectKind.APP_ROLE_ASSIGNMENT
                                        && event.targetType().equals("ServicePrincipal"))));
    }

    private static Optional<String> change(Thing before, List<Thing> now) {
        var same = now.stream().filter(before::isSame).findFirst();
        if (same.isEmpty()) {
            return now.stream().anyMatch(before::isEqual) ? Optional.empty() : Optional.of("removed");
        }
        if (before.active() && !same.get().active()) {
            return Optional.of("disabled");
        }
        return same.get().essence().equals(before.essence()) ? Optional.empty() : Optional.of("changed");
    }

    private JsonObject row(Thing thing, String change) {
        return Json.object(
                "kind", thing.kind().word(),
                "id", origin(thing).map(Origin::scenarioId).orElse(thing.wireId()),
                "wireId", thing.wireId(),
                "owner", upn(thing.ownerId()),
                "change", change);
    }

    private String upn(String userId) {
        return state.table(User.TABLE).find(userId).map(User::userPrincipalName).orElse(userId);
    }

    /** Revoke, reset and block of somebody who is no suspect. */
    private void accounts(JsonArray rows) {
        var seen = new LinkedHashSet<String>();
        for (var event : state.events()) {
            var user = state.table(User.TABLE).find(event.ownerId());
            var other = user.map(known -> !known.suspect()).orElse(false);
            if (other && isResponder(event) && ACCOUNT.contains(event.activity()) && seen.add(event.ownerId())) {
                var upn = upn(event.ownerId());
                rows.add(Json.object(
                        "kind",
                        "account",
                        "id",
                        upn,
                        "wireId",
                        event.ownerId(),
                        "owner",
                        upn,
                        "change",
                        event.activity() == Activity.DISABLE_ACCOUNT ? "disabled" : "changed"));
            }
        }
    }

    JsonArray unavoidable() {
        var rows = new JsonArray();
        var now = Inventory.of(state);
        atFirst.stream()
                .filter(thing ->
                        clientOnly.contains(thing.wireId()) && now.stream().noneMatch(thing::isSame))
                .forEach(thing -> rows.add(Json.object(
                        "kind", thing.kind().word(),
                        "id", origin(thing).map(Origin::scenarioId).orElse(thing.wireId()),
                        "because", "any edit of rules through Exchange drops the rules only Outlook knows")));
        return rows;
    }
}

package dev.cordon.simulator.truth;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.ForwardingSetting;
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
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What legitimate things the responder took away, and what nobody could have kept. */
final class Collateral {

    private final TenantState state;
    private final Map<Thing, Origin> atFirst = new LinkedHashMap<>();
    private final List<Thing> everything;
    private final Set<String> people = new HashSet<>();
    private final Set<String> clientOnly = new HashSet<>();

    /** Remembers how everything stands now. */
    Collateral(TenantState state) {
        this.state = state;
        var origins = Origins.of(state);
        this.everything = Inventory.of(state);
        everything.forEach(thing -> origins.find(thing)
                .filter(origin -> origin.by() == Author.LEGITIMATE)
                .ifPresent(origin -> atFirst.put(thing, origin)));
        state.table(User.TABLE).all().forEach(user -> people.add(user.id()));
        state.table(InboxRule.TABLE).all().stream()
                .filter(rule -> rule.origin() == InboxRule.Origin.CLIENT_ONLY)
                .forEach(rule -> clientOnly.add(rule.identity()));
    }

    private static boolean isResponder(TenantEvent event) {
        return event.actor().caller() == Caller.OPERATOR || event.actor().caller() == Caller.APP;
    }

    JsonArray collateral() {
        var now = Inventory.of(state);
        var rows = new JsonArray();
        atFirst.forEach((thing, origin) -> {
            if (!clientOnly.contains(thing.wireId()) && !isOverwritten(thing) && touched(thing)) {
                change(thing, now).ifPresent(change -> rows.add(row(thing, origin, change)));
            }
        });
        accounts(rows);
        return rows;
    }

    /** Whether the attacker had put something of his own in its place before the responder came to it: then it was he who took it away. */
    private boolean isOverwritten(Thing thing) {
        return state.events().stream()
                .filter(event -> isOfPlace(event, thing))
                .filter(event -> isResponder(event) || event.actor().caller() == Caller.ATTACKER)
                .findFirst()
                .filter(event -> !isResponder(event))
                .isPresent();
    }

    /** Places that hold one thing at a time. */
    private static boolean isOfPlace(TenantEvent event, Thing thing) {
        return switch (thing.kind()) {
            case FORWARDING -> ForwardingSetting.isAbout(event, thing.wireId());
            case AUTO_REPLY ->
                event.activity() == Activity.CHANGE_AUTO_REPLY
                        && event.targetId().equals(thing.wireId());
            case CALENDAR_PUBLISHING -> event.targetId().equals(thing.wireId());
            default -> false;
        };
    }

    private boolean touched(Thing thing) {
        return state.events().stream()
                .anyMatch(event -> isResponder(event)
                        && (event.targetId().equals(thing.wireId())
                                || isOfForwarding(event, thing)
                                || (thing.kind() == ObjectKind.CONSENT
                                        && event.targetType().equals("ServicePrincipal"))
                                || (thing.kind() == ObjectKind.APP_ROLE_ASSIGNMENT
                                        && event.targetType().equals("ServicePrincipal"))));
    }

    /** Whether a copy stays is said for the whole mailbox, so that saying it concerns either address. */
    private static boolean isOfForwarding(TenantEvent event, Thing thing) {
        return thing.kind() == ObjectKind.FORWARDING
                && (ForwardingSetting.isAbout(event, thing.wireId())
                        || (event.before().has("DeliverToMailboxAndForward")
                                && event.ownerId().equals(thing.ownerId())));
    }

    private Optional<String> change(Thing before, List<Thing> now) {
        var same = now.stream().filter(before::isSame).findFirst();
        if (same.isEmpty()) {
            return now.stream().filter(before::isEqual).anyMatch(this::isNew)
                    ? Optional.empty()
                    : Optional.of("removed");
        }
        if (before.active() && !same.get().active()) {
            return Optional.of("disabled");
        }
        return same.get().essence().equals(before.essence()) ? Optional.empty() : Optional.of("changed");
    }

    /** Only what was not there before can have been given back. */
    private boolean isNew(Thing thing) {
        return everything.stream().noneMatch(thing::isSame);
    }

    private static String name(Thing thing, Origin origin) {
        return Objects.requireNonNullElse(origin.scenarioId(), thing.wireId());
    }

    private JsonObject row(Thing thing, Origin origin, String change) {
        return Json.object(
                "kind", thing.kind().word(),
                "id", name(thing, origin),
                "wireId", thing.wireId(),
                "owner", upn(thing.ownerId()),
                "change", change);
    }

    private String upn(String userId) {
        return state.table(User.TABLE)
                .find(userId)
                .or(() -> state.table(User.DELETED).find(userId))
                .map(User::userPrincipalName)
                .orElse(userId);
    }

    /** Whether it was done to the account and has not been taken back: a block or a deletion can be, a revoke or a reset never. */
    private static boolean isLasting(TenantEvent event, User now) {
        return switch (event.activity()) {
            case REVOKE_SESSIONS, RESET_PASSWORD -> true;
            case DISABLE_ACCOUNT -> !now.accountEnabled();
            case DELETE_USER -> now.deletedAt() != null;
            default -> false;
        };
    }

    /** Revoke, reset and block of somebody who is no suspect. */
    private void accounts(JsonArray rows) {
        var seen = new LinkedHashSet<String>();
        for (var event : state.events()) {
            var user = state.table(User.TABLE)
                    .find(event.ownerId())
                    .or(() -> state.table(User.DELETED).find(event.ownerId()));
            var other = people.contains(event.ownerId())
                    && user.map(known -> !known.suspect()).orElse(false);
            if (other && isResponder(event) && isLasting(event, user.get()) && seen.add(event.ownerId())) {
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
                        switch (event.activity()) {
                            case DISABLE_ACCOUNT -> "disabled";
                            case DELETE_USER -> "removed";
                            default -> "changed";
                        }));
            }
        }
    }

    JsonArray unavoidable() {
        var rows = new JsonArray();
        var now = Inventory.of(state);
        atFirst.forEach((thing, origin) -> {
            if (clientOnly.contains(thing.wireId()) && now.stream().noneMatch(thing::isSame)) {
                rows.add(Json.object(
                        "kind",
                        thing.kind().word(),
                        "id",
                        name(thing, origin),
                        "because",
                        "any edit of rules through Exchange drops the rules only Outlook knows"));
            }
        });
        return rows;
    }
}

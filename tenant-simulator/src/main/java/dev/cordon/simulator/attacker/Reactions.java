package dev.cordon.simulator.attacker;

import com.google.gson.JsonArray;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.ForwardingSetting;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.scenario.Attacker.Event;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.AuthenticationMethod;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TableKey;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the attacker makes of events: which of his things they are about, and under which names he knows his things. */
final class Reactions {

    /** Another name the attacker has for a thing he made. */
    private record Alias(String wireId, String name) {
        static final TableKey<Alias> TABLE = new TableKey<>("attacker-names", Alias.class);
    }

    private final TenantState state;
    private final Map<String, String> firstPasswords = new HashMap<>();

    Reactions(TenantState state) {
        this.state = state;
        for (var user : state.table(User.TABLE).all()) {
            firstPasswords.put(user.id(), user.password());
        }
    }

    /** The password an account had at the start. */
    String firstPassword(String upn) {
        return firstPasswords.getOrDefault(People.id(state.chance(), upn), "");
    }

    /** What happened, in the words of his plan. */
    static Optional<Event> event(TenantEvent event) {
        return switch (event.activity()) {
            case REVOKE_SESSIONS -> Optional.of(Event.SESSION_REVOKED);
            case RESET_PASSWORD, CHANGE_PASSWORD -> Optional.of(Event.PASSWORD_RESET);
            case DISABLE_ACCOUNT, DELETE_USER -> Optional.of(Event.ACCOUNT_DISABLED);
            case DELETE_METHOD, ADMIN_DELETE_METHOD -> Optional.of(Event.METHOD_DELETED);
            case REMOVE_RULE -> Optional.of(Event.RULE_DELETED);
            case CHANGE_FORWARDING ->
                ForwardingSetting.isCleared(event) ? Optional.of(Event.FORWARDING_CLEARED) : Optional.empty();
            case CHANGE_FOLDER_PERMISSION ->
                event.after().get("AccessRights").toString().equals("[\"None\"]")
                        ? Optional.of(Event.DELEGATE_REMOVED)
                        : Optional.empty();
            case REMOVE_DELEGATE, REMOVE_FOLDER_PERMISSION -> Optional.of(Event.DELEGATE_REMOVED);
            case REMOVE_GRANT -> Optional.of(Event.CONSENT_DELETED);
            case DELETE_DEVICE, REMOVE_MOBILE_DEVICE -> Optional.of(Event.DEVICE_DISABLED);
            case UPDATE_DEVICE ->
                Json.bool(event.after(), "accountEnabled").orElse(true)
                        ? Optional.empty()
                        : Optional.of(Event.DEVICE_DISABLED);
            case SEND_MAIL -> Optional.of(Event.MAIL_RECEIVED);
            default -> Optional.empty();
        };
    }

    /** Whose account an event of the plan is about: of mail each of its readers, else the one it happened to. */
    static boolean concerns(TenantEvent event, String userId, TenantState state) {
        if (event.activity() != Activity.SEND_MAIL) {
            return event.ownerId().equals(userId);
        }
        return event.after().get("to") instanceof JsonArray to
                && to.asList().stream()
                        .flatMap(address -> new Mailboxes(state).find(address.getAsString()).stream())
                        .anyMatch(mailbox -> mailbox.ownerId().equals(userId));
    }

    private List<Origin> about(TenantEvent event) {
        return state.table(Origin.TABLE).all().stream()
                .filter(origin ->
                        (origin.wireId().equals(event.targetId()) || ForwardingSetting.isAbout(event, origin.wireId()))
                                && (origin.ownerId() == null || origin.ownerId().equals(event.ownerId())))
                .toList();
    }

    /** Whether the event is about a thing the attacker made. */
    boolean isAttackers(TenantEvent event) {
        return about(event).stream().anyMatch(origin -> origin.by() == Author.ATTACKER);
    }

    /** Whether the event is about one of the things of these names. */
    boolean matches(List<String> names, TenantEvent event) {
        return about(event).stream().anyMatch(origin -> names.stream().anyMatch(name -> isCalled(origin, name)));
    }

    private boolean isCalled(Origin origin, String name) {
        return name.equals(origin.scenarioId())
                || state.table(Alias.TABLE)
                        .find(origin.kind().word() + origin.ownerId() + origin.wireId())
                        .filter(alias -> alias.name().equals(name))
                        .isPresent();
    }

    /** The things of these names, the latest first. */
    List<Origin> origins(List<String> names) {
        return new ArrayList<>(state.table(Origin.TABLE).all())
                .reversed().stream()
                        .filter(origin -> names.stream().anyMatch(name -> isCalled(origin, name)))
                        .toList();
    }

    /** Names the thing of that kind the attacker has just made. */
    void name(String name, ObjectKind kind) {
        var made = state.events().reversed().stream()
                .filter(event -> event.actor().caller() == Caller.ATTACKER)
                .flatMap(event -> about(event).stream())
                .filter(origin -> origin.kind() == kind && origin.by() == Author.ATTACKER)
                .findFirst();
        made.filter(_ -> !name.isEmpty())
                .ifPresent(origin -> state.table(Alias.TABLE)
                        .put(
                                origin.kind().word() + origin.ownerId() + origin.wireId(),
                                new Alias(origin.wireId(), name)));
    }

    /** The id Graph has for a rule. */
    String graphRuleId(Origin origin) {
        return state.table(InboxRule.TABLE)
                .find(origin.ownerId() + "/" + origin.wireId())
                .map(InboxRule::graphId)
                .orElse("gone");
    }

    /** The typed path of a method. */
    String methodPath(Origin origin) {
        return state.table(AuthenticationMethod.TABLE)
                .find(AuthenticationMethod.key(String.valueOf(origin.ownerId()), origin.wireId()))
                .map(method -> method.type().collection() + "/" + method.id())
                .orElse("softwareOathMethods/gone");
    }
}

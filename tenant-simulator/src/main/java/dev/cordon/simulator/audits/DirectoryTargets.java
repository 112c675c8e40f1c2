package dev.cordon.simulator.audits;

import com.google.gson.JsonObject;
import dev.cordon.simulator.applications.PlantedPermission;
import dev.cordon.simulator.applications.ServicePrincipal;
import dev.cordon.simulator.devices.Device;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.DirectoryRoles;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whom and what the directory's audits name. */
public final class DirectoryTargets {

    private static final JsonObject NOTHING = new JsonObject();

    private final TenantState state;
    private final PermissionTargets permissions;
    private final RoleTargets roles;

    /** The targets of that tenant's audits. */
    public DirectoryTargets(TenantState state) {
        this.state = state;
        this.permissions = new PermissionTargets(state);
        this.roles = new RoleTargets(state, permissions);
    }

    /** What was changed first, and whom or what else it concerns. */
    public List<AuditTarget> of(TenantEvent event) {
        return switch (event.targetType()) {
            case "OAuth2PermissionGrant" ->
                event.activity() == Activity.CONSENT
                        ? permissions.consented(event.after())
                        : permissions.granted(event.before(), event.after());
            case "AppRoleAssignment" -> permissions.assigned(event.before(), event.after());
            case "Role" -> roles.changed(event.ownerId(), event.before(), event.after());
            case "AuthenticationMethod" ->
                List.of(person(
                        event.ownerId(),
                        event.ownerId(),
                        MethodWords.changes(event.activity(), event.targetId(), facts(event))));
            case "User" -> List.of(person(event.targetId(), event.ownerId(), changes(event)));
            default ->
                withOwner(
                        new AuditTarget(event.targetType(), event.targetId(), name(event), null, changes(event)),
                        event.ownerId());
        };
    }

    /** What the making of a planted thing was about; that of most things is about their owner. */
    public List<AuditTarget> of(PlantedObject planted) {
        var owner = user(planted.owner()).map(User::id).orElse("");
        return switch (planted.kind()) {
            case CONSENT -> permissions.consented(facts(planted));
            case APP_ROLE_ASSIGNMENT -> permissions.assigned(NOTHING, facts(planted));
            case DEVICE ->
                withOwner(
                        new AuditTarget(
                                "Device",
                                wireId(planted),
                                Json.text(planted.object(), "displayName").orElse(null),
                                null,
                                List.of()),
                        owner);
            case ROLE ->
                roles.changed(
                        owner,
                        NOTHING,
                        Json.object(
                                RoleTargets.TEMPLATE,
                                Json.text(planted.object(), "role")
                                        .flatMap(DirectoryRoles::findTemplateId)
                                        .orElse("")));
            case AUTHENTICATION_METHOD,
                    INBOX_RULE,
                    FORWARDING,
                    DELEGATE,
                    FOLDER_PERMISSION,
                    CALENDAR_PUBLISHING,
                    AUTO_REPLY,
                    TRANSPORT_RULE,
                    CONNECTOR,
                    REMOTE_DOMAIN -> List.of(person(owner, owner, List.of()));
        };
    }

    /** Why it ended as it did, as the service of authentication methods says it; empty where none is said. */
    public String reason(TenantEvent event) {
        return event.targetType().equals("AuthenticationMethod")
                ? MethodWords.reason(event.activity(), facts(event))
                : "";
    }

    /** The same of the making of a planted thing. */
    public String reason(PlantedObject planted) {
        return planted.kind() == ObjectKind.AUTHENTICATION_METHOD
                ? MethodWords.reason(Activity.REGISTER_METHOD, planted.object())
                : "";
    }

    /** Whom or what somebody calls so: a person, an application, or something else of that name. */
    public AuditTarget called(@Nullable String name) {
        return user(name)
                .map(user -> permissions.person(user.id()))
                .or(() -> state.table(ServicePrincipal.TABLE).all().stream()
                        .filter(principal -> principal.displayName().equals(name))
                        .map(principal -> new AuditTarget(
                                "ServicePrincipal", principal.id(), principal.displayName(), null, List.of()))
                        .findFirst())
                .orElseGet(() -> new AuditTarget(
                        "Other", name == null ? "" : state.chance().guid("named-target", name), name, null, List.of()));
    }

    /** What an application answers to, joined as Microsoft joins it. */
    public String answersTo(AuditTarget application) {
        return permissions.answersTo(application.id());
    }

    private AuditTarget person(String id, String ownerId, List<AuditChange> changes) {
        var person = permissions.person(ownerId);
        return new AuditTarget("User", id, person.displayName(), person.userPrincipalName(), changes);
    }

    private List<AuditTarget> withOwner(AuditTarget target, String ownerId) {
        return state.table(User.TABLE).find(ownerId).isPresent()
                ? List.of(target, permissions.person(ownerId))
                : List.of(target);
    }

    /** The name of the device or the application; null where the thing has none. */
    private @Nullable String name(TenantEvent event) {
        var facts = facts(event);
        return switch (event.targetType()) {
            case "Device" ->
                state.table(Device.TABLE)
                        .find(event.targetId())
                        .map(Device::displayName)
                        .or(() -> Json.text(facts, "displayName"))
                        .orElse(null);
            case "ServicePrincipal" ->
                state.table(ServicePrincipal.TABLE)
                        .find(event.targetId())
                        .map(ServicePrincipal::displayName)
                        .orElse(null);
            default -> null;
        };
    }

    private static List<AuditChange> changes(TenantEvent event) {
        var names = new LinkedHashSet<>(event.after().keySet());
        names.addAll(event.before().keySet());
        return names.stream()
                .map(name -> AuditChange.of(name, name, event.before(), event.after()))
                .toList();
    }

    private static JsonObject facts(TenantEvent event) {
        return event.after().isEmpty() ? event.before() : event.after();
    }

    private JsonObject facts(PlantedObject planted) {
        return state.table(PlantedPermission.TABLE)
                .find(planted.id())
                .map(PlantedPermission::facts)
                .orElse(NOTHING);
    }

    private Optional<User> user(@Nullable String upn) {
        return state.table(User.TABLE).all().stream()
                .filter(each -> each.userPrincipalName().equalsIgnoreCase(upn))
                .findFirst();
    }

    private String wireId(PlantedObject planted) {
        return state.table(Origin.TABLE).all().stream()
                .filter(origin -> planted.id().equals(origin.scenarioId()))
                .map(Origin::wireId)
                .findFirst()
                .orElse("");
    }
}

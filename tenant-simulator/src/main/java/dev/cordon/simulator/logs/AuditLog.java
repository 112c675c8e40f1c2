package dev.cordon.simulator.logs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.applications.ServicePrincipal;
import dev.cordon.simulator.devices.Device;
import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.population.Habits;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The directory audit log: rows of every event the directory writes down, of the scenario's named entries, and of the
 * making of planted methods, consents, devices and roles.
 */
public final class AuditLog {

    private final TenantState state;

    /** The log of that tenant. */
    public AuditLog(Tenant tenant) {
        this.state = tenant.state();
    }

    /** The rows that can be read now, newest first, not older than the time. */
    List<LogRow> rows(Instant from) {
        var now = state.now();
        return everything().stream()
                .filter(row -> !row.at().isBefore(from) && !row.visibleAt().isAfter(now))
                .sorted((left, right) -> right.at().compareTo(left.at()))
                .toList();
    }

    private List<LogRow> everything() {
        var rows = new ArrayList<LogRow>(happened());
        var named = state.scenario().history().audits();
        for (var number = 0; number < named.size(); number++) {
            rows.add(row(named.get(number), number));
        }
        state.scenario().persistence().forEach(planted -> planted(planted).ifPresent(rows::add));
        return rows;
    }

    /** How many rows there are by now, and how many of them can be read. */
    public JsonObject count() {
        var now = state.now();
        var existing = everything().stream()
                .filter(row -> !row.at().isAfter(now) && !row.at().isBefore(now.minus(Duration.ofDays(30))))
                .toList();
        return Json.object(
                "exist",
                existing.size(),
                "readable",
                existing.stream().filter(row -> !row.visibleAt().isAfter(now)).count());
    }

    /** Until when the log has everything. */
    public Instant completeThrough() {
        var now = state.now();
        return everything().stream()
                .filter(row -> !row.at().isAfter(now) && row.visibleAt().isAfter(now))
                .map(LogRow::at)
                .min(Instant::compareTo)
                .map(first -> first.minusMillis(1))
                .orElse(now);
    }

    private Instant visible(Instant at, Object... words) {
        return at.plus(state.scenario()
                .delays()
                .logs()
                .directoryAudits()
                .draw(state.chance().generator("audit-delay", List.of(words))));
    }

    private List<LogRow> happened() {
        return state.events().stream()
                .filter(event -> !event.activity().displayName().isEmpty())
                .map(this::row)
                .toList();
    }

    private LogRow row(TenantEvent event) {
        var id = "Directory_" + event.correlationId() + "_" + state.chance().letters(5, "audit", event.number()) + "_"
                + event.number();
        return new LogRow(id, event.at(), visible(event.at(), event.number()), event.ownerId(), true, () -> {
            var actor = event.actor();
            var activity = event.activity();
            return shape(
                    id,
                    event.at(),
                    event.correlationId(),
                    activity.displayName(),
                    activity.category(),
                    activity.service(),
                    "success",
                    initiator(actor.userId(), actor.userPrincipalName(), actor.ip(), actor.appId()),
                    target(type(event), event.targetId(), name(event), event.ownerId(), changes(event)),
                    new JsonArray());
        });
    }

    /** What was given or taken is no object of the log's: it names the application that has it. */
    private static String type(TenantEvent event) {
        return switch (event.targetType()) {
            case "OAuth2PermissionGrant", "AppRoleAssignment" -> "ServicePrincipal";
            default -> event.targetType();
        };
    }

    /** The name of the application or the device; empty where the thing has none. */
    private Optional<String> name(TenantEvent event) {
        var facts = event.after().isEmpty() ? event.before() : event.after();
        return switch (event.targetType()) {
            case "OAuth2PermissionGrant" -> Json.text(facts, "clientId").flatMap(this::application);
            case "AppRoleAssignment" ->
                Json.text(
                        facts,
                        Json.text(facts, "principalType").filter("User"::equals).isPresent()
                                ? "resourceDisplayName"
                                : "principalDisplayName");
            case "Device" ->
                state.table(Device.TABLE)
                        .find(event.targetId())
                        .map(Device::displayName)
                        .or(() -> Json.text(facts, "displayName"));
            case "ServicePrincipal" -> application(event.targetId());
            default -> Optional.empty();
        };
    }

    private Optional<String> application(String servicePrincipal) {
        return state.table(ServicePrincipal.TABLE).find(servicePrincipal).map(ServicePrincipal::displayName);
    }

    private static Optional<String> name(PlantedObject planted) {
        return Json.member(planted.object(), "app")
                .flatMap(app -> Json.text(app, "displayName"))
                .or(() -> Json.text(planted.object(), "displayName"));
    }

    private static JsonArray changes(TenantEvent event) {
        var changes = new JsonArray();
        var names = new LinkedHashSet<>(event.after().keySet());
        names.addAll(event.before().keySet());
        names.forEach(name -> changes.add(Json.object(
                "displayName", name,
                "oldValue", quoted(event.before().get(name)),
                "newValue", quoted(event.after().get(name)))));
        return changes;
    }

    private static @Nullable String quoted(@Nullable JsonElement value) {
        return value == null || value.isJsonNull() ? null : Json.write(value);
    }

    private LogRow row(History.Audit audit, int number) {
        var id = "Directory_" + state.chance().guid("named-audit", number) + "_N_" + number;
        var target = audit.target();
        var userId = target == null ? Optional.<User>empty() : user(target);
        return new LogRow(
                id,
                audit.at(),
                visible(audit.at(), "named", number),
                userId.map(User::id).orElse(""),
                true,
                () -> {
                    var details = new JsonArray();
                    audit.details().forEach((key, value) -> details.add(Json.object("key", key, "value", value)));
                    var actor = audit.user() == null ? Optional.<User>empty() : user(audit.user());
                    return shape(
                            id,
                            audit.at(),
                            state.chance().guid("named-audit", number),
                            audit.activity(),
                            Objects.requireNonNullElse(audit.category(), "UserManagement"),
                            Objects.requireNonNullElse(audit.service(), "Core Directory"),
                            audit.result(),
                            actor.isPresent() || audit.app() == null
                                    ? initiator(
                                            actor.map(User::id).orElse(null),
                                            audit.user(),
                                            Objects.requireNonNullElse(audit.ip(), ""),
                                            null)
                                    : Json.object("user", null, "app", app(audit.app(), null)),
                            target(
                                    userId.isPresent() ? "User" : "Other",
                                    userId.map(User::id).orElse(""),
                                    Optional.empty(),
                                    userId.map(User::id).orElse(""),
                                    new JsonArray()),
                            details);
                });
    }

    private Optional<User> user(@Nullable String upn) {
        return state.table(User.TABLE).all().stream()
                .filter(each -> each.userPrincipalName().equalsIgnoreCase(upn))
                .findFirst();
    }

    private Optional<LogRow> planted(PlantedObject planted) {
        var activity = switch (planted.kind()) {
            case AUTHENTICATION_METHOD -> Activity.REGISTER_METHOD;
            case CONSENT -> Activity.CONSENT;
            case DEVICE -> flag(planted, "mobile") ? null : Activity.REGISTER_DEVICE;
            case ROLE -> flag(planted, "eligible") ? Activity.ADD_ELIGIBLE_MEMBER : Activity.ADD_ROLE_MEMBER;
            case APP_ROLE_ASSIGNMENT -> planted.owner() == null ? Activity.ADD_APPLICATION_ROLE : Activity.ADD_APP_ROLE;
            case INBOX_RULE,
                    FORWARDING,
                    DELEGATE,
                    FOLDER_PERMISSION,
                    CALENDAR_PUBLISHING,
                    AUTO_REPLY,
                    TRANSPORT_RULE,
                    CONNECTOR,
                    REMOTE_DOMAIN -> null;
        };
        var actor = maker(planted);
        if (activity == null || actor.isEmpty()) {
            return Optional.empty();
        }
        var owner = user(planted.owner()).map(User::id);
        var correlation = state.chance().guid("planted-audit", planted.id());
        var id = "Directory_" + correlation + "_P_0";
        return Optional.of(new LogRow(
                id,
                planted.created(),
                visible(planted.created(), planted.id()),
                owner.orElse(""),
                true,
                () -> shape(
                        id,
                        planted.created(),
                        correlation,
                        activity.displayName(),
                        activity.category(),
                        activity.service(),
                        "success",
                        initiator(actor.get().id(), actor.get().userPrincipalName(), ip(planted, actor.get()), null),
                        target(
                                targetType(planted),
                                planted.kind() == ObjectKind.AUTHENTICATION_METHOD
                                        ? actor.get().id()
                                        : wireId(planted),
                                name(planted),
                                owner.orElse(""),
                                new JsonArray()),
                        Json.array(Json.object(
                                "key",
                                "Method",
                                "value",
                                Json.text(planted.object(), "type")
                                        .orElse(planted.kind().word()))))));
    }

    /** Who made it: its owner; of what belongs to nobody, the account the attacker has, or the operator. */
    private Optional<User> maker(PlantedObject planted) {
        if (planted.owner() != null) {
            return user(planted.owner());
        }
        return planted.by() == Author.ATTACKER
                ? state.scenario().attacker().account().flatMap(this::user)
                : user(state.scenario().operator().upn());
    }

    private static String targetType(PlantedObject planted) {
        return switch (planted.kind()) {
            case CONSENT -> "ServicePrincipal";
            case DEVICE -> "Device";
            case APP_ROLE_ASSIGNMENT -> planted.owner() == null ? "ServicePrincipal" : "User";
            case INBOX_RULE,
                    FORWARDING,
                    DELEGATE,
                    FOLDER_PERMISSION,
                    CALENDAR_PUBLISHING,
                    AUTHENTICATION_METHOD,
                    AUTO_REPLY,
                    ROLE,
                    TRANSPORT_RULE,
                    CONNECTOR,
                    REMOTE_DOMAIN -> "User";
        };
    }

    private static boolean flag(PlantedObject planted, String name) {
        return Json.bool(planted.object(), name).orElse(false);
    }

    private String wireId(PlantedObject planted) {
        return state.table(Origin.TABLE).all().stream()
                .filter(origin -> planted.id().equals(origin.scenarioId()))
                .map(Origin::wireId)
                .findFirst()
                .orElse("");
    }

    private String ip(PlantedObject planted, User owner) {
        var from = state.scenario().attacker().from();
        return planted.by() == Author.ATTACKER && !from.isEmpty()
                ? from.getFirst().ip()
                : Habits.of(
                                owner.id(),
                                state.scenario().organisation().timeZone().getId(),
                                state.chance())
                        .officeIp();
    }

    private JsonObject initiator(@Nullable String userId, @Nullable String upn, String ip, @Nullable String appId) {
        if (userId == null) {
            var client = state.table(ClientApplication.TABLE).all().stream()
                    .filter(each -> each.appId().equals(appId))
                    .findFirst();
            return Json.object(
                    "user",
                    null,
                    "app",
                    app(
                            client.map(ClientApplication::displayName).orElse("Microsoft Substrate Management"),
                            client.map(ClientApplication::servicePrincipalId).orElse(null)));
        }
        return Json.object(
                "app",
                null,
                "user",
                Json.object(
                        "id", userId,
                        "displayName", null,
                        "userPrincipalName", upn,
                        "ipAddress", ip,
                        "userType", null,
                        "homeTenantId", null,
                        "homeTenantName", null));
    }

    /** Microsoft leaves the application's id out more often than not, and names its service principal. */
    private static JsonObject app(@Nullable String name, @Nullable String servicePrincipalId) {
        return Json.object(
                "appId",
                null,
                "displayName",
                name,
                "servicePrincipalId",
                servicePrincipalId,
                "servicePrincipalName",
                null);
    }

    private JsonArray target(String type, String id, Optional<String> name, String ownerId, JsonArray changes) {
        var owner = state.table(User.TABLE).find(ownerId);
        if (type.equals("User")) {
            return Json.array(resource(type, id, owner.map(User::displayName), owner, changes));
        }
        var targets = Json.array(resource(type, id, name, Optional.empty(), changes));
        owner.ifPresent(user ->
                targets.add(resource("User", ownerId, Optional.of(user.displayName()), owner, new JsonArray())));
        return targets;
    }

    private static JsonObject resource(
            String type, String id, Optional<String> name, Optional<User> user, JsonArray changes) {
        return Json.object(
                "id",
                id,
                "displayName",
                name,
                "type",
                type,
                "userPrincipalName",
                user.map(User::userPrincipalName),
                "groupType",
                null,
                "modifiedProperties",
                changes);
    }

    private static JsonObject shape(
            String id,
            Instant at,
            String correlationId,
            String activity,
            String category,
            String service,
            String result,
            JsonObject initiatedBy,
            JsonArray targets,
            JsonArray details) {
        return Json.object(
                "id", id,
                "category", category,
                "correlationId", correlationId,
                "result", result,
                "resultReason", "",
                "activityDisplayName", activity,
                "activityDateTime", Json.exactTime(at),
                "loggedByService", service,
                "operationType",
                        activity.startsWith("Add") || activity.contains("registered")
                                ? "Add"
                                : activity.startsWith("Delete")
                                                || activity.startsWith("Remove")
                                                || activity.contains("deleted")
                                        ? "Delete"
                                        : "Update",
                "initiatedBy", initiatedBy,
                "targetResources", targets,
                "additionalDetails", details);
    }
}

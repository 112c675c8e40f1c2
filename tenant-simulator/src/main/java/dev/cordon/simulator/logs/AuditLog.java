package dev.cordon.simulator.logs;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.applications.PlantedPermission;
import dev.cordon.simulator.applications.ServicePrincipal;
import dev.cordon.simulator.audits.AuditChange;
import dev.cordon.simulator.audits.AuditTarget;
import dev.cordon.simulator.audits.DirectoryTargets;
import dev.cordon.simulator.audits.PlantedDeeds;
import dev.cordon.simulator.audits.PlantedDeeds.Deed;
import dev.cordon.simulator.founding.People;
import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.population.Habits;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.History;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.Person;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    private final DirectoryTargets targets;
    private final PlantedDeeds deeds;

    /** The log of that tenant. */
    public AuditLog(Tenant tenant) {
        this.state = tenant.state();
        this.targets = new DirectoryTargets(state);
        this.deeds = new PlantedDeeds(state);
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
        state.scenario().persistence().forEach(planted -> rows.addAll(planted(planted)));
        state.scenario().people().forEach(person -> deeds.of(person).ifPresent(deed -> rows.add(made(person, deed))));
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
            var named = targets.of(event);
            return shape(
                    id,
                    event.at(),
                    event.correlationId(),
                    activity.displayName(),
                    activity.category(),
                    activity.service(),
                    "success",
                    targets.reason(event),
                    initiator(actor.userId(), actor.userPrincipalName(), actor.ip(), actor.appId()),
                    resources(named),
                    details(named).orElseGet(JsonArray::new));
        });
    }

    /** In the log's own form: values are JSON within the JSON. */
    private static JsonArray resources(List<AuditTarget> targets) {
        return Json.array(targets.stream().map(AuditLog::resource).toList());
    }

    private static JsonObject resource(AuditTarget target) {
        return Json.object(
                "id", target.id(),
                "displayName", target.displayName(),
                "type", target.type(),
                "userPrincipalName", target.userPrincipalName(),
                "groupType", null,
                "modifiedProperties",
                        target.changes().stream().map(AuditLog::property).toList());
    }

    private static JsonObject property(AuditChange change) {
        return Json.object(
                "displayName", change.name(),
                "oldValue", quoted(change.before()),
                "newValue", quoted(change.after()));
    }

    private static @Nullable String quoted(JsonElement value) {
        return value.isJsonNull() ? null : Json.write(value);
    }

    private LogRow row(History.Audit audit, int number) {
        var id = "Directory_" + state.chance().guid("named-audit", number) + "_N_" + number;
        var target = targets.called(audit.target());
        return new LogRow(
                id,
                audit.at(),
                visible(audit.at(), "named", number),
                target.type().equals("User") ? target.id() : "",
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
                            audit.reason(),
                            actor.isPresent() || audit.app() == null
                                    ? initiator(
                                            actor.map(User::id).orElse(null),
                                            audit.user(),
                                            Objects.requireNonNullElse(audit.ip(), ""),
                                            null)
                                    : Json.object("user", null, "app", app(audit.app(), null)),
                            resources(List.of(target)),
                            details);
                });
    }

    private Optional<User> user(@Nullable String upn) {
        return state.table(User.TABLE).all().stream()
                .filter(each -> each.userPrincipalName().equalsIgnoreCase(upn))
                .findFirst();
    }

    /** The row of the thing itself, and those of what came with it, under one correlation. */
    private List<LogRow> planted(PlantedObject planted) {
        var actor = maker(planted);
        if (actor.isEmpty()) {
            return List.of();
        }
        var by = actor.get();
        var initiator = initiator(by.id(), by.userPrincipalName(), ip(planted, by), null);
        var owner = user(planted.owner()).map(User::id).orElse("");
        var correlation = state.chance().guid("planted-audit", planted.id());
        var rows = new ArrayList<LogRow>();
        activity(planted)
                .map(activity -> new Deed(activity, planted.created(), targets.of(planted)))
                .ifPresent(deed -> rows.add(row(
                        new Words("Directory_" + correlation + "_P_0", correlation, owner, targets.reason(planted)),
                        deed,
                        visible(deed.at(), planted.id()),
                        initiator,
                        details(planted))));
        for (var deed : deeds.of(planted)) {
            var number = rows.size();
            rows.add(row(
                    new Words("Directory_" + correlation + "_P_" + number, correlation, owner, ""),
                    deed,
                    visible(deed.at(), planted.id(), number),
                    initiator,
                    new JsonArray()));
        }
        return rows;
    }

    private LogRow made(Person person, Deed deed) {
        var correlation = state.chance().guid("made-audit", person.upn());
        var by = Optional.ofNullable(person.createdBy())
                .or(() -> Optional.of(state.scenario().operator().upn()))
                .flatMap(this::user);
        return row(
                new Words(
                        "Directory_" + correlation + "_M_0", correlation, People.id(state.chance(), person.upn()), ""),
                deed,
                visible(deed.at(), "made", person.upn()),
                initiator(
                        by.map(User::id).orElse(null),
                        by.map(User::userPrincipalName).orElse(null),
                        by.map(this::officeIp).orElse(""),
                        null),
                new JsonArray());
    }

    /** What a row is called, whose it is, and why it ended as it did. */
    private record Words(String id, String correlation, String owner, String reason) {}

    private LogRow row(Words words, Deed deed, Instant visible, JsonObject initiator, JsonArray otherwise) {
        var activity = deed.activity();
        return new LogRow(
                words.id(),
                deed.at(),
                visible,
                words.owner(),
                true,
                () -> shape(
                        words.id(),
                        deed.at(),
                        words.correlation(),
                        activity.displayName(),
                        activity.category(),
                        activity.service(),
                        "success",
                        words.reason(),
                        initiator.deepCopy(),
                        resources(deed.targets()),
                        details(deed.targets()).orElseGet(otherwise::deepCopy)));
    }

    private static Optional<Activity> activity(PlantedObject planted) {
        return Optional.ofNullable(
                switch (planted.kind()) {
                    case AUTHENTICATION_METHOD -> Activity.REGISTER_METHOD;
                    case CONSENT -> Activity.CONSENT;
                    case DEVICE -> flag(planted, "mobile") ? null : Activity.REGISTER_DEVICE;
                    case ROLE -> flag(planted, "eligible") ? Activity.ADD_ELIGIBLE_MEMBER : Activity.ADD_ROLE_MEMBER;
                    case APP_ROLE_ASSIGNMENT ->
                        PlantedPermission.holder(planted).isPresent()
                                ? Activity.ADD_APP_ROLE
                                : Activity.ADD_APPLICATION_ROLE;
                    case INBOX_RULE,
                            FORWARDING,
                            DELEGATE,
                            FOLDER_PERMISSION,
                            CALENDAR_PUBLISHING,
                            AUTO_REPLY,
                            TRANSPORT_RULE,
                            CONNECTOR,
                            REMOTE_DOMAIN -> null;
                });
    }

    private static JsonArray details(PlantedObject planted) {
        return planted.kind() == ObjectKind.DEVICE
                ? Json.array(Json.object(
                        "key",
                        "Method",
                        "value",
                        Json.text(planted.object(), "type")
                                .orElse(planted.kind().word())))
                : new JsonArray();
    }

    /** Of what names an application first: its application id, which the targets leave out. */
    private Optional<JsonArray> details(List<AuditTarget> named) {
        return state.table(ServicePrincipal.TABLE)
                .find(named.getFirst().id())
                .map(principal -> Json.array(Json.object("key", "AppId", "value", principal.appId())));
    }

    /** Who made it: whom the scenario names, or its owner; of what belongs to nobody, the account the attacker has, or the operator. */
    private Optional<User> maker(PlantedObject planted) {
        if (planted.madeBy() != null) {
            return user(planted.madeBy());
        }
        if (planted.owner() != null) {
            return user(planted.owner());
        }
        return planted.by() == Author.ATTACKER
                ? state.scenario().attacker().account().flatMap(this::user)
                : user(state.scenario().operator().upn());
    }

    private static boolean flag(PlantedObject planted, String name) {
        return Json.bool(planted.object(), name).orElse(false);
    }

    private String ip(PlantedObject planted, User owner) {
        var from = state.scenario().attacker().from();
        if (planted.ip() != null) {
            return planted.ip();
        }
        return planted.by() == Author.ATTACKER && !from.isEmpty()
                ? from.getFirst().ip()
                : officeIp(owner);
    }

    private String officeIp(User user) {
        return Habits.of(user.id(), state.scenario().organisation().timeZone().getId(), state.chance())
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

    private static JsonObject shape(
            String id,
            Instant at,
            String correlationId,
            String activity,
            String category,
            String service,
            String result,
            String reason,
            JsonObject initiatedBy,
            JsonArray targets,
            JsonArray details) {
        return Json.object(
                "id", id,
                "category", category,
                "correlationId", correlationId,
                "result", result,
                "resultReason", reason,
                "activityDisplayName", activity,
                "activityDateTime", Json.exactTime(at),
                "loggedByService", service,
                "operationType", operationType(activity),
                "initiatedBy", initiatedBy,
                "targetResources", targets,
                "additionalDetails", details);
    }

    private static String operationType(String activity) {
        var permission = activity.contains("permission grant") || activity.contains("app role assignment");
        var role = activity.endsWith("member to role") || activity.endsWith("member from role");
        if (activity.equals(Activity.ADD_ELIGIBLE_MEMBER.displayName())) {
            return "AssignEligibleRole";
        }
        if (permission || role || activity.equals(Activity.CONSENT.displayName())) {
            return activity.startsWith("Remove") ? "Unassign" : activity.startsWith("Update") ? "Update" : "Assign";
        }
        if (activity.startsWith("Add") || activity.contains("registered")) {
            return "Add";
        }
        return activity.startsWith("Delete") || activity.startsWith("Remove") || activity.contains("deleted")
                ? "Delete"
                : "Update";
    }
}

package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.MailFlowObject;
import dev.cordon.simulator.mailbox.MailFolder;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.population.Habits;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.Command;
import dev.cordon.simulator.state.Origin;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The unified audit log: a row for every event of the tenant and for the making of everything planted, as late as real
 * ones, kept for 180 days (microsoft365-api.md, D9 and D.1).
 */
final class UnifiedAuditLog {

    private static final Duration KEPT = Duration.ofDays(180);

    private final Tenant tenant;
    private final TenantState state;
    private final MailboxAuditing auditing;

    UnifiedAuditLog(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
        this.auditing = MailboxAuditing.of(state);
    }

    /** One row. {@code type} is the record type's number. */
    record Row(
            String id,
            Instant at,
            Instant visibleAt,
            int type,
            String operation,
            String user,
            String objectId,
            JsonObject data) {}

    /** The rows that can be read now, newest first; none where the organisation keeps no such log (X21, D10). */
    List<Row> rows() {
        if (!state.scenario().organisation().policies().unifiedAuditLog()) {
            return List.of();
        }
        var now = state.now();
        var rows = new ArrayList<Row>();
        happened().forEach(event -> row(event).ifPresent(rows::add));
        state.scenario().persistence().forEach(planted -> rows.addAll(rows(planted)));
        return rows.stream()
                .filter(row -> !row.visibleAt().isAfter(now) && row.at().isAfter(now.minus(KEPT)))
                .sorted((left, right) -> right.at().compareTo(left.at()))
                .toList();
    }

    /** Every event that was no cmdlet, and of those that one cmdlet caused the last, which is what it was called for. */
    private List<TenantEvent> happened() {
        var events = new ArrayList<TenantEvent>();
        var byCommand = new IdentityHashMap<Command, TenantEvent>();
        for (var event : state.events()) {
            var command = event.command();
            if (command == null) {
                events.add(event);
            } else {
                byCommand.put(command, event);
            }
        }
        events.addAll(byCommand.values());
        events.sort(Comparator.comparingLong(TenantEvent::number).reversed());
        return events;
    }

    private Instant visible(Instant at, Object word) {
        return at.plus(state.scenario()
                .delays()
                .logs()
                .unifiedAudit()
                .draw(state.chance().generator("unified-delay", word)));
    }

    private Optional<Row> row(TenantEvent event) {
        var operation = AuditOperation.of(event);
        if (operation.name().isEmpty()) {
            return Optional.empty();
        }
        var actor = event.actor();
        if (operation.isOfMailbox() && !auditing.logs(event.ownerId(), actor.userId(), event.at())) {
            return Optional.empty();
        }
        var user = Objects.requireNonNullElse(actor.userPrincipalName(), "ServicePrincipal_" + actor.appId());
        var id = state.chance().guid("unified", event.number());
        var object = operation.type() == AuditOperation.ADMIN ? objectId(event) : event.targetId();
        var data = common(id, event.at(), operation, user, actor.ip(), object);
        if (operation.name().equals(AuditOperation.UPDATE_RULES)) {
            data.add("OperationProperties", ruleProperties(event.after(), event.targetId()));
        } else {
            data.add("Parameters", parameters(event, operation));
        }
        data.add("AppId", Json.element(actor.appId()));
        data.add("SessionId", Json.element(actor.sessionId()));
        data.addProperty("MailboxOwnerUPN", upn(event.ownerId()));
        if (operation.type() == AuditOperation.SIGN_IN) {
            data.addProperty("UserAgent", actor.userAgent());
            data.add("ErrorNumber", event.after().get("errorCode"));
        }
        return Optional.of(new Row(
                id,
                event.at(),
                visible(event.at(), event.number()),
                operation.type(),
                operation.name(),
                user,
                object,
                data));
    }

    /** What the cmdlet was called for, as the wire reference has it: {@code mailbox\\Rule name} for rules (D.1). */
    private String objectId(TenantEvent event) {
        var mailbox = upn(event.ownerId());
        var facts = event.after().has("Name") ? event.after() : event.before();
        return switch (event.targetType()) {
            case "InboxRule", "SweepRule" ->
                mailbox + "\\" + Json.text(facts, "Name").orElse(event.targetId());
            case "Mailbox", "MailboxAccess" -> mailbox;
            case "CalendarFolder" ->
                state.table(MailFolder.TABLE)
                        .find(event.targetId())
                        .map(folder -> folder.identity(mailbox))
                        .orElse(mailbox);
            case "FolderPermission" ->
                mailbox + ":\\"
                        + event.targetId()
                                .substring(0, Math.max(0, event.targetId().lastIndexOf('/')));
            default ->
                Json.text(facts, "Name")
                        .or(() -> state.table(MailFlowObject.TABLE)
                                .find(event.targetId())
                                .map(MailFlowObject::name))
                        .orElse(event.targetId());
        };
    }

    private JsonArray parameters(TenantEvent event, AuditOperation operation) {
        var command = event.command();
        if (command != null) {
            return AuditParameters.of(command.parameters());
        }
        return AuditParameters.of(
                operation.type() == AuditOperation.ADMIN ? AuditParameters.of(event, this::folderName) : event.after());
    }

    private String folderName(String id) {
        return state.table(MailFolder.TABLE).find(id).map(MailFolder::name).orElse(id);
    }

    private static JsonArray ruleProperties(JsonObject facts, String id) {
        var name = Json.text(facts, "Name")
                .or(() -> Json.text(facts, "displayName"))
                .orElse("");
        var values = new LinkedHashMap<String, String>();
        values.put("RuleOperation", "AddMailboxRule");
        values.put("RuleId", id);
        values.put("RuleName", name);
        values.put("RuleState", "Enabled");
        values.put("RuleCondition", part(facts, "conditions"));
        values.put("RuleActions", part(facts, "actions"));
        var properties = new JsonArray();
        values.forEach((property, value) -> properties.add(Json.object("Name", property, "Value", value)));
        return properties;
    }

    private static String part(JsonObject facts, String name) {
        return Json.write(Json.member(facts, name).orElse(new JsonObject()));
    }

    private String upn(String userId) {
        return state.table(User.TABLE).find(userId).map(User::userPrincipalName).orElse("");
    }

    private List<Row> rows(PlantedObject planted) {
        var owner = Optional.ofNullable(planted.owner())
                .or(() -> state.scenario().attacker().account().filter(stolen -> planted.by() == Author.ATTACKER))
                .flatMap(upn -> state.table(User.TABLE).all().stream()
                        .filter(user -> user.userPrincipalName().equalsIgnoreCase(upn))
                        .findFirst());
        var user = owner.map(User::userPrincipalName)
                .orElse(state.scenario().operator().upn());
        var directory = AuditOperation.of(planted);
        var rows = new ArrayList<Row>();
        if (!directory.name().isEmpty()) {
            rows.add(row(planted, directory, user, user, owner, AuditParameters.of(planted.object())));
        }
        for (var command : PlantedCommands.of(planted, user, name -> folder(planted.kind(), user, name))) {
            var operation = AuditOperation.of(command);
            if (operation.isOfMailbox()
                    && owner.filter(who -> isLogged(who, planted)).isEmpty()) {
                continue;
            }
            rows.add(row(
                    planted,
                    operation,
                    user,
                    objectId(planted, command, user),
                    owner,
                    AuditParameters.of(command.parameters())));
        }
        return rows;
    }

    private boolean isLogged(User owner, PlantedObject planted) {
        return auditing.logs(owner.id(), owner.id(), planted.created());
    }

    /** A calendar and a mail folder may share a name. */
    private String folder(ObjectKind kind, String user, String name) {
        var mailboxes = new Mailboxes(state);
        return mailboxes.find(user).stream()
                .flatMap(mailbox -> mailboxes.folders(mailbox.ownerId()).stream())
                .filter(folder -> folder.name().equalsIgnoreCase(name)
                        && (kind != ObjectKind.CALENDAR_PUBLISHING || folder.isCalendar()))
                .findFirst()
                .map(folder -> folder.identity(user))
                .orElse(user + ":\\" + name);
    }

    private static String objectId(PlantedObject planted, Command command, String user) {
        var identity = Json.text(command.parameters(), "Identity");
        var name = Json.text(command.parameters(), "Name").or(() -> Json.text(planted.object(), "displayName"));
        return planted.kind() == ObjectKind.INBOX_RULE
                ? user + "\\" + name.orElse("")
                : identity.or(() -> name).orElse(user);
    }

    private Row row(
            PlantedObject planted,
            AuditOperation operation,
            String user,
            String object,
            Optional<User> owner,
            JsonArray parameters) {
        var id = state.chance().guid("unified-planted", planted.id(), operation.name());
        var data = common(id, planted.created(), operation, user, ip(planted, owner), object);
        data.addProperty("MailboxOwnerUPN", user);
        if (operation.name().equals(AuditOperation.UPDATE_RULES)) {
            data.add("OperationProperties", ruleProperties(planted.object(), wireId(planted)));
        } else {
            data.add("Parameters", parameters);
        }
        return new Row(
                id,
                planted.created(),
                visible(planted.created(), planted.id()),
                operation.type(),
                operation.name(),
                user,
                object,
                data);
    }

    private String wireId(PlantedObject planted) {
        return state.table(Origin.TABLE).all().stream()
                .filter(origin -> planted.id().equals(origin.scenarioId()))
                .map(Origin::wireId)
                .findFirst()
                .orElse("0");
    }

    private String ip(PlantedObject planted, Optional<User> owner) {
        var from = state.scenario().attacker().from();
        if (planted.by() == Author.ATTACKER && !from.isEmpty()) {
            return from.getFirst().ip();
        }
        return Habits.of(
                        owner.map(User::id).orElse(""),
                        state.scenario().organisation().timeZone().getId(),
                        state.chance())
                .officeIp();
    }

    private JsonObject common(
            String id, Instant at, AuditOperation operation, String user, String ip, String objectId) {
        var port = 1024 + state.chance().generator("port", id).nextInt(60_000);
        return Json.object(
                "CreationTime",
                Json.time(at).replace("Z", ""),
                "Id",
                id,
                "Operation",
                operation.name(),
                "OrganizationId",
                tenant.tenantId(),
                "RecordType",
                operation.type(),
                "ResultStatus",
                operation.type() == AuditOperation.ADMIN ? "True" : "Succeeded",
                "UserKey",
                user,
                "UserType",
                0,
                "Version",
                1,
                "Workload",
                operation.workload(),
                "UserId",
                user,
                "ClientIP",
                operation.type() == AuditOperation.ADMIN ? ip + ":" + port : ip,
                "ObjectId",
                objectId);
    }
}

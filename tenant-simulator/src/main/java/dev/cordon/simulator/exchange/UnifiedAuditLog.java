package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.population.Habits;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ObjectKind;
import dev.cordon.simulator.scenario.PlantedObject;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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

    UnifiedAuditLog(Tenant tenant) {
        this.tenant = tenant;
        this.state = tenant.state();
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

    /** The rows that can be read now, newest first. */
    List<Row> rows() {
        var now = state.now();
        var rows = new ArrayList<Row>();
        state.events().forEach(event -> row(event).ifPresent(rows::add));
        state.scenario().persistence().forEach(planted -> row(planted).ifPresent(rows::add));
        return rows.stream()
                .filter(row -> !row.visibleAt().isAfter(now) && row.at().isAfter(now.minus(KEPT)))
                .sorted((left, right) -> right.at().compareTo(left.at()))
                .toList();
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
        var user = Objects.requireNonNullElse(actor.userPrincipalName(), "ServicePrincipal_" + actor.appId());
        var id = state.chance().guid("unified", event.number());
        var data = common(id, event.at(), operation, user, actor.ip(), event.targetId());
        data.add("Parameters", parameters(event.after()));
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
                event.targetId(),
                data));
    }

    private String upn(String userId) {
        return state.table(User.TABLE).find(userId).map(User::userPrincipalName).orElse("");
    }

    private static JsonArray parameters(JsonObject facts) {
        var parameters = new JsonArray();
        facts.entrySet().forEach(fact -> {
            if (fact.getValue() instanceof JsonObject nested) {
                nested.entrySet().forEach(inner -> parameters.add(parameter(inner.getKey(), inner.getValue())));
            } else {
                parameters.add(parameter(fact.getKey(), fact.getValue()));
            }
        });
        return parameters;
    }

    private static JsonObject parameter(String name, JsonElement value) {
        var text = value instanceof JsonArray list
                ? String.join(
                        ";", list.asList().stream().map(UnifiedAuditLog::text).toList())
                : text(value);
        return Json.object("Name", RuleShapes.parameterName(name), "Value", text);
    }

    private static String text(JsonElement value) {
        return value.isJsonNull() ? "" : value.isJsonPrimitive() ? value.getAsString() : Json.write(value);
    }

    private Optional<Row> row(PlantedObject planted) {
        var operation = AuditOperation.of(
                planted.kind(), planted.hidden() || planted.object().has("clientOnly"));
        var owner = Optional.ofNullable(planted.owner())
                .flatMap(upn -> state.table(User.TABLE).all().stream()
                        .filter(user -> user.userPrincipalName().equalsIgnoreCase(upn))
                        .findFirst());
        var user = owner.map(User::userPrincipalName)
                .orElse(state.scenario().operator().upn());
        var id = state.chance().guid("unified-planted", planted.id());
        var object = Json.text(planted.object(), "displayName")
                .or(() -> Json.text(planted.object(), "Name"))
                .map(name -> user + "\\" + name)
                .orElse(user);
        var data = common(id, planted.created(), operation, user, ip(planted, owner), object);
        data.add("Parameters", parameters(planted.object()));
        data.addProperty("MailboxOwnerUPN", user);
        if (planted.kind() == ObjectKind.INBOX_RULE && operation.name().equals("UpdateInboxRules")) {
            data.add(
                    "OperationProperties",
                    Json.array(
                            Json.object("Name", "RuleOperation", "Value", "AddMailboxRule"),
                            Json.object(
                                    "Name",
                                    "RuleName",
                                    "Value",
                                    Json.text(planted.object(), "displayName").orElse(""))));
        }
        return Optional.of(new Row(
                id,
                planted.created(),
                visible(planted.created(), planted.id()),
                operation.type(),
                operation.name(),
                user,
                object,
                data));
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

package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.audits.AuditChange;
import dev.cordon.simulator.audits.AuditTarget;
import dev.cordon.simulator.audits.DirectoryTargets;
import dev.cordon.simulator.identity.ClientApplication;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What rows of the directory say beyond the common set (microsoft365-api.md, D.1): whom or what was changed and how, and who
 * did it. An identity is told several times, each with the number of its kind.
 */
final class DirectoryBodies {

    private static final int NAME = 1;
    private static final int OBJECT = 2;
    private static final int PRINCIPAL_NAME = 4;
    private static final int USER_PRINCIPAL_NAME = 5;

    private final TenantState state;
    private final DirectoryTargets targets;

    DirectoryBodies(TenantState state, DirectoryTargets targets) {
        this.state = state;
        this.targets = targets;
    }

    /** Who did it: a person, or an application by itself. */
    record Doer(
            @Nullable String userId, String user, @Nullable String appId) {}

    /**
     * The name Microsoft calls it by: a person's, or everything an application answers to.
     *
     * @param otherwise for what has no such name
     */
    String objectId(List<AuditTarget> audit, String otherwise) {
        var subject = audit.getFirst();
        return switch (subject.type()) {
            case "User" -> subject.userPrincipalName() == null ? otherwise : subject.userPrincipalName();
            case "ServicePrincipal" ->
                Optional.of(targets.answersTo(subject))
                        .filter(names -> !names.isEmpty())
                        .orElse(otherwise);
            default -> otherwise;
        };
    }

    void add(JsonObject data, List<AuditTarget> audit, Doer doer) {
        var subject = audit.getFirst();
        data.add(
                "ExtendedProperties",
                Json.array(
                        SignInBodies.pair("additionalDetails", "{}"),
                        SignInBodies.pair("extendedAuditEventCategory", subject.type())));
        data.add(
                "ModifiedProperties",
                Json.array(subject.changes().stream()
                        .map(DirectoryBodies::property)
                        .toList()));
        data.add("Actor", actor(doer));
        data.add("Target", target(subject));
    }

    private static JsonObject property(AuditChange change) {
        return Json.object("Name", change.name(), "NewValue", text(change.after()), "OldValue", text(change.before()));
    }

    /** Text stands there as it is, unlike in the directory's own log. */
    private static String text(JsonElement value) {
        if (value.isJsonNull()) {
            return "";
        }
        return value instanceof JsonPrimitive primitive && primitive.isString()
                ? primitive.getAsString()
                : Json.write(value);
    }

    private JsonArray target(AuditTarget subject) {
        var told = object(subject.type(), subject.id());
        add(told, subject.userPrincipalName(), USER_PRINCIPAL_NAME);
        if (!subject.type().equals("User")) {
            add(told, subject.displayName(), NAME);
        }
        if (subject.type().equals("ServicePrincipal")) {
            add(told, targets.answersTo(subject), PRINCIPAL_NAME);
        }
        return told;
    }

    private JsonArray actor(Doer doer) {
        if (doer.userId() != null) {
            var told = object("User", doer.userId());
            add(told, doer.user(), USER_PRINCIPAL_NAME);
            return told;
        }
        var client = state.table(ClientApplication.TABLE).all().stream()
                .filter(each -> each.appId().equals(doer.appId()))
                .findFirst();
        var told = client.map(each -> object("ServicePrincipal", each.servicePrincipalId()))
                .orElseGet(JsonArray::new);
        add(told, client.map(ClientApplication::displayName).orElse(doer.user()), NAME);
        add(told, doer.appId(), OBJECT);
        return told;
    }

    private static JsonArray object(String type, String id) {
        var told = new JsonArray();
        add(told, type + "_" + id, OBJECT);
        add(told, id, OBJECT);
        add(told, type, OBJECT);
        return told;
    }

    private static void add(JsonArray told, @Nullable String value, int kind) {
        if (value != null) {
            told.add(Json.object("ID", value, "Type", kind));
        }
    }
}

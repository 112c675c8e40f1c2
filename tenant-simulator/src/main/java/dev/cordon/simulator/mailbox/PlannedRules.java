package dev.cordon.simulator.mailbox;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.cordon.simulator.json.Json;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Makes rules from a scenario's shape: folders by name become ids, plain addresses become recipients. */
public final class PlannedRules {

    private static final Set<String> RECIPIENTS =
            Set.of("forwardTo", "redirectTo", "forwardAsAttachmentTo", "fromAddresses", "sentToAddresses");
    private static final Set<String> FOLDERS = Set.of("moveToFolder", "copyToFolder");

    private PlannedRules() {}

    static InboxRule rule(
            JsonObject object,
            String identity,
            String ownerId,
            InboxRule.Origin origin,
            Instant created,
            UnaryOperator<String> folderId) {
        return new InboxRule(
                identity,
                ownerId,
                Json.text(object, "displayName").orElse(""),
                object.has("sequence") ? object.get("sequence").getAsInt() : 1,
                Json.bool(object, "isEnabled").orElse(true),
                origin,
                created,
                wire(object, "conditions", folderId),
                wire(object, "exceptions", folderId),
                wire(object, "actions", folderId));
    }

    /** A hidden rule from a body that already has the wire's shape. */
    public static InboxRule hidden(JsonObject body, String identity, String ownerId, Instant created) {
        return new InboxRule(
                identity,
                ownerId,
                Json.text(body, "displayName").orElse("."),
                body.has("sequence") ? body.get("sequence").getAsInt() : 1,
                true,
                InboxRule.Origin.HIDDEN,
                created,
                Json.member(body, "conditions").orElse(new JsonObject()),
                Json.member(body, "exceptions").orElse(new JsonObject()),
                Json.member(body, "actions").orElse(new JsonObject()));
    }

    /** One part of a scenario's rule in the shape the wire has. */
    public static JsonObject wire(JsonObject object, String part, UnaryOperator<String> folderId) {
        var wired = new JsonObject();
        Json.member(object, part)
                .orElse(new JsonObject())
                .entrySet()
                .forEach(entry -> wired.add(entry.getKey(), value(entry, folderId)));
        return wired;
    }

    private static JsonElement value(Map.Entry<String, JsonElement> entry, UnaryOperator<String> folderId) {
        if (FOLDERS.contains(entry.getKey())) {
            return new JsonPrimitive(folderId.apply(entry.getValue().getAsString()));
        }
        if (!RECIPIENTS.contains(entry.getKey())) {
            return entry.getValue();
        }
        var recipients = new JsonArray();
        MailboxSeed.texts(entry.getValue()).forEach(address -> recipients.add(recipient(address)));
        return recipients;
    }

    private static JsonObject recipient(String address) {
        return Json.object("emailAddress", Json.object("name", address, "address", address));
    }
}

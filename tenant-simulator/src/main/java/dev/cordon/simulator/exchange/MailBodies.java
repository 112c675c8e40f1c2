package dev.cordon.simulator.exchange;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantEvent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What mailbox rows say beyond the common set (microsoft365-api.md, D.1); of searches, from memory. */
final class MailBodies {

    private MailBodies() {}

    static void add(JsonObject data, TenantEvent event, String owner) {
        var facts = event.after();
        context(data, event, owner);
        switch (event.activity()) {
            case SEND_MAIL -> {
                data.add("Item", item(facts, owner));
                data.addProperty("SaveToSentItems", Json.bool(facts, "saved").orElse(true));
                Json.text(facts, "as").ifPresent(as -> data.addProperty("SendAsUserSmtp", as));
            }
            case DELETE_MAIL -> {
                data.add("AffectedItems", affected(facts));
                data.addProperty("CrossMailboxOperation", false);
                data.add("Folder", folder(Json.text(facts, "folder").orElse("Inbox")));
                Json.text(facts, "to").ifPresent(to -> data.add("DestFolder", folder(to)));
            }
            default -> {
                data.addProperty("QueryText", Json.text(facts, "query").orElse(""));
                data.addProperty("ScopeType", "Mailbox");
            }
        }
    }

    /** Where from, with what and as whom: what tells his accesses from the owner's (domain 12.6). */
    static void context(JsonObject data, TenantEvent event, String owner) {
        var actor = event.actor();
        data.addProperty("ClientIPAddress", actor.ip());
        data.addProperty(
                "ClientInfoString", Json.text(event.after(), "client").orElse("Client=REST;Client=RESTSystem;;"));
        data.addProperty(
                "LogonType", actor.userId() == null ? 1 : actor.userId().equals(event.ownerId()) ? 0 : 2);
        data.add("ClientAppId", Json.element(actor.appId()));
        data.addProperty("MailboxGuid", event.targetId());
        data.addProperty("MailboxOwnerUPN", owner);
    }

    static JsonObject item(JsonObject facts, String owner) {
        return Json.object(
                "Id", facts.get("id"),
                "InternetMessageId", facts.get("internetMessageId"),
                "Subject", facts.get("subject"),
                "SizeInBytes", 4_096 + Json.text(facts, "subject").orElse("").length() * 7,
                "Attachments", attachments(facts),
                "ParentFolder", Json.object("Id", "sent-" + owner, "Path", "\\Sent Items"));
    }

    /** Names with sizes, as one text; nothing where there are none. */
    private static @Nullable String attachments(JsonObject facts) {
        return facts.get("attachments") instanceof JsonArray names && !names.isEmpty()
                ? names.asList().stream()
                        .map(name -> name.getAsString() + " (40000b)")
                        .collect(Collectors.joining("; "))
                : null;
    }

    static JsonArray affected(JsonObject facts) {
        var affected = new JsonArray();
        items(facts)
                .forEach(item -> affected.add(Json.object(
                        "Id", item.get("id"),
                        "InternetMessageId", item.get("internetMessageId"),
                        "Subject", item.get("subject"),
                        "Attachments", null,
                        "ParentFolder", folder(Json.text(item, "folder").orElse("Inbox")))));
        return affected;
    }

    private static JsonObject folder(String name) {
        return Json.object("Id", "folder-" + name.hashCode(), "Path", "\\" + name);
    }

    /** The messages an event is about. */
    static List<JsonObject> items(JsonObject facts) {
        return facts.get("items") instanceof JsonArray items
                ? items.asList().stream().map(JsonElement::getAsJsonObject).toList()
                : List.of();
    }

    /** {@code Folders} of a Bind record: the items by the folder they lie in. */
    static JsonArray folders(Iterable<JsonObject> items) {
        Map<String, JsonArray> byFolder = new LinkedHashMap<>();
        for (var item : items) {
            byFolder.computeIfAbsent(Json.text(item, "folder").orElse("Inbox"), _ -> new JsonArray())
                    .add(Json.object(
                            "InternetMessageId", item.get("internetMessageId"),
                            "Id", item.get("id"),
                            "SizeInBytes", item.get("size")));
        }
        var folders = new JsonArray();
        byFolder.forEach((name, inside) -> {
            var folder = folder(name);
            folder.add("FolderItems", inside);
            folders.add(folder);
        });
        return folders;
    }

    /** {@code Item.ParentFolder} of a Sync record: the folder, and none of what lies in it. */
    static JsonObject synced(String folder) {
        return Json.object("ParentFolder", folder(folder));
    }
}

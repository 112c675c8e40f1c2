package dev.cordon.simulator.mail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.AutoReplyWords;
import dev.cordon.simulator.mailbox.InboxRule;
import dev.cordon.simulator.mailbox.Letter;
import dev.cordon.simulator.mailbox.MailFolder;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.TenantState;
import java.util.List;
import java.util.Optional;

/** Mail things as Graph shows them. */
final class MailShapes {

    private MailShapes() {}

    static JsonObject rule(InboxRule rule) {
        return Json.object(
                "id", rule.graphId(),
                "displayName", rule.name(),
                "sequence", rule.sequence(),
                "isEnabled", rule.enabled(),
                "hasError", false,
                "isReadOnly", false,
                "conditions", rule.conditions().isEmpty() ? null : rule.conditions(),
                "actions", rule.actions(),
                "exceptions", rule.exceptions().isEmpty() ? null : rule.exceptions());
    }

    static JsonObject settings(Mailbox mailbox, String timeZone) {
        return Json.object(
                "archiveFolder",
                null,
                "timeZone",
                timeZone,
                "delegateMeetingMessageDeliveryOptions",
                "sendToDelegateOnly",
                "dateFormat",
                "dd/MM/yyyy",
                "timeFormat",
                "HH:mm",
                "userPurpose",
                purpose(mailbox.type()),
                "automaticRepliesSetting",
                automaticReplies(mailbox),
                "language",
                Json.object("locale", "en-GB", "displayName", "English (United Kingdom)"));
    }

    private static String purpose(PlannedMailbox.Type type) {
        return switch (type) {
            case USER, NONE, ON_PREMISES -> "user";
            case SHARED -> "shared";
            case ROOM -> "room";
            case EQUIPMENT -> "equipment";
        };
    }

    static JsonObject automaticReplies(Mailbox mailbox) {
        return Json.object(
                "status", AutoReplyWords.graphState(text(mailbox.setting("AutoReplyState"))),
                "externalAudience", AutoReplyWords.graphAudience(text(mailbox.setting("AutoReplyExternalAudience"))),
                "internalReplyMessage", text(mailbox.setting("AutoReplyInternalMessage")),
                "externalReplyMessage", text(mailbox.setting("AutoReplyExternalMessage")),
                "scheduledStartDateTime", moment(mailbox.setting("AutoReplyStartTime")),
                "scheduledEndDateTime", moment(mailbox.setting("AutoReplyEndTime")));
    }

    private static String text(JsonElement value) {
        return value.isJsonNull() ? "" : value.getAsString();
    }

    private static JsonElement moment(JsonElement value) {
        return value.isJsonNull()
                ? JsonNull.INSTANCE
                : Json.object("dateTime", value.getAsString().replace("Z", ""), "timeZone", "UTC");
    }

    static JsonObject folder(MailFolder folder, int items, int unread) {
        return Json.object(
                "id",
                folder.id(),
                "displayName",
                folder.name(),
                "parentFolderId",
                "root",
                "childFolderCount",
                0,
                "unreadItemCount",
                unread,
                "totalItemCount",
                items,
                "isHidden",
                false);
    }

    static JsonObject message(TenantState state, Message message, String folderId, String id) {
        var letter = Letter.of(state, message);
        return Json.object(
                "id", id,
                "createdDateTime", message.at(),
                "lastModifiedDateTime", message.at(),
                "receivedDateTime", message.at(),
                "sentDateTime", message.at(),
                "hasAttachments", !message.attachments().isEmpty(),
                "internetMessageId", message.internetMessageId(),
                "subject", message.subject(),
                "bodyPreview", preview(message.plainText()),
                "importance", "normal",
                "parentFolderId", folderId,
                "conversationId", conversation(state, message, letter),
                "isRead", message.read(),
                "isDraft", false,
                "webLink", "https://outlook.office365.com/owa/?ItemID=" + message.id(),
                "body", Json.object("contentType", message.isHtml() ? "html" : "text", "content", message.body()),
                "sender", sender(message, letter),
                "from", sender(message, letter),
                "toRecipients", recipients(Letter.addressed(state, message)),
                "ccRecipients", recipients(letter.map(Letter::cc).orElse(List.of())),
                "bccRecipients",
                        recipients(letter.filter(_ -> !message.id().contains("=-"))
                                .map(Letter::bcc)
                                .orElse(List.of())),
                "replyTo", recipients(letter.map(Letter::replyTo).orElse(List.of())));
    }

    private static String conversation(TenantState state, Message message, Optional<Letter> letter) {
        return letter.flatMap(found -> Optional.ofNullable(found.conversation()))
                .map(id -> "C" + state.chance().letters(16, "conversation", id))
                .orElseGet(() -> "C" + message.id().substring(4, 20));
    }

    private static JsonObject sender(Message message, Optional<Letter> letter) {
        var name =
                letter.flatMap(found -> Optional.ofNullable(found.fromName())).orElse(message.from());
        return Json.object("emailAddress", Json.object("name", name, "address", message.from()));
    }

    private static List<JsonObject> recipients(List<String> addresses) {
        return addresses.stream().map(MailShapes::recipient).toList();
    }

    private static String preview(String text) {
        var line = text.replaceAll("\\s+", " ");
        return line.substring(0, Math.min(line.length(), 255));
    }

    /** The headers of what was received, shown only where they are asked for (C6); what was sent has none to show. */
    static JsonArray headers(MailHeaders of) {
        var headers = new JsonArray();
        of.all().forEach(header -> headers.add(Json.object("name", header.name(), "value", header.value())));
        return headers;
    }

    private static JsonObject recipient(String address) {
        return Json.object("emailAddress", Json.object("name", address, "address", address));
    }
}

package dev.cordon.simulator.sinks;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.util.Optional;

/** Chats as Graph shows them. */
final class ChatShapes {

    private final TenantState state;
    private final String tenantId;

    ChatShapes(TenantState state, String tenantId) {
        this.state = state;
        this.tenantId = tenantId;
    }

    JsonObject chat(Chat chat) {
        return Json.object(
                "id", chat.id(),
                "topic", chat.topic(),
                "createdDateTime", Json.exactTime(chat.created()),
                "lastUpdatedDateTime", Json.exactTime(chat.updated()),
                "chatType", chat.type(),
                "webUrl", "https://teams.microsoft.com/l/chat/" + chat.id() + "/0?tenantId=" + tenantId,
                "tenantId", tenantId);
    }

    JsonArray members(Chat chat) {
        return Json.array(chat.members().stream().map(id -> member(chat, id)).toList());
    }

    private JsonObject member(Chat chat, String userId) {
        var user = user(userId);
        return Json.object(
                "@odata.type",
                "#microsoft.graph.aadUserConversationMember",
                "id",
                state.chance().letters(60, "chat-member", chat.id(), userId),
                "roles",
                Json.array(user.filter(User::guest).isPresent() ? "guest" : "owner"),
                "displayName",
                user.map(User::displayName),
                "visibleHistoryStartDateTime",
                "0001-01-01T00:00:00Z",
                "userId",
                userId,
                "email",
                user.map(User::userPrincipalName),
                "tenantId",
                tenantId);
    }

    JsonObject message(Chat.Message message) {
        return Json.object(
                "id",
                message.id(),
                "replyToId",
                null,
                "etag",
                message.id(),
                "messageType",
                "message",
                "createdDateTime",
                Json.exactTime(message.at()),
                "lastModifiedDateTime",
                Json.exactTime(message.at()),
                "lastEditedDateTime",
                null,
                "deletedDateTime",
                null,
                "subject",
                null,
                "summary",
                null,
                "chatId",
                message.chatId(),
                "importance",
                "normal",
                "locale",
                "en-us",
                "webUrl",
                null,
                "channelIdentity",
                null,
                "policyViolation",
                null,
                "eventDetail",
                null,
                "from",
                from(message.senderId()),
                "body",
                Json.object("contentType", message.contentType(), "content", message.content()),
                "attachments",
                new JsonArray(),
                "mentions",
                new JsonArray(),
                "reactions",
                new JsonArray());
    }

    private JsonObject from(String userId) {
        return Json.object(
                "application",
                null,
                "device",
                null,
                "user",
                Json.object(
                        "@odata.type",
                        "#microsoft.graph.teamworkUserIdentity",
                        "id",
                        userId,
                        "displayName",
                        user(userId).map(User::displayName),
                        "userIdentityType",
                        "aadUser",
                        "tenantId",
                        tenantId));
    }

    private Optional<User> user(String id) {
        return state.table(User.TABLE).find(id);
    }
}

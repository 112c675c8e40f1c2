package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Bucket;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Repeat;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Notices;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.TenantException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Mails and chats over Graph, always as plain text. */
public record GraphNotices(GraphClient graph) implements Notices {
    @Override
    public Receipt sendMail(String from, List<String> to, String subject, String text) {
        requireText(text);
        if (to.isEmpty() || to.stream().anyMatch(address -> address.indexOf('@') < 1)) {
            throw new IllegalArgumentException("Not addresses to send to: " + to);
        }
        Call call = Call.change(
                "Send a mail from " + from + " to " + String.join(", ", to),
                Audience.GRAPH,
                "POST",
                graph.address(V1 + "/users/" + segment(from) + "/sendMail"),
                mail(to, subject, text).toString().getBytes(StandardCharsets.UTF_8),
                Repeat.ONCE,
                Bucket.mailbox(from));
        return graph.send(Need.SEND_MAIL, call, Expectation.success(response -> true))
                .receipt(false, List.of());
    }

    private static JsonObject mail(List<String> to, String subject, String text) {
        JsonArray recipients = new JsonArray();
        for (String address : to) {
            JsonObject mailbox = new JsonObject();
            mailbox.addProperty("address", address);
            JsonObject recipient = new JsonObject();
            recipient.add("emailAddress", mailbox);
            recipients.add(recipient);
        }
        JsonObject message = new JsonObject();
        message.addProperty("subject", subject);
        message.add("body", plain("Text", text));
        message.add("toRecipients", recipients);
        message.addProperty("importance", "high");
        JsonObject mail = new JsonObject();
        mail.add("message", message);
        mail.addProperty("saveToSentItems", true);
        return mail;
    }

    @Override
    public Reading<Chat> openChat(String objectId) {
        String attempted = "Open a chat with " + objectId;
        refuseApplication(attempted);
        JsonArray members = new JsonArray();
        members.add(member(graph.claims().objectId()));
        members.add(member(objectId));
        JsonObject chat = new JsonObject();
        chat.addProperty("chatType", "oneOnOne");
        chat.add("members", members);
        Call call = graph.call(Need.OPEN_CHATS, attempted, "POST", V1 + "/chats", chat.toString(), Repeat.IDEMPOTENT);
        return graph.send(
                        Need.OPEN_CHATS,
                        call,
                        Expectation.success(response ->
                                new Chat(StrictJson.object(response.body()).text("id"))))
                .reading();
    }

    private JsonObject member(String objectId) {
        JsonObject member = new JsonObject();
        member.addProperty("@odata.type", "#microsoft.graph.aadUserConversationMember");
        JsonArray roles = new JsonArray();
        roles.add("owner");
        member.add("roles", roles);
        member.addProperty(
                "user@odata.bind",
                graph.address(V1 + "/users('" + segment(objectId) + "')").toString());
        return member;
    }

    @Override
    public Posted post(Chat chat, String text) {
        String attempted = "Post to a chat";
        refuseApplication(attempted);
        requireText(text);
        JsonObject message = new JsonObject();
        message.add("body", plain("text", text));
        Call call = graph.call(
                Need.POST_TO_CHATS,
                attempted,
                "POST",
                V1 + "/chats/" + segment(chat.id()) + "/messages",
                message.toString(),
                Repeat.ONCE);
        Sent<String> sent = graph.send(
                Need.POST_TO_CHATS,
                call,
                Expectation.success(
                        response -> StrictJson.object(response.body()).text("id")));
        return new Posted(sent.value(), sent.receipt(false, List.of()));
    }

    private static JsonObject plain(String type, String text) {
        JsonObject body = new JsonObject();
        body.addProperty("contentType", type);
        body.addProperty("content", text);
        return body;
    }

    private static void requireText(String text) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("A message has 1 to " + LONGEST_TEXT + " characters");
        }
    }

    private void refuseApplication(String attempted) {
        if (graph.claims().application()) {
            throw new TenantException(new Failure(
                    Reason.NOT_AVAILABLE,
                    attempted,
                    0,
                    "",
                    "",
                    "",
                    "Teams takes messages of people only, not of an application by itself.",
                    "Sign in as an administrator, or reach the person by telephone."));
        }
    }
}

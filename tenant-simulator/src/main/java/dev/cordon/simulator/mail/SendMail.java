package dev.cordon.simulator.mail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.mailbox.Letter;
import dev.cordon.simulator.mailbox.Mailbox;
import dev.cordon.simulator.mailbox.MailboxAccess;
import dev.cordon.simulator.mailbox.Mailboxes;
import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.mailbox.Outgoing;
import dev.cordon.simulator.mailbox.SentCopies;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.Conversation.Attachment;
import dev.cordon.simulator.scenario.Conversation.Authentication;
import dev.cordon.simulator.sinks.Dispatch;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.User;
import dev.cordon.simulator.wire.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Sending mail (F1): from the mailbox in the path, in its name, or in another's whose owner has said so. Whether the copy is
 * saved is for the sender to say; the trace has every recipient regardless.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/user-sendmail">user: sendMail</a>
 * @see <a href="https://learn.microsoft.com/graph/outlook-send-mail-from-other-user">sending from another user</a>
 */
final class SendMail {

    private static final String SEND_AS = "SendAs";
    private static final String SEND_ON_BEHALF = "SendOnBehalf";

    private final GraphCall call;
    private final Mailbox mailbox;
    private final JsonObject body;
    private final JsonObject message;

    private SendMail(GraphCall call, Mailbox mailbox) {
        this.call = call;
        this.mailbox = mailbox;
        this.body = call.body();
        this.message = Json.member(body, "message").orElseThrow(() -> MailErrors.invalid("A message is missing."));
    }

    static WireResponse from(GraphCall call, Mailbox mailbox) {
        new SendMail(call, mailbox).send();
        return WireResponse.empty(202);
    }

    private void send() {
        var cc = addresses("ccRecipients");
        var bcc = addresses("bccRecipients");
        var all = new ArrayList<>(addresses("toRecipients"));
        all.addAll(cc);
        all.addAll(bcc);
        if (all.isEmpty() || !all.stream().allMatch(HeaderText::isAddress)) {
            throw MailErrors.noRecipients();
        }
        var sender = sender();
        var operation = operation(sender);
        var files = attachments();
        call.state().atomically(() -> {
            var sent = message(sender, all, files);
            new Outgoing(call.state()).send(sent, beside(sent, cc, bcc, files));
            var saved = Json.bool(body, "saveToSentItems").orElse(true);
            if (!saved) {
                new SentCopies(call.state()).neverSave(sent);
            }
            call.state()
                    .record(
                            call.cause(),
                            Activity.SEND_MAIL,
                            "Mailbox",
                            sender.guid(),
                            sender.ownerId(),
                            new JsonObject(),
                            SentCopies.facts(sent, saved, mailbox, operation, sender));
            dispatch(sent).keep(call.state());
        });
    }

    /** In whose name: the mailbox's own, unless the message says another. */
    private Mailbox sender() {
        var from = address(message.get("from"));
        return from.filter(address -> !isOwn(address))
                .map(address -> new Mailboxes(call.state()).find(address).orElseThrow(MailErrors::sendAsDenied))
                .orElse(mailbox);
    }

    private boolean isOwn(String address) {
        return new Mailboxes(call.state())
                .find(address)
                .filter(found -> found.ownerId().equals(mailbox.ownerId()))
                .isPresent();
    }

    /** What the log calls it. */
    private String operation(Mailbox sender) {
        if (sender.ownerId().equals(mailbox.ownerId())) {
            return "Send";
        }
        if (may(sender, SEND_AS)) {
            return SEND_AS;
        }
        if (may(sender, SEND_ON_BEHALF)) {
            return SEND_ON_BEHALF;
        }
        throw MailErrors.sendAsDenied();
    }

    private boolean may(Mailbox sender, String right) {
        var own = call.state().table(User.TABLE).find(mailbox.ownerId());
        return own.flatMap(user -> call.state()
                        .table(MailboxAccess.TABLE)
                        .find(MailboxAccess.key(sender.ownerId(), user.userPrincipalName(), right)))
                .filter(access -> !access.deny())
                .isPresent();
    }

    private Message message(Mailbox sender, List<String> to, List<Attachment> files) {
        var id = "AAMk"
                + call.state()
                        .chance()
                        .letters(
                                48,
                                "sent",
                                mailbox.ownerId(),
                                call.state().events().size()) + "=";
        return new Message(
                id,
                mailbox.ownerId(),
                "Sent Items",
                call.now(),
                sender.address(),
                to,
                Json.text(message, "subject").orElse(""),
                Json.member(message, "body")
                        .flatMap(part -> Json.text(part, "content"))
                        .orElse(""),
                files.stream().map(Attachment::name).toList(),
                false,
                call.token().actor().caller() == Caller.ATTACKER ? Author.ATTACKER : Author.LEGITIMATE);
    }

    private Letter beside(Message sent, List<String> cc, List<String> bcc, List<Attachment> files) {
        return new Letter(
                sent.internetMessageId(),
                mailbox.ownerId(),
                null,
                cc,
                bcc,
                addresses("replyTo"),
                files,
                Authentication.UNSIGNED,
                null,
                null,
                null);
    }

    private Dispatch dispatch(Message sent) {
        return new Dispatch(
                Dispatch.Kind.MAIL,
                sent.at(),
                call.token().actor().caller(),
                sent.from(),
                sent.to(),
                sent.subject(),
                sent.plainText(),
                call.request().requestId());
    }

    private List<String> addresses(String name) {
        return message.get(name) instanceof JsonArray list
                ? list.asList().stream()
                        .map(SendMail::address)
                        .map(address -> address.orElse(""))
                        .toList()
                : List.of();
    }

    private static Optional<String> address(JsonElement recipient) {
        return recipient instanceof JsonObject object
                ? Json.member(object, "emailAddress").flatMap(email -> Json.text(email, "address"))
                : Optional.empty();
    }

    private List<Attachment> attachments() {
        return message.get("attachments") instanceof JsonArray list
                ? list.asList().stream().map(SendMail::attachment).toList()
                : List.of();
    }

    private static Attachment attachment(JsonElement file) {
        if (!(file instanceof JsonObject object)) {
            throw MailErrors.invalid("An attachment has to be an object.");
        }
        var name = Json.text(object, "name")
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> MailErrors.invalid("An attachment needs a name."));
        try {
            var bytes =
                    Base64.getDecoder().decode(Json.text(object, "contentBytes").orElse(""));
            return new Attachment(name, new String(bytes, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException notBase64) {
            throw MailErrors.invalid("contentBytes has to be base64.");
        }
    }
}

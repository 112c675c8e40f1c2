package dev.cordon.simulator.mailbox;

import com.google.gson.JsonObject;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.state.TableKey;
import dev.cordon.simulator.time.Chance;
import java.time.Instant;
import java.util.List;

/** One message that was named in the scenario or sent while the tenant runs. */
public record Message(
        String id,
        String ownerId,
        String folder,
        Instant at,
        String from,
        List<String> to,
        String subject,
        String body,
        List<String> attachments,
        boolean read,
        Author by) {

    /** All of them, by id. */
    public static final TableKey<Message> TABLE = new TableKey<>("messages", Message.class);

    /** The id that the message has wherever it lies, and in traces; copies share it. */
    public String internetMessageId() {
        return internetMessageId(id);
    }

    /** The internet message id of the message of that id. */
    public static String internetMessageId(String id) {
        return "<" + id.substring(4, 24) + "@mail.example>";
    }

    /** The id that traces, headers, hunting and reports of clicks share for a mail, whoever it goes to. */
    public static String networkMessageId(String internetMessageId, String sender, Chance chance) {
        return chance.guid("trace", internetMessageId, sender);
    }

    /** Whether its body is a page of HTML. */
    public boolean isHtml() {
        var trimmed = body.strip();
        return trimmed.startsWith("<") && trimmed.endsWith(">");
    }

    /** Its body without marks of HTML. */
    public String plainText() {
        return isHtml() ? body.replaceAll("<[^>]*+>", "").strip() : body;
    }

    /** Its size in bytes. */
    public int size() {
        return 2_300 + subject.length() + 2 * body.length() + 40_000 * attachments.size();
    }

    /** What the log says of it, whoever reads it. */
    public JsonObject outline() {
        return Json.object(
                "id", id,
                "internetMessageId", internetMessageId(),
                "subject", subject,
                "size", size(),
                "folder", folder);
    }

    /** The same message in another folder. */
    Message in(String newFolder) {
        return new Message(id, ownerId, newFolder, at, from, to, subject, body, attachments, read, by);
    }

    /** The same message where purged ones are kept, under another id. */
    Message kept(String newFolder) {
        return in(newFolder).called(id + "=");
    }

    /** The same message under another id, which it gets when it is moved (C7). */
    Message called(String newId) {
        return new Message(newId, ownerId, folder, at, from, to, subject, body, attachments, read, by);
    }

    /** Copies the lists. */
    public Message {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }
}

package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.state.TableKey;
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

    /** Copies the lists. */
    public Message {
        to = List.copyOf(to);
        attachments = List.copyOf(attachments);
    }
}

package dev.cordon.simulator.clicks;

import dev.cordon.simulator.mailbox.Message;
import dev.cordon.simulator.scenario.Author;
import dev.cordon.simulator.scenario.ClickAction;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One click of one person.
 *
 * @param recipient whose link it was, by address
 * @param app where it stood, in Microsoft's words
 * @param message the mail it stood in, where that is one of a mailbox
 * @param networkMessageId the mail's id in the message trace; empty for a link that stood elsewhere
 * @param clickedThrough what hunting says under that name
 */
public record Click(
        String id,
        Instant at,
        String userId,
        String recipient,
        String url,
        ClickAction action,
        String app,
        @Nullable Message message,
        String networkMessageId,
        boolean clickedThrough) {

    /** Whether he came to the page. */
    public boolean wentThrough() {
        return action.wentThrough() || clickedThrough;
    }

    /** Whether the link stood in a mail that this hand wrote. */
    public boolean isOnLinkOf(Author author) {
        return message != null && message.by() == author;
    }

    /** The host of the link; empty where there is none. */
    public String domain() {
        try {
            return Optional.ofNullable(URI.create(url).getHost()).orElse("");
        } catch (IllegalArgumentException malformed) {
            return "";
        }
    }
}

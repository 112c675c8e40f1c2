package dev.cordon.simulator.mailbox;

import dev.cordon.simulator.scenario.Conversation.Attachment;
import dev.cordon.simulator.scenario.Conversation.Authentication;
import dev.cordon.simulator.state.TableKey;
import dev.cordon.simulator.state.TenantState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message says beside its text; all its copies share it.
 *
 * @param sentFrom object id of whose mailbox it was sent from; empty for mail from outside
 * @param fromName the name its sender gives himself, or null for none of his own
 * @param cc those of its recipients who have a copy for their information
 * @param bcc those of its recipients whom nobody else sees
 * @param replyTo where answers go instead; empty for the sender
 * @param conversation what it belongs to, or null for nothing
 * @param answers the internet message id it answers, or null
 * @param fraud the campaign of the scenario that names it, or null
 */
public record Letter(
        String internetMessageId,
        String sentFrom,
        @Nullable String fromName,
        List<String> cc,
        List<String> bcc,
        List<String> replyTo,
        List<Attachment> attachments,
        Authentication authentication,
        @Nullable String conversation,
        @Nullable String answers,
        @Nullable String fraud) {

    /** All of them, by internet message id; a message without one says nothing more. */
    public static final TableKey<Letter> TABLE = new TableKey<>("letters", Letter.class);

    /** Copies the lists. */
    public Letter {
        cc = List.copyOf(cc);
        bcc = List.copyOf(bcc);
        replyTo = List.copyOf(replyTo);
        attachments = List.copyOf(attachments);
    }

    /** What that message says beside its text. */
    public static Optional<Letter> of(TenantState state, Message message) {
        return state.table(TABLE).find(message.internetMessageId());
    }

    /** Whether a message in a mailbox was sent from it, in whoever's name. */
    public static boolean isSentFrom(TenantState state, Mailbox mailbox, Message message) {
        return !isCopy(message)
                && of(state, message)
                        .filter(letter -> letter.sentFrom().equals(mailbox.ownerId()))
                        .isPresent();
    }

    /** Copies for readers have the sender's id and the reader's. */
    private static boolean isCopy(Message message) {
        return message.id().contains("=-");
    }

    /** Those of a message's recipients it is addressed to. */
    public static List<String> addressed(TenantState state, Message message) {
        return of(state, message)
                .map(letter -> message.to().stream()
                        .filter(address ->
                                !letter.cc().contains(address) && !letter.bcc().contains(address))
                        .toList())
                .orElse(message.to());
    }

    /** Everything in it that can be read. */
    public static String text(TenantState state, Message message) {
        var text = new StringBuilder(message.subject()).append('\n').append(message.plainText());
        of(state, message)
                .ifPresent(letter ->
                        letter.attachments().forEach(file -> text.append('\n').append(file.text())));
        return text.toString();
    }
}

package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Messages to people, as plain text. Nothing is repeated once it may have arrived: where no answer came it is
 * {@link Failure.Reason#UNKNOWN_RESULT}, and the message may have been sent. Whoever still holds the account of whoever is written to reads
 * along. Safe for many threads.
 */
public interface Notices {
    /** The longest text. */
    int LONGEST_TEXT = 20_000;

    /**
     * Sends a mail, of high importance, and keeps it in the sender's sent items. Accepted is not delivered. Permission Mail.Send; a signed-in
     * administrator can send from his own mailbox only.
     *
     * @param from the sender's sign-in name or object id
     * @param to addresses, at least one
     * @see <a href="https://learn.microsoft.com/graph/api/user-sendmail">Send mail</a>
     */
    Receipt sendMail(String from, List<String> to, String subject, String text);

    /**
     * The chat of the signed-in administrator with one other person; where there is none it is made. Idempotent; repeated by itself. Permission
     * Chat.Create, delegated.
     *
     * @param objectId the other person
     * @throws TenantException {@link Failure.Reason#NOT_AVAILABLE} where an application is signed in: nothing is asked then
     * @see <a href="https://learn.microsoft.com/graph/api/chat-post">Create chat</a>
     */
    Reading<Chat> openChat(String objectId);

    /**
     * Says something in a chat. Permission ChatMessage.Send, delegated.
     *
     * @throws TenantException {@link Failure.Reason#NOT_AVAILABLE} where an application is signed in: nothing is asked then
     * @see <a href="https://learn.microsoft.com/graph/api/chat-post-messages">Send a message in a chat</a>
     */
    Posted post(Chat chat, String text);

    /** A chat between two people. */
    record Chat(String id) {
        public Chat {
            if (id.isBlank()) {
                throw new IllegalArgumentException("A chat without an id");
            }
        }
    }

    /**
     * A message that was taken in.
     *
     * @param messageId by which Teams knows it
     * @param receipt that it was taken in
     */
    record Posted(String messageId, Receipt receipt) {
        public Posted {
            requireNonNull(messageId, "messageId is null");
            requireNonNull(receipt, "receipt is null");
        }
    }
}

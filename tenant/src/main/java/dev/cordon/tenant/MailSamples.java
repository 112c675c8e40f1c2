package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Single messages of a mailbox as they lie there, with their headers. Other people's mailboxes are shown to an application only. */
public interface MailSamples {
    /** So many bytes a message may have, its attachments among them; a larger one would take the memory of all that is to be read after it. */
    int LARGEST = 25 * 1024 * 1024;

    /**
     * Looks for a message where the mailbox shows it, and among what it still holds of deleted items. Permission Mail.Read of an
     * application.
     *
     * @param mailbox its owner's object id or sign-in name
     * @param internetMessageId as the message's header has it: untrusted text
     * @throws TenantException when one of these places cannot be read and the message was not found in another
     */
    Sample fetch(String mailbox, String internetMessageId);

    /** What came of it. */
    sealed interface Sample {
        /**
         * The message.
         *
         * @param mime the answer whose bytes are the message in MIME
         */
        record Found(Answer mime) implements Sample {
            public Found {
                requireNonNull(mime, "mime is null");
            }
        }

        /** It is there and larger than {@link #LARGEST}, and was not taken. */
        record TooLarge() implements Sample {}

        /**
         * Every place that is looked at was read and the message is in none: deleted for good, or it never lay there. An online archive is
         * not looked at.
         *
         * @param looked the answers that hold nothing, one for each place
         */
        record NotFound(List<Answer> looked) implements Sample {
            public NotFound {
                looked = List.copyOf(looked);
            }
        }
    }
}

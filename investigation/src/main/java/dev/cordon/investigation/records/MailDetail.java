package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What a row of a mailbox's audit says of mail.
 *
 * @param access how mail was accessed
 * @param throttling whether the row says that the recording of accesses has stopped
 * @param operations how many operations the row stands for; 0 where it does not say
 * @param messages those it names by their internet message id, in its order, also those that stand there again
 * @param unnamed how many messages stand in it without such an id
 * @param folders folders it names without naming any message in them
 * @param destination the folder that messages were moved to
 * @see <a href="https://learn.microsoft.com/purview/audit-log-investigate-accounts">MailItemsAccessed</a>
 */
public record MailDetail(
        Access access,
        Throttling throttling,
        long operations,
        List<Message> messages,
        long unnamed,
        List<String> folders,
        String destination) {
    /** Of a row that says nothing of mail. */
    public static final MailDetail NONE =
            new MailDetail(Access.NOT_SAID, Throttling.NOT_SAID, 0, List.of(), 0, List.of(), "");

    public MailDetail {
        requireNonNull(access, "access is null");
        requireNonNull(throttling, "throttling is null");
        messages = List.copyOf(messages);
        folders = List.copyOf(folders);
        requireNonNull(destination, "destination is null");
        if (operations < 0 || unnamed < 0) {
            throw new IllegalArgumentException("a count is negative: " + operations + ", " + unnamed);
        }
    }

    /** How mail was accessed. */
    public enum Access {
        /** Single messages, which are named. */
        BIND,
        /** A program fetched a folder: which messages of it, nobody recorded. */
        SYNC,
        NOT_SAID
    }

    /** Whether accesses are still recorded. */
    public enum Throttling {
        /** No longer: single accesses of the next 24 hours are not recorded. */
        ON,
        OFF,
        NOT_SAID
    }

    /**
     * A message.
     *
     * @param internetMessageId its id, never blank
     * @param subject as the row has it; empty text where it has none
     * @param folder where it lay; empty text where the row does not say
     */
    public record Message(String internetMessageId, String subject, String folder) {
        public Message {
            requireNonNull(internetMessageId, "internetMessageId is null");
            requireNonNull(subject, "subject is null");
            requireNonNull(folder, "folder is null");
            if (internetMessageId.isBlank()) {
                throw new IllegalArgumentException("internetMessageId is blank");
            }
        }
    }
}

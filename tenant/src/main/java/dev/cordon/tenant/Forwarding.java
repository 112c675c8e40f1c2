package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

/**
 * One of the two addresses a mailbox itself forwards its mail to. They are set and cleared apart, perhaps by different hands; while both are
 * set, Exchange ignores the SMTP address, and it comes into force when the other one is cleared.
 *
 * @param mailbox the mailbox, as {@link Mailbox#identity} has it
 * @param kind which of the two
 * @param target where mail goes, as Exchange prints it, without {@code smtp:}; untrusted text
 * @param keepsCopy whether a copy stays, which is said for the mailbox as a whole
 */
public record Forwarding(String mailbox, Kind kind, String target, boolean keepsCopy) {
    public Forwarding {
        requireNonNull(mailbox, "mailbox is null");
        requireNonNull(kind, "kind is null");
        requireNonNull(target, "target is null");
    }

    /** What tells it from the mailbox's other one. */
    public String id() {
        return kind.idIn(mailbox);
    }

    /** Which of the two. */
    public enum Kind {
        /** Any address, inside or outside. */
        SMTP_ADDRESS("ForwardingSmtpAddress"),
        /** A recipient in the directory, who may be a mail contact and lead outside. */
        RECIPIENT("ForwardingAddress");

        private final String parameter;

        Kind(String parameter) {
            this.parameter = parameter;
        }

        /** What Exchange calls it, in rows, as a parameter and in its audit log. */
        public String parameter() {
            return parameter;
        }

        /** The id of this one in that mailbox. */
        public String idIn(String mailbox) {
            return parameter + "|" + mailbox;
        }
    }
}

package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * What left a mailbox while the attacker was in it, by the message trace. Copies of sent mails can be deleted, the trace cannot: what was sent
 * in that time and is not shown to be the user's is named, and is the most he can have sent in it as far as the trace reaches.
 *
 * @param mailbox by which address it is shown
 * @param addresses under which its mails were looked for, that one first: what was sent under another one is not found
 * @param from when he was first seen there
 * @param until {@link #LINGERING} after he was last seen
 * @param mails what left, in order of time
 * @param usersOwn how many mails more left in that time of which a row of the audit log shows that it was not the attacker who sent them
 */
public record OutgoingMail(
        String mailbox, List<String> addresses, Instant from, Instant until, List<TracedMail> mails, long usersOwn) {
    /** A token of his lives about so long, and what it sends may stand in the trace alone. */
    static final Duration LINGERING = Duration.ofHours(1);

    public OutgoingMail {
        requireNonNull(mailbox, "mailbox is null");
        addresses = List.copyOf(addresses);
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        mails = List.copyOf(mails);
        if (!addresses.contains(mailbox)) {
            throw new IllegalArgumentException(mailbox + " is not among its addresses");
        }
        if (until.isBefore(from)) {
            throw new IllegalArgumentException("it ends before it begins: " + from + ", " + until);
        }
    }
}

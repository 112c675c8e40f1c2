package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What of one mailbox the attacker accessed, as far as the log tells, and where it cannot tell, how much it can have been.
 *
 * @param mailbox its owner as the log names him
 * @param named the messages the log names, in order of their first access
 * @param rows how many rows of his there are, what failed left out
 * @param mentions how often they name a message
 * @param accesses the same when what comes again within two minutes in one session is counted once
 * @param bounds what he may have accessed beyond them
 */
public record MailAccess(
        String mailbox, List<AccessedMessage> named, long rows, long mentions, long accesses, List<Bound> bounds) {
    public MailAccess {
        requireNonNull(mailbox, "mailbox is null");
        named = List.copyOf(named);
        bounds = List.copyOf(bounds);
    }
}

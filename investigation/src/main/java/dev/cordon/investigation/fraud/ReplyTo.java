package dev.cordon.investigation.fraud;

import dev.cordon.investigation.Addresses;

/** Where answers to a mail go. */
final class ReplyTo {
    private ReplyTo() {}

    /** Whether answers go to another domain than the sender's. */
    static boolean isDiverted(String from, String replyTo) {
        String sender = Addresses.domain(from);
        String answer = Addresses.domain(replyTo);
        return !sender.isEmpty()
                && !answer.isEmpty()
                && !RegisteredDomain.of(sender).equals(RegisteredDomain.of(answer));
    }
}

package dev.cordon.tenant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A quarantine in memory. One thread. */
public final class InMemoryQuarantine implements Quarantine {
    private final List<QuarantinedMessage> messages = new ArrayList<>();

    public InMemoryQuarantine put(QuarantinedMessage message) {
        messages.add(message);
        return this;
    }

    @Override
    public Reading<List<QuarantinedMessage>> fetchMessages(QuarantineQuestion question) {
        return Made.reading(
                "Get-QuarantineMessage",
                messages.stream()
                        .filter(message -> isAsked(message, question))
                        .sorted(Comparator.comparing(InMemoryQuarantine::received)
                                .reversed()
                                .thenComparing(QuarantinedMessage::id))
                        .toList());
    }

    private static Instant received(QuarantinedMessage message) {
        return message.receivedAt().orElse(Instant.EPOCH);
    }

    private static boolean isAsked(QuarantinedMessage message, QuarantineQuestion question) {
        return question.sender()
                        .filter(each -> !each.equalsIgnoreCase(message.sender()))
                        .isEmpty()
                && question.recipient()
                        .filter(each -> message.recipients().stream().noneMatch(each::equalsIgnoreCase))
                        .isEmpty()
                && question.subject()
                        .filter(each -> !each.equalsIgnoreCase(message.subject()))
                        .isEmpty()
                && question.internetMessageId()
                        .filter(each -> !each.equals(message.internetMessageId()))
                        .isEmpty()
                && !received(message).isBefore(question.from())
                && !received(message).isAfter(question.until());
    }

    @Override
    public Receipt delete(QuarantinedMessage message) {
        boolean isGone = messages.removeIf(each -> each.id().equals(message.id()));
        return Made.receipt("Delete-QuarantineMessage", !isGone);
    }
}

package dev.cordon.microsoft365.exchange;

import dev.cordon.tenant.MessageTrace.Mails;
import dev.cordon.tenant.TracedMails.TraceQuestion;

/**
 * Which mails a trace is of.
 *
 * @param onto puts the restriction into the cmdlet
 * @param isOneRecipient whether all rows have one recipient, who then parts no rows of one moment
 */
record TraceFilter(Restriction onto, boolean isOneRecipient) {
    /** Adds to a cmdlet. */
    interface Restriction {
        Cmdlet put(Cmdlet trace);
    }

    static TraceFilter of(Mails mails) {
        return switch (mails) {
            case Mails.All all -> new TraceFilter(trace -> trace, false);
            case Mails.SentBy(String address) -> new TraceFilter(trace -> trace.with("SenderAddress", address), false);
            case Mails.ReceivedBy(String address) ->
                new TraceFilter(trace -> trace.with("RecipientAddress", address), true);
        };
    }

    static TraceFilter of(TraceQuestion question) {
        return new TraceFilter(
                trace -> restricted(trace, question), question.recipient().isPresent());
    }

    private static Cmdlet restricted(Cmdlet trace, TraceQuestion question) {
        Cmdlet cmdlet = trace;
        if (question.sender().isPresent()) {
            cmdlet = cmdlet.with("SenderAddress", question.sender().get());
        }
        if (question.recipient().isPresent()) {
            cmdlet = cmdlet.with("RecipientAddress", question.recipient().get());
        }
        if (question.subject().isPresent()) {
            cmdlet = cmdlet.with("Subject", question.subject().get()).with("SubjectFilterType", "Contains");
        }
        if (question.internetMessageId().isPresent()) {
            cmdlet = cmdlet.with("MessageId", question.internetMessageId().get());
        }
        return cmdlet;
    }
}

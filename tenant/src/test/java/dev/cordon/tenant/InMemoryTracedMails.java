package dev.cordon.tenant;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A message trace in memory. One thread. */
public final class InMemoryTracedMails implements TracedMails {
    private final List<TracedMail> mails = new ArrayList<>();

    public InMemoryTracedMails put(TracedMail mail) {
        mails.add(mail);
        return this;
    }

    public List<TracedMail> mails() {
        return List.copyOf(mails);
    }

    @Override
    public Reading<List<TracedMail>> fetchMails(TraceQuestion question) {
        return Made.reading(
                "Get-MessageTraceV2",
                mails.stream()
                        .filter(mail -> isAsked(mail, question))
                        .sorted(Comparator.comparing(TracedMail::receivedAt)
                                .reversed()
                                .thenComparing(TracedMail::traceId)
                                .thenComparing(TracedMail::recipient))
                        .toList());
    }

    private static boolean isAsked(TracedMail mail, TraceQuestion question) {
        return question.sender()
                        .filter(each -> !each.equalsIgnoreCase(mail.sender()))
                        .isEmpty()
                && question.recipient()
                        .filter(each -> !each.equalsIgnoreCase(mail.recipient()))
                        .isEmpty()
                && question.subject()
                        .filter(each ->
                                !mail.subject().toLowerCase(Locale.ROOT).contains(each.toLowerCase(Locale.ROOT)))
                        .isEmpty()
                && question.internetMessageId()
                        .filter(each -> !each.equals(mail.internetMessageId()))
                        .isEmpty()
                && !mail.receivedAt().isBefore(question.from())
                && !mail.receivedAt().isAfter(question.until());
    }
}

package dev.cordon.playbooks.phishing;

import dev.cordon.investigation.phishing.ClickRecord;
import dev.cordon.investigation.phishing.Delivery;
import dev.cordon.investigation.phishing.Fate;
import dev.cordon.investigation.phishing.Reach;
import dev.cordon.investigation.phishing.Source;
import dev.cordon.playbooks.reading.Attempt;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Quarantine.QuarantineQuestion;
import dev.cordon.tenant.Quarantine.QuarantinedMessage;
import dev.cordon.tenant.Quarantine.Release;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.SafeLinksReport;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.ThreatHunting;
import dev.cordon.tenant.ThreatHunting.ClickQuestion;
import dev.cordon.tenant.ThreatHunting.DeliveredMail;
import dev.cordon.tenant.ThreatHunting.MailQuestion;
import dev.cordon.tenant.ThreatHunting.PostDelivery;
import dev.cordon.tenant.ThreatHunting.UrlClick;
import dev.cordon.tenant.TracedMails.TraceQuestion;
import dev.cordon.tenant.TracedMails.TraceStatus;
import dev.cordon.tenant.TracedMails.TracedMail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The sources of one scope, with what each gave and how far it reaches. Safe for many threads. */
final class SourceReadings {
    /** How late the message trace usually is; nobody promises it. */
    private static final Duration TRACE_DELAY = Duration.ofMinutes(15);

    private final Tenant tenant;
    private final Instant from;
    private final Instant until;
    private final Map<Source, Reach> reaches = new EnumMap<>(Source.class);
    private final Map<String, String> headerIds = new HashMap<>();
    private final List<MailScope.Seen> readings = new ArrayList<>();

    SourceReadings(Tenant tenant, Instant from, Instant until) {
        this.tenant = tenant;
        this.from = from;
        this.until = until;
    }

    synchronized List<Reach> reaches() {
        return List.copyOf(reaches.values());
    }

    synchronized Map<String, String> headerIds() {
        return Map.copyOf(headerIds);
    }

    synchronized List<MailScope.Seen> readings() {
        return List.copyOf(readings);
    }

    /** Everybody's clicks by the Safe Links report, as far back as it goes. */
    List<ClickRecord> reportedClicks() {
        // What is asked at the very edge is gone when the question arrives.
        Instant kept = until.minus(SafeLinksReport.KEPT).plus(Duration.ofHours(1));
        Instant asked = from.isBefore(kept) ? kept : from;
        Attempt<SafeLinksReport.Clicks> attempt =
                Attempt.of(() -> tenant.safeLinksReport().fetchClicks(asked, until));
        return switch (attempt) {
            case Attempt.Unread<SafeLinksReport.Clicks>(Failure failure) -> unread(Source.SAFE_LINKS_REPORT, failure);
            case Attempt.Read<SafeLinksReport.Clicks>(Reading<SafeLinksReport.Clicks> read) -> {
                Reading<List<SafeLinksReport.Click>> clicks = read.map(SafeLinksReport.Clicks::clicks);
                seen(
                        Source.SAFE_LINKS_REPORT,
                        "safe-links-report",
                        asked,
                        Optional.of(read.value().completeThrough()),
                        clicks);
                yield clicks.value().stream().map(ClickRecord::of).toList();
            }
        };
    }

    /** Clicks by Defender's tables; none where an earlier question was refused for want of a licence. */
    List<ClickRecord> huntedClicks(ClickQuestion question) {
        List<UrlClick> clicks =
                hunted("url-click-events", () -> tenant.threatHunting().fetchClicks(question));
        return clicks.stream()
                .map(click -> ClickRecord.ofHunting(
                        click.at(),
                        click.user(),
                        click.url(),
                        click.actionText(),
                        isPastWarning(click),
                        click.networkMessageId()))
                .toList();
    }

    /** A page that was allowed is clicked through as well; past a warning one goes only where there was one. */
    private static boolean isPastWarning(UrlClick click) {
        return click.action() != ThreatHunting.ClickAction.CLICK_ALLOWED
                && click.clickedThrough().orElse(false);
    }

    List<Delivery> huntedMails(MailQuestion question) {
        List<DeliveredMail> mails =
                hunted("email-events", () -> tenant.threatHunting().fetchMails(question));
        mails.forEach(mail -> know(mail.internetMessageId()));
        return mails.stream()
                .map(mail -> new Delivery(
                        Source.HUNTING,
                        mail.at(),
                        mail.sender(),
                        mail.recipient(),
                        mail.subject(),
                        mail.internetMessageId(),
                        mail.networkMessageId(),
                        Fate.ofHunting(mail.actionText(), mail.location()),
                        mail.at(),
                        List.of()))
                .toList();
    }

    /** What was done with mails after they had been delivered. */
    List<Delivery> touchedAfterwards(MailQuestion question) {
        List<PostDelivery> touched = hunted(
                "email-post-delivery-events", () -> tenant.threatHunting().fetchPostDelivery(question));
        touched.forEach(mail -> know(mail.internetMessageId()));
        return touched.stream()
                .filter(mail -> mail.succeeded().orElse(false))
                .map(mail -> new Delivery(
                        Source.HUNTING,
                        mail.at(),
                        "",
                        mail.recipient(),
                        "",
                        mail.internetMessageId(),
                        mail.networkMessageId(),
                        fate(mail),
                        mail.at(),
                        List.of()))
                .toList();
    }

    private static Fate fate(PostDelivery mail) {
        String location = mail.location().toLowerCase(Locale.ROOT);
        if (location.contains("quarantine")) {
            return Fate.QUARANTINED;
        }
        if (location.contains("junk")) {
            return Fate.JUNKED;
        }
        return location.contains("inbox") ? Fate.DELIVERED : Fate.REMOVED;
    }

    List<Delivery> traced(TraceQuestion question) {
        Attempt<List<TracedMail>> attempt =
                Attempt.of(() -> tenant.tracedMails().fetchMails(question));
        return switch (attempt) {
            case Attempt.Unread<List<TracedMail>>(Failure failure) -> unread(Source.MESSAGE_TRACE, failure);
            case Attempt.Read<List<TracedMail>>(Reading<List<TracedMail>> read) -> {
                seen(
                        Source.MESSAGE_TRACE,
                        "message-trace",
                        from,
                        Optional.of(read.readAt().minus(TRACE_DELAY)),
                        read);
                read.value().forEach(mail -> know(mail.internetMessageId()));
                yield read.value().stream()
                        .filter(mail -> mail.status() != TraceStatus.EXPANDED)
                        .map(SourceReadings::delivery)
                        .toList();
            }
        };
    }

    private static Delivery delivery(TracedMail mail) {
        return new Delivery(
                Source.MESSAGE_TRACE,
                mail.receivedAt(),
                mail.sender(),
                mail.recipient(),
                mail.subject(),
                mail.internetMessageId(),
                mail.traceId(),
                Fate.ofTrace(mail.statusText()),
                mail.receivedAt(),
                List.of());
    }

    List<Delivery> quarantined(QuarantineQuestion question) {
        Attempt<List<QuarantinedMessage>> attempt =
                Attempt.of(() -> tenant.quarantine().fetchMessages(question));
        return switch (attempt) {
            case Attempt.Unread<List<QuarantinedMessage>>(Failure failure) -> unread(Source.QUARANTINE, failure);
            case Attempt.Read<List<QuarantinedMessage>>(Reading<List<QuarantinedMessage>> read) -> {
                seen(Source.QUARANTINE, "quarantine", from, Optional.of(read.readAt()), read);
                read.value().forEach(mail -> know(mail.internetMessageId()));
                yield read.value().stream()
                        .flatMap(mail -> mail.recipients().stream().map(recipient -> delivery(mail, recipient, read)))
                        .toList();
            }
        };
    }

    private static Delivery delivery(QuarantinedMessage mail, String recipient, Reading<?> read) {
        return new Delivery(
                Source.QUARANTINE,
                mail.receivedAt().orElse(read.readAt()),
                mail.sender(),
                recipient,
                mail.subject(),
                mail.internetMessageId(),
                mail.networkMessageId(),
                mail.release() == Release.RELEASED ? Fate.DELIVERED : Fate.QUARANTINED,
                read.readAt(),
                List.of());
    }

    private <T> List<T> hunted(String kind, Supplier<Reading<List<T>>> question) {
        if (isWithoutLicence()) {
            return List.of();
        }
        return switch (Attempt.of(question)) {
            case Attempt.Unread<List<T>>(Failure failure) -> unread(Source.HUNTING, failure);
            case Attempt.Read<List<T>>(Reading<List<T>> read) -> {
                seen(Source.HUNTING, kind, from, Optional.of(read.readAt().minus(ThreatHunting.USUALLY_LATE)), read);
                yield read.value();
            }
        };
    }

    private synchronized boolean isWithoutLicence() {
        return reaches.get(Source.HUNTING) instanceof Reach.NotLicensed;
    }

    private synchronized void know(String headerId) {
        if (!headerId.isBlank()) {
            headerIds.putIfAbsent(MailScope.compared(headerId), headerId.strip());
        }
    }

    private synchronized void seen(
            Source source,
            String kind,
            Instant since,
            Optional<Instant> through,
            Reading<? extends Collection<?>> reading) {
        readings.add(new MailScope.Seen(kind, reading));
        merge(Reach.of(source, since, through, reading));
    }

    private synchronized <T> List<T> unread(Source source, Failure failure) {
        merge(Reach.of(source, failure.reason(), failure.meaning() + " " + failure.remedy()));
        return List.of();
    }

    /** Of several questions to one source, the worst answer counts for it, with the rows of all. */
    private void merge(Reach reach) {
        reaches.merge(reach.source(), reach, SourceReadings::worse);
    }

    private static Reach worse(Reach one, Reach other) {
        if (one instanceof Reach.Read first && other instanceof Reach.Read second) {
            return new Reach.Read(
                    first.source(),
                    first.from().isAfter(second.from()) ? first.from() : second.from(),
                    earlier(first.completeThrough(), second.completeThrough()),
                    first.readAt().isAfter(second.readAt()) ? first.readAt() : second.readAt(),
                    first.rows() + second.rows(),
                    first.missing().or(second::missing));
        }
        return one instanceof Reach.Read ? other : one;
    }

    private static Optional<Instant> earlier(Optional<Instant> one, Optional<Instant> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return Optional.empty();
        }
        return one.get().isBefore(other.get()) ? one : other;
    }
}

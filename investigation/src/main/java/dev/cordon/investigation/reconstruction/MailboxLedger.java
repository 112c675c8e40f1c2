package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Party;
import dev.cordon.investigation.records.MailDetail;
import dev.cordon.investigation.records.MailDetail.Access;
import dev.cordon.investigation.records.MailDetail.Message;
import dev.cordon.investigation.records.MailDetail.Throttling;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The accesses of one mailbox: a Bind names messages, a Sync stands for a whole folder, and once accesses are
 * throttled nothing single is recorded for a day. Filled in any order; for one thread.
 */
final class MailboxLedger {
    /** Microsoft puts single accesses of two minutes into one row: what comes again within them is one access. */
    static final Duration WINDOW = Duration.ofMinutes(2);

    /** So long single accesses are not recorded after too many of them. */
    static final Duration THROTTLED = Duration.ofHours(24);

    private static final Comparator<RowRef> EARLIER =
            Comparator.comparing(RowRef::at).thenComparing(RowRef::exhibit).thenComparingLong(RowRef::row);

    private final Map<String, Mention> messages = new HashMap<>();
    private final Map<String, Folder> folders = new TreeMap<>();
    private final List<RowRef> throttlings = new ArrayList<>();
    private final List<Bound.SentOn> sentOn = new ArrayList<>();
    private final Set<String> strangers = new TreeSet<>();
    private final Span unnamed = new Span();
    private final Span notAttributed = new Span();
    private final Span attackers = new Span();
    private boolean recorded;
    private long rows;

    /** Takes in a row of MailItemsAccessed. */
    void add(EvidenceRow row, Party party) {
        recorded = true;
        if (row.detail().mail().throttling() == Throttling.ON) {
            throttlings.add(RowRef.to(row));
        }
        if (row.failed()) {
            return;
        }
        switch (party) {
            case ATTACKER -> accessed(row);
            case UNKNOWN -> {
                notAttributed.add(row, 1);
                strangers.add(row.address().isEmpty() ? "(no address)" : row.address());
            }
            case USER, OURS -> {}
        }
    }

    /** Notes that the attacker did something in this mailbox, or as its owner, whatever it was. */
    void touched(EvidenceRow row) {
        attackers.add(row, 1);
    }

    /** Notes that he had the mail of this mailbox sent on. */
    void forwarded(MailAct act) {
        sentOn.add(new Bound.SentOn(act.text(), act.shownBy().at(), act.shownBy()));
    }

    /** Notes a rule of his of which the row does not say what it does. */
    void mayBeForwarded(EvidenceRow row) {
        sentOn.add(new Bound.SentOn("", row.record().at(), RowRef.to(row)));
    }

    private void accessed(EvidenceRow row) {
        rows++;
        MailDetail mail = row.detail().mail();
        String context = row.address() + "\n" + row.session() + "\n"
                + Names.plain(row.record().userAgent());
        mail.messages()
                .forEach(message -> messages.computeIfAbsent(
                                Names.plain(message.internetMessageId()), none -> new Mention(message))
                        .add(message, context, row));
        boolean wholeFolder = mail.access() == Access.SYNC
                || (mail.access() == Access.NOT_SAID && mail.messages().isEmpty());
        if (wholeFolder) {
            Set<String> named = new TreeSet<>(mail.folders());
            mail.messages().forEach(message -> named.add(message.folder()));
            (named.isEmpty() ? Set.of("") : named)
                    .forEach(path ->
                            folders.computeIfAbsent(path, none -> new Folder()).add(row));
        } else {
            long without =
                    Math.max(mail.unnamed(), mail.operations() - mail.messages().size());
            // A row that stands for no named message at all stands for one at least.
            without = mail.messages().isEmpty() ? Math.max(1, without) : without;
            if (without > 0) {
                unnamed.add(row, without);
            }
        }
    }

    /** Whether the attacker did anything here or is known to have been here. */
    boolean concerns(boolean inCare) {
        return inCare || attackers.count > 0 || !sentOn.isEmpty();
    }

    /**
     * What it comes to.
     *
     * @param lastRow of the log that records accesses
     * @param suspected since when he may have been here, where no row shows him here
     */
    MailAccess access(String mailbox, Optional<Instant> lastRow, Optional<Instant> suspected) {
        List<AccessedMessage> named = messages.values().stream()
                .map(Mention::message)
                .sorted(Comparator.comparing(AccessedMessage::first).thenComparing(AccessedMessage::internetMessageId))
                .toList();
        return new MailAccess(
                mailbox,
                named,
                rows,
                named.stream().mapToLong(AccessedMessage::mentions).sum(),
                named.stream().mapToLong(AccessedMessage::accesses).sum(),
                bounds(lastRow, suspected));
    }

    private List<Bound> bounds(Optional<Instant> lastRow, Optional<Instant> suspected) {
        List<Bound> bounds = new ArrayList<>(throttled());
        folders.forEach((path, folder) -> bounds.add(folder.bound(path)));
        sentOn.stream()
                .sorted(Comparator.comparing(Bound.SentOn::shownBy, EARLIER).thenComparing(Bound.SentOn::destination))
                .forEach(bounds::add);
        if (unnamed.count > 0) {
            bounds.add(new Bound.Unnamed(unnamed.count, unnamed.first(), unnamed.last()));
        }
        if (notAttributed.count > 0) {
            bounds.add(new Bound.NotAttributed(
                    notAttributed.count, List.copyOf(strangers), notAttributed.first(), notAttributed.last()));
        }
        if (!recorded) {
            (attackers.count > 0 ? Optional.of(attackers.first()) : suspected)
                    .map(Bound.NotRecorded::new)
                    .ifPresent(bounds::add);
        }
        lastRow.ifPresent(at -> bounds.add(new Bound.AfterTheRows(at)));
        return bounds;
    }

    /** Days that overlap are one time. */
    private List<Bound> throttled() {
        List<Bound> times = new ArrayList<>();
        Bound.@Nullable Throttled open = null;
        for (RowRef row : throttlings.stream().sorted(EARLIER).toList()) {
            Instant end = row.at().plus(THROTTLED);
            if (open == null || row.at().isAfter(open.end())) {
                if (open != null) {
                    times.add(open);
                }
                open = new Bound.Throttled(row.at(), end, row);
            } else {
                open = new Bound.Throttled(open.from(), end, open.shownBy());
            }
        }
        if (open != null) {
            times.add(open);
        }
        return times;
    }

    /** What the rows say of one message. */
    private static final class Mention {
        private final Map<String, List<Instant>> byContext = new HashMap<>();
        private final Set<String> folders = new TreeSet<>();
        private String id;
        private String subject = "";
        private @Nullable RowRef first;

        Mention(Message message) {
            this.id = message.internetMessageId();
        }

        void add(Message message, String context, EvidenceRow row) {
            byContext
                    .computeIfAbsent(context, none -> new ArrayList<>())
                    .add(row.record().at());
            if (!message.folder().isBlank()) {
                folders.add(message.folder());
            }
            // Spellings differ; which one is shown must not hang on the order of the rows.
            id = message.internetMessageId().compareTo(id) < 0 ? message.internetMessageId() : id;
            if (subject.isBlank()
                    || (!message.subject().isBlank() && message.subject().compareTo(subject) < 0)) {
                subject = message.subject();
            }
            RowRef here = RowRef.to(row);
            first = first == null || EARLIER.compare(here, first) < 0 ? here : first;
        }

        AccessedMessage message() {
            RowRef shownBy = requireNonNull(first, "a mention without a row");
            Instant last = byContext.values().stream()
                    .flatMap(List::stream)
                    .max(Comparator.naturalOrder())
                    .orElse(shownBy.at());
            return new AccessedMessage(
                    id,
                    subject,
                    List.copyOf(folders),
                    shownBy.at(),
                    last,
                    byContext.values().stream().mapToLong(List::size).sum(),
                    byContext.values().stream().mapToLong(Mention::windows).sum(),
                    shownBy);
        }

        private static long windows(List<Instant> times) {
            long windows = 0;
            Instant end = Instant.MIN;
            for (Instant at : times.stream().sorted().toList()) {
                if (at.isAfter(end)) {
                    windows++;
                    end = at.plus(WINDOW);
                }
            }
            return windows;
        }
    }

    /** A folder that was fetched whole. */
    private static final class Folder {
        private final Span span = new Span();
        private @Nullable RowRef first;

        void add(EvidenceRow row) {
            span.add(row, 1);
            RowRef here = RowRef.to(row);
            first = first == null || EARLIER.compare(here, first) < 0 ? here : first;
        }

        Bound bound(String path) {
            RowRef shownBy = requireNonNull(first, "a folder without a row");
            return new Bound.WholeFolder(path, span.count, span.first(), span.last(), shownBy);
        }
    }

    /** How much there was, and from when to when. */
    private static final class Span {
        private long count;
        private Instant first = Instant.MAX;
        private Instant last = Instant.MIN;

        void add(EvidenceRow row, long more) {
            Instant at = row.record().at();
            count += more;
            first = at.isBefore(first) ? at : first;
            last = at.isAfter(last) ? at : last;
        }

        Instant first() {
            return first;
        }

        Instant last() {
            return last;
        }
    }
}

package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Party;
import dev.cordon.investigation.reconstruction.Presence.Stay;
import dev.cordon.investigation.reconstruction.TracedMail.Hand;
import dev.cordon.investigation.reconstruction.TracedMail.Kind;
import dev.cordon.investigation.records.LogRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Reads the message trace once it is known where the attacker was. A row of the trace is never held against anybody by its address, which is
 * that of a server. Filled in any order; for one thread.
 */
final class TraceDrawing {
    private static final Comparator<RowRef> EARLIER =
            Comparator.comparing(RowRef::at).thenComparing(RowRef::exhibit).thenComparingLong(RowRef::row);

    private final Presence presence;
    private final Map<String, Leaving> mailboxes = new TreeMap<>();
    private final Map<String, Set<String>> received = new HashMap<>();
    private final List<EvidenceRow> toDestinations = new ArrayList<>();

    TraceDrawing(Presence presence) {
        this.presence = presence;
        presence.stays().forEach((mailbox, stay) -> mailboxes.put(mailbox, new Leaving(stay.lingering())));
    }

    void see(EvidenceRow row) {
        if (row.record().log() != LogRecord.Log.MESSAGE_TRACE) {
            return;
        }
        String id = Names.plain(row.detail().trace().internetMessageId());
        boolean forwarded = false;
        for (String recipient : row.recipients()) {
            String mailbox = presence.mailbox(recipient);
            if (!id.isEmpty() && presence.isForwarded(mailbox)) {
                received.computeIfAbsent(mailbox, none -> new HashSet<>()).add(id);
            }
            forwarded |= !presence.forwardedTo(recipient).isEmpty();
        }
        if (forwarded) {
            toDestinations.add(row);
        }
        leaving(presence.mailbox(row.record().actor()))
                .filter(mailbox -> mailbox.stay.has(row.record().at()))
                .ifPresent(mailbox -> mailbox.sent(row, id));
    }

    private Optional<Leaving> leaving(String mailbox) {
        return Optional.ofNullable(mailboxes.get(mailbox));
    }

    List<OutgoingMail> drawn() {
        toDestinations.forEach(this::forwarded);
        List<OutgoingMail> drawn = new ArrayList<>();
        mailboxes.forEach((mailbox, leaving) -> drawn.add(leaving.drawn(mailbox)));
        return drawn;
    }

    /** What came into the mailbox and went on to his address, or was sent there as the mailbox's own, since he had it forwarded. */
    private void forwarded(EvidenceRow row) {
        String id = Names.plain(row.detail().trace().internetMessageId());
        String sender = presence.mailbox(row.record().actor());
        for (String recipient : row.recipients()) {
            presence.forwardedTo(recipient).forEach((mailbox, since) -> {
                boolean came = received.getOrDefault(mailbox, Set.of()).contains(id);
                if (!row.record().at().isBefore(since) && (came || sender.equals(mailbox))) {
                    leaving(mailbox).ifPresent(one -> one.forwarded(row, id, recipient));
                }
            });
        }
    }

    /** What left one mailbox. */
    private final class Leaving {
        private final Stay stay;
        private final Map<String, Mail> sent = new HashMap<>();
        private final Map<String, Mail> forwarded = new HashMap<>();
        private final Set<String> usersOwn = new HashSet<>();

        Leaving(Stay stay) {
            this.stay = stay;
        }

        void sent(EvidenceRow row, String id) {
            switch (presence.senderOf(id)) {
                case USER, OURS -> usersOwn.add(id);
                case ATTACKER, UNKNOWN ->
                    sent.computeIfAbsent(key(row, id), none -> new Mail()).add(row, row.recipients());
            }
        }

        void forwarded(EvidenceRow row, String id, String recipient) {
            forwarded.computeIfAbsent(key(row, id), none -> new Mail()).add(row, List.of(recipient));
        }

        private static String key(EvidenceRow row, String id) {
            return id.isEmpty() ? "row " + row.record().id() : id;
        }

        OutgoingMail drawn(String mailbox) {
            List<TracedMail> mails = new ArrayList<>();
            sent.forEach((id, mail) -> {
                boolean his = presence.senderOf(id) == Party.ATTACKER;
                if (his || !forwarded.containsKey(id)) {
                    mails.add(mail.traced(Kind.SENT, his ? Hand.ATTACKER : Hand.NOT_SHOWN));
                }
            });
            forwarded.forEach((id, mail) -> {
                if (presence.senderOf(id) != Party.ATTACKER || !sent.containsKey(id)) {
                    mails.add(mail.traced(Kind.FORWARDED, Hand.ATTACKER));
                }
            });
            mails.sort(Comparator.comparing(TracedMail::shownBy, EARLIER)
                    .thenComparing(TracedMail::kind)
                    .thenComparing(TracedMail::internetMessageId));
            return new OutgoingMail(
                    mailbox, presence.addresses(mailbox), stay.from(), stay.until(), mails, usersOwn.size());
        }
    }

    /** What the rows of one mail say, one for each recipient. */
    private static final class Mail {
        private final Set<String> recipients = new TreeSet<>();
        private final Set<String> statuses = new TreeSet<>();
        private @Nullable EvidenceRow first;

        void add(EvidenceRow row, List<String> to) {
            recipients.addAll(to);
            if (!row.record().result().isBlank()) {
                statuses.add(row.record().result());
            }
            first = first == null || EARLIER.compare(RowRef.to(row), RowRef.to(first)) < 0 ? row : first;
        }

        TracedMail traced(Kind kind, Hand hand) {
            EvidenceRow row = requireNonNull(first, "a mail without a row");
            return new TracedMail(
                    kind,
                    hand,
                    row.detail().trace().internetMessageId(),
                    row.detail().trace().subject(),
                    List.copyOf(recipients),
                    List.copyOf(statuses),
                    RowRef.to(row));
        }
    }
}

package dev.cordon.response;

import static java.util.stream.Collectors.groupingBy;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.Exhibit;
import dev.cordon.incident.Account;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LogCollection;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.MailSamples.Sample;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Seals the mails that the stored rows name as what the attacker did, each as the mailbox still has it. One that is sealed is not asked for
 * again, so that what was killed goes on where it was. One thread.
 */
final class SampleMails {
    /** What the collection is called in the journal. */
    static final String SOURCE = "mail-samples";

    /** The kind of a mail that a row shows the attacker to have written. */
    static final String ATTACKERS = "attacker-mail";

    /** The kind of one that may be the user's own: deleted or forwarded by the attacker, or of nobody's hand known. */
    static final String OTHERS = "mail-sample";

    private static final int MOST_NAMED = 5;

    private final Workspace workspace;
    private final Tenant tenant;
    private final CaseRecord record;
    private final Actor actor;
    private final int most;

    /**
     * For an incident.
     *
     * @param tenant in the lane of collection
     * @param most so many mails are asked for, in the order of {@link NamedMails}
     */
    SampleMails(Workspace workspace, Tenant tenant, CaseRecord record, Actor actor, int most) {
        this.workspace = workspace;
        this.tenant = tenant;
        this.record = record;
        this.actor = actor;
        this.most = most;
    }

    /**
     * Samples.
     *
     * @return how it ended for each mailbox; a mailbox at which this thread was interrupted is left out
     */
    List<CaseEntry.CollectionEnded> sample() {
        Account account = record.incident().account();
        NamedMails named =
                NamedMails.of(new ReconstructAttack(workspace).of(record).reconstruction());
        List<NamedMails.Mail> asked = named.all().stream().limit(most).toList();
        Map<String, List<NamedMails.Mail>> mailboxes =
                asked.stream().collect(groupingBy(NamedMails.Mail::mailbox, LinkedHashMap::new, Collectors.toList()));
        if (mailboxes.isEmpty()) {
            mailboxes.put(account.userPrincipalName(), List.of());
        }
        String beyond = beyond(named, asked.size());
        List<CaseEntry.CollectionEnded> ended = new ArrayList<>();
        for (Map.Entry<String, List<NamedMails.Mail>> mailbox : mailboxes.entrySet()) {
            if (!Thread.currentThread().isInterrupted()) {
                new Round(mailbox.getKey(), mailbox.getValue()).read(beyond).ifPresent(ended::add);
            }
        }
        return ended;
    }

    /** What of the rows' mails is not asked for; empty text where all are. */
    private String beyond(NamedMails named, int asked) {
        int left = named.all().size() - asked;
        String more = left == 0
                ? ""
                : "The rows name " + named.all().size() + " mails, of which the first " + asked
                        + " were asked for; --mails " + named.all().size() + " asks for all. ";
        return more
                + (named.withoutId() == 0
                        ? ""
                        : named.withoutId() + (named.withoutId() == 1 ? " row tells" : " rows tell")
                                + " of mail and not of which, so that nobody can look for it. ");
    }

    private Set<String> sealed() {
        return workspace.vault().exhibits(id()).stream()
                .filter(exhibit ->
                        exhibit.kind().equals(ATTACKERS) || exhibit.kind().equals(OTHERS))
                .map(Exhibit::subject)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private IncidentId id() {
        return record.incident().id();
    }

    /** One mailbox. */
    private final class Round {
        private final String mailbox;
        private final List<NamedMails.Mail> mails;
        private final int number;
        private final Instant from;
        private final List<String> gone = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private long held;

        Round(String mailbox, List<NamedMails.Mail> mails) {
            this.mailbox = mailbox;
            this.mails = mails;
            this.number = 1
                    + record.state().chronicle().collections().stream()
                            .filter(known ->
                                    known.source().equals(SOURCE) && known.of().equals(mailbox))
                            .mapToInt(LogCollection::round)
                            .max()
                            .orElse(0);
            this.from = mails.stream()
                    .map(NamedMails.Mail::at)
                    .min(Instant::compareTo)
                    .orElse(record.incident().openedAt());
        }

        /** Reads them all; empty where this thread is interrupted, so that the next one goes on. */
        Optional<CaseEntry.CollectionEnded> read(String beyond) {
            Instant now = tenant.clock().now();
            append(new CaseEntry.CollectionBegan(SOURCE, mailbox, number, from, now));
            Set<String> sealed = sealed();
            Optional<TenantException> refused = Optional.empty();
            for (NamedMails.Mail mail : mails) {
                if (sealed.contains(mail.subject())) {
                    held++;
                } else if (refused.isEmpty()) {
                    refused = fetch(mail);
                }
                if (Thread.currentThread().isInterrupted()) {
                    return Optional.empty();
                }
            }
            CaseEntry.CollectionEnded ended = ended(now, refused, beyond);
            append(ended);
            return Optional.of(ended);
        }

        /** A refusal is the mailbox's and stops it; anything else is this mail's. */
        private Optional<TenantException> fetch(NamedMails.Mail mail) {
            try {
                switch (tenant.mailSamples().fetch(asked(), mail.internetMessageId())) {
                    case Sample.Found(Answer mime) -> {
                        seal(mail, mime);
                        held++;
                    }
                    case Sample.TooLarge _ -> unread.add(mail.internetMessageId() + " (too large)");
                    case Sample.NotFound _ -> gone.add(mail.internetMessageId());
                }
                return Optional.empty();
            } catch (TenantException e) {
                if (CollectionEnd.of(e.failure()) instanceof CollectionEnd.NotPermitted) {
                    return Optional.of(e);
                }
                unread.add(mail.internetMessageId() + " ("
                        + e.failure().reason().inWords() + ": " + e.failure().meaning() + ")");
                return Optional.empty();
            }
        }

        /** The account may have another name by now. */
        private String asked() {
            Account account = record.incident().account();
            return mailbox.equalsIgnoreCase(account.userPrincipalName()) ? account.objectId() : mailbox;
        }

        private void seal(NamedMails.Mail mail, Answer mime) {
            workspace
                    .vault()
                    .seal(
                            id(),
                            new Acquisition(
                                    mail.isAttackers() ? ATTACKERS : OTHERS,
                                    mail.subject(),
                                    mime.request(),
                                    mime.requestId(),
                                    mime.date(),
                                    mime.mediaType().isBlank() ? "text/plain" : mime.mediaType(),
                                    mime.body().toArray()));
        }

        private CaseEntry.CollectionEnded ended(Instant now, Optional<TenantException> refused, String beyond) {
            StringBuilder reason = new StringBuilder(
                    mails.isEmpty() && beyond.isEmpty()
                            ? "The stored rows name no mail that the attacker sent, forwarded or deleted. "
                            : "");
            refused.ifPresent(e -> reason.append(e.failure().meaning())
                    .append(' ')
                    .append(e.failure().remedy())
                    .append(' '));
            told(reason, gone, "gone from the mailbox and from what it still holds of deleted items");
            told(reason, unread, "not read");
            reason.append(beyond);
            CollectionOutcome outcome = refused.isPresent()
                    ? CollectionOutcome.NOT_PERMITTED
                    : unread.isEmpty() && beyond.isEmpty() ? CollectionOutcome.COMPLETE : CollectionOutcome.CUT_OFF;
            return new CaseEntry.CollectionEnded(
                    SOURCE,
                    mailbox,
                    number,
                    from,
                    now,
                    Optional.empty(),
                    mails.size(),
                    held,
                    unread.size(),
                    outcome,
                    reason.toString().strip(),
                    Optional.empty());
        }

        private void told(StringBuilder reason, List<String> ids, String what) {
            if (!ids.isEmpty()) {
                reason.append(ids.size())
                        .append(" of ")
                        .append(mails.size())
                        .append(ids.size() == 1 ? " is " : " are ")
                        .append(what)
                        .append(": ")
                        .append(ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", ")))
                        .append(ids.size() > MOST_NAMED ? " and more. " : ". ");
            }
        }

        private void append(CaseEntry entry) {
            workspace.journal().append(id(), tenant.clock().now(), actor, entry);
        }
    }
}

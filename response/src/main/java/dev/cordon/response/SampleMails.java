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
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.MailSamples;
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
 * again, so that what was killed goes on where it was; while rows may still come it is done again with them. One thread.
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
    private final IncidentId id;
    private final Account account;
    private final Instant openedAt;
    private final Actor actor;
    private final int most;
    private final IncidentRows rows;

    /**
     * For an incident.
     *
     * @param tenant in the lane of collection
     * @param most so many mails are asked for, in the order of {@link NamedMails}; where it is 0 nothing is done
     * @param rows that may name them
     */
    SampleMails(Workspace workspace, Tenant tenant, CaseRecord record, Actor actor, int most, IncidentRows rows) {
        this.workspace = workspace;
        this.tenant = tenant;
        this.rows = rows;
        this.id = record.incident().id();
        this.account = record.incident().account();
        this.openedAt = record.incident().openedAt();
        this.actor = actor;
        this.most = most;
    }

    /**
     * Samples once more where mails were sampled before and there may be more by now: it was cut off, rows have come, or all that was awaited is
     * read. No more than before are asked for where a bound left some out, else as many as usual.
     *
     * @param rowsCame whether the logs brought rows since
     * @param rows that may name mails
     */
    static List<CaseEntry.CollectionEnded> again(
            Workspace workspace, Tenant tenant, CaseRecord record, Actor actor, boolean rowsCame, IncidentRows rows) {
        List<LogCollection> before = sampled(workspace, record.incident().id());
        AwaitedLogs awaited =
                AwaitedLogs.of(KnownCollections.of(workspace, record.incident().id()));
        boolean isCutOff = before.stream().anyMatch(each -> !each.isEnded());
        boolean isAwaited = awaited.logs().isEmpty() && before.stream().anyMatch(SampleMails::isWaiting);
        return isCutOff || isAwaited || (rowsCame && !before.isEmpty())
                ? new SampleMails(workspace, tenant, record, actor, most(before), rows).sample()
                : List.of();
    }

    private static boolean isWaiting(LogCollection sampled) {
        return sampled.ended()
                .filter(end ->
                        end.outcome() == CollectionOutcome.LATE || end.againAt().isPresent())
                .isPresent();
    }

    static int most(List<LogCollection> before) {
        List<CaseEntry.CollectionEnded> ended =
                before.stream().flatMap(each -> each.ended().stream()).toList();
        int asked = Math.toIntExact(
                ended.stream().mapToLong(CaseEntry.CollectionEnded::rows).sum());
        boolean isBounded = ended.stream().anyMatch(CaseEntry.CollectionEnded::bounded);
        return isBounded ? asked : Math.max(asked, CollectLogs.Request.USUAL_MAILS);
    }

    private static List<LogCollection> sampled(Workspace workspace, IncidentId incident) {
        return RunState.of(workspace.journal().entries(incident)).chronicle().collections().stream()
                .filter(known -> known.source().equals(SOURCE))
                .toList();
    }

    /** Journals that mails are to be sampled: whoever goes on after a death before that does it. */
    void begin() {
        if (most > 0) {
            append(new CaseEntry.CollectionBegan(
                    SOURCE,
                    account.userPrincipalName(),
                    number(account.userPrincipalName()),
                    openedAt,
                    tenant.clock().now()));
        }
    }

    /** One that was begun and not ended is gone on with. */
    private int number(String mailbox) {
        return sampled(workspace, id).stream()
                .filter(known -> known.of().equals(mailbox))
                .mapToInt(known -> known.isEnded() ? known.round() + 1 : known.round())
                .max()
                .orElse(1);
    }

    /**
     * Samples.
     *
     * @return how it ended for each mailbox; a mailbox at which this thread was interrupted is left out
     */
    List<CaseEntry.CollectionEnded> sample() {
        if (most == 0) {
            return List.of();
        }
        NamedMails named = NamedMails.of(new ReconstructAttack(workspace)
                .of(new Incidents(workspace).show(id), rows)
                .reconstruction());
        List<NamedMails.Mail> asked = named.all().stream().limit(most).toList();
        Map<String, List<NamedMails.Mail>> mailboxes =
                asked.stream().collect(groupingBy(this::mailbox, LinkedHashMap::new, Collectors.toList()));
        sampled(workspace, id).forEach(before -> mailboxes.putIfAbsent(before.of(), List.of()));
        Beyond beyond = beyond(named, asked.size());
        AwaitedLogs awaited = AwaitedLogs.of(KnownCollections.of(workspace, id));
        List<CaseEntry.CollectionEnded> ended = new ArrayList<>();
        for (Map.Entry<String, List<NamedMails.Mail>> mailbox : mailboxes.entrySet()) {
            if (!Thread.currentThread().isInterrupted()) {
                new Round(mailbox.getKey(), mailbox.getValue())
                        .read(beyond, awaited)
                        .ifPresent(ended::add);
            }
        }
        return List.copyOf(ended);
    }

    /** Rows may write the account's name in other letters. */
    private String mailbox(NamedMails.Mail mail) {
        return mail.mailbox().equalsIgnoreCase(account.userPrincipalName())
                ? account.userPrincipalName()
                : mail.mailbox();
    }

    /**
     * What of the rows' mails is not asked for.
     *
     * @param text for people; empty where all are
     * @param bounded whether the bound leaves some out
     */
    private record Beyond(String text, boolean bounded) {}

    private static Beyond beyond(NamedMails named, int asked) {
        int left = named.all().size() - asked;
        String more = left == 0
                ? ""
                : "The rows name " + named.all().size() + " mails, of which the first " + asked + " were asked for"
                        + "; --mails " + named.all().size() + " asks for all. ";
        String without = named.withoutId() == 0
                ? ""
                : named.withoutId() + (named.withoutId() == 1 ? " row tells" : " rows tell")
                        + " of mail and not of which, so that nobody can look for it. ";
        return new Beyond(more + without, left > 0);
    }

    private Set<String> sealed() {
        return workspace.vault().exhibits(id).stream()
                .filter(exhibit ->
                        exhibit.kind().equals(ATTACKERS) || exhibit.kind().equals(OTHERS))
                .map(Exhibit::subject)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void append(CaseEntry entry) {
        workspace.journal().append(id, tenant.clock().now(), actor, entry);
    }

    /** One mailbox. */
    private final class Round {
        private final String mailbox;
        private final List<NamedMails.Mail> mails;
        private final int number;
        private final Instant from;
        private final List<String> notFound = new ArrayList<>();
        private final List<String> tooLarge = new ArrayList<>();
        private final List<String> unread = new ArrayList<>();
        private long held;

        Round(String mailbox, List<NamedMails.Mail> mails) {
            this.mailbox = mailbox;
            this.mails = mails;
            this.number = number(mailbox);
            this.from = mails.stream()
                    .map(NamedMails.Mail::at)
                    .min(Instant::compareTo)
                    .orElse(openedAt);
        }

        /** Reads them all; empty where this thread is interrupted, so that the next one goes on. */
        Optional<CaseEntry.CollectionEnded> read(Beyond beyond, AwaitedLogs awaited) {
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
            CaseEntry.CollectionEnded ended = ended(now, refused, beyond, awaited);
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
                    case Sample.TooLarge _ -> tooLarge.add(mail.internetMessageId());
                    case Sample.NotFound _ -> notFound.add(mail.internetMessageId());
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
            return mailbox.equalsIgnoreCase(account.userPrincipalName()) ? account.objectId() : mailbox;
        }

        private void seal(NamedMails.Mail mail, Answer mime) {
            workspace
                    .vault()
                    .seal(
                            id,
                            new Acquisition(
                                    mail.isAttackers() ? ATTACKERS : OTHERS,
                                    mail.subject(),
                                    mime.request(),
                                    mime.requestId(),
                                    mime.date(),
                                    mime.mediaType().isBlank() ? "text/plain" : mime.mediaType(),
                                    mime.body().toArray()));
        }

        private CaseEntry.CollectionEnded ended(
                Instant now, Optional<TenantException> refused, Beyond beyond, AwaitedLogs awaited) {
            StringBuilder reason = new StringBuilder(
                    mails.isEmpty() && beyond.text().isEmpty()
                            ? "The stored rows name no mail that the attacker sent, forwarded or deleted. "
                            : "");
            refused.ifPresent(e -> reason.append(e.failure().meaning())
                    .append(' ')
                    .append(e.failure().remedy())
                    .append(' '));
            told(
                    reason,
                    notFound,
                    "not found in the mailbox's folders, its recoverable items and its purged ones (an online archive is not looked at, and"
                            + " a mail that was sent on may never have lain there)");
            told(reason, tooLarge, "too large, not sealed (more than " + MailSamples.LARGEST / (1024 * 1024) + " MB)");
            told(reason, unread, "not read");
            reason.append(beyond.text()).append(awaited.sentence());
            boolean isMissing =
                    !unread.isEmpty() || !tooLarge.isEmpty() || !beyond.text().isEmpty();
            CollectionOutcome outcome = refused.isPresent()
                    ? CollectionOutcome.NOT_PERMITTED
                    : isMissing
                            ? CollectionOutcome.CUT_OFF
                            : awaited.logs().isEmpty() ? CollectionOutcome.COMPLETE : CollectionOutcome.LATE;
            return new CaseEntry.CollectionEnded(
                    SOURCE,
                    mailbox,
                    number,
                    from,
                    now,
                    Optional.empty(),
                    mails.size(),
                    held,
                    unread.size() + tooLarge.size(),
                    outcome,
                    reason.toString().strip(),
                    refused.isPresent() ? Optional.empty() : awaited.againAt(),
                    beyond.bounded());
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
    }
}

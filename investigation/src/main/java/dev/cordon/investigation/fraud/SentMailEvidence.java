package dev.cordon.investigation.fraud;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.Organisation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything that tells of mail that left one mailbox.
 *
 * @param addresses every address of the mailbox, lower-case
 * @param since since when the attacker was there; empty where nobody knows, and all that is given is looked at
 * @param organisation whose mailbox
 * @param picture whose addresses and sessions are whose
 * @param trace rows of the message trace with one of the addresses as sender
 * @param audit what the mailbox's audit says of mails
 * @param mailbox mails that lie in the mailbox, received ones too
 * @param traceRead how far the trace can be counted on
 * @param auditRead how far the audit can be
 * @param mailboxRead how far the mailbox was read
 */
public record SentMailEvidence(
        Set<String> addresses,
        Optional<Instant> since,
        Organisation organisation,
        AttackPicture picture,
        List<TracedSend> trace,
        List<AuditedMail> audit,
        List<MailSeen> mailbox,
        Coverage traceRead,
        Coverage auditRead,
        Coverage mailboxRead) {
    public SentMailEvidence {
        addresses = addresses.stream()
                .map(Addresses::bare)
                .filter(address -> !address.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        requireNonNull(since, "since is null");
        requireNonNull(organisation, "organisation is null");
        requireNonNull(picture, "picture is null");
        trace = List.copyOf(trace);
        audit = List.copyOf(audit);
        mailbox = List.copyOf(mailbox);
        requireNonNull(traceRead, "traceRead is null");
        requireNonNull(auditRead, "auditRead is null");
        requireNonNull(mailboxRead, "mailboxRead is null");
    }

    boolean isSince(Instant at) {
        return since.filter(at::isBefore).isEmpty();
    }
}

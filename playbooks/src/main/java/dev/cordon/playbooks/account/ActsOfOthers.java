package dev.cordon.playbooks.account;

import dev.cordon.investigation.AttackPicture;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry.ActedByOther;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Puts down what others did to the account since the attack began, so that the timeline tells who else acts: a security team, an automatism
 * of Microsoft's, a colleague. Known by its row in the log, each act once.
 */
final class ActsOfOthers {
    private final StepContext context;
    private final AttackPicture picture;
    private final Caller caller;
    private final Set<String> known;

    private ActsOfOthers(StepContext context, AttackPicture picture, Caller caller) {
        this.context = context;
        this.picture = picture;
        this.caller = caller;
        this.known = new HashSet<>(context.state().chronicle().actsOfOthers().stream()
                .map(ActedByOther::event)
                .toList());
    }

    /** What the logs of this run show, and {@code late}, rows that came after them. */
    static void putDown(StepContext context, CaseFile file, List<AuditEvent> late) throws InterruptedException {
        AttackPicture picture = file.picture();
        ActsOfOthers acts = new ActsOfOthers(context, picture, file.card().caller());
        Stream.concat(picture.audits().stream(), late.stream()).forEach(acts::directory);
        picture.mailboxChanges().forEach(acts::mailbox);
    }

    private void directory(AuditEvent event) {
        String who = event.actorName().isBlank() ? event.actorId() : event.actorName();
        if (event.succeeded()
                && isOthers(event.actorId(), event.actorIp())
                && isOthers(event.actorName(), event.actorIp())) {
            putDown("directoryAudits", event.id(), event.at(), who, event.activity());
        }
    }

    /** Who turns everybody's mail has done nothing to this account. */
    private void mailbox(MailboxEvent event) {
        if (isOthers(event.actor(), event.clientIp()) && picture.isOfMailbox(event)) {
            putDown(
                    "unifiedAudit",
                    event.id(),
                    event.at(),
                    event.actor(),
                    event.operation() + (event.object().isBlank() ? "" : " on " + event.object()));
        }
    }

    /** Without a name nobody can say whose it is. */
    private boolean isOthers(String actor, String address) {
        String plain = actor.strip().toLowerCase(Locale.ROOT);
        return !plain.isEmpty()
                && !plain.equals(picture.userObjectId().toLowerCase(Locale.ROOT))
                && !plain.equals(picture.userName().toLowerCase(Locale.ROOT))
                && !plain.equals(caller.objectId().toLowerCase(Locale.ROOT))
                && !plain.contains(caller.name().toLowerCase(Locale.ROOT))
                && !picture.isAttackerAddress(address);
    }

    private void putDown(String source, String id, Instant at, String who, String what) {
        Instant since = picture.firstSeen()
                .filter(context.incident().detectedAt()::isAfter)
                .orElse(context.incident().detectedAt());
        if (!at.isBefore(since) && known.add(id)) {
            context.record(new ActedByOther(source, id, at, who, what));
        }
    }
}

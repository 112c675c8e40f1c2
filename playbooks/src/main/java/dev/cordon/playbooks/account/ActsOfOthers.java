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
        picture.changesOfMailbox().forEach(acts::mailbox);
    }

    private void directory(AuditEvent event) {
        String who = event.actorName().isBlank() ? event.actorId() : event.actorName();
        if (event.succeeded() && !mayBeOurs(event) && isOthers(event.actorIp(), event.actorId(), event.actorName())) {
            putDown("directoryAudits", event.id(), event.at(), who, event.activity());
        }
    }

    /** The log may name an application by its display name alone, and from when on we act that may be ours. */
    private boolean mayBeOurs(AuditEvent event) {
        return event.byApplication()
                && event.actorId().isBlank()
                && caller.kind() == Caller.Kind.APPLICATION
                && !event.at().isBefore(context.incident().openedAt());
    }

    private void mailbox(MailboxEvent event) {
        if (isOthers(event.clientIp(), event.actor())) {
            putDown(
                    "unifiedAudit",
                    event.id(),
                    event.at(),
                    event.actor(),
                    event.operation() + (event.object().isBlank() ? "" : " on " + event.object()));
        }
    }

    /** Without any name nobody can say whose it is. */
    private boolean isOthers(String address, String... names) {
        List<String> named = Stream.of(names)
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .toList();
        return !named.isEmpty() && named.stream().noneMatch(this::isUsersOrOurs) && !picture.isAttackerAddress(address);
    }

    /** The unified audit log writes an application with a word before its id. */
    private boolean isUsersOrOurs(String name) {
        return Stream.of(picture.userObjectId(), picture.userName(), caller.objectId(), caller.name())
                        .anyMatch(name::equalsIgnoreCase)
                || (caller.kind() == Caller.Kind.APPLICATION
                        && name.endsWith(caller.name().toLowerCase(Locale.ROOT)));
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

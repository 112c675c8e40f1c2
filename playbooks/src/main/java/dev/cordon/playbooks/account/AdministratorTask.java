package dev.cordon.playbooks.account;

import dev.cordon.investigation.ActsOfAccount;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.Minutes;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.OpenTask;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks people to go through what an administrator's account changed in the tenant since the attack began: no clean-up of an account undoes it. */
final class AdministratorTask {
    private static final String TASK = "administrator-changes";

    private final StepContext context;
    private final CaseFile file;

    AdministratorTask(StepContext context, CaseFile file) {
        this.context = context;
        this.file = file;
    }

    void open() throws InterruptedException {
        AttackPicture picture = file.picture();
        Optional<Instant> since = picture.firstSeen();
        boolean closed = context.state().chronicle().closedTasks().contains(TASK);
        if (!file.card().is(Circumstance.ADMINISTRATOR) || since.isEmpty() || closed) {
            return;
        }
        String roles = HeldRoles.of(file.card(), Optional.of(file.judge())).whenRead();
        String text = roles + " " + seen(picture, since.get())
                + " Policies of mail protection, sharing, data loss and Teams do not stand in the directory audit: Microsoft Purview >"
                + " Audit, this account, since " + Minutes.of(since.get())
                + ". Undo what no administrator made: users, guests, roles, credentials of applications, federation of domains,"
                + " conditional access, audit and protection policies.";
        Optional<String> asked =
                Optional.ofNullable(context.state().openTasks().get(TASK)).map(OpenTask::text);
        boolean nothingNew = asked.isPresent() && acts(picture).events().isEmpty();
        if (!nothingNew && asked.filter(text::equals).isEmpty()) {
            context.openTask(TASK, text, "the operator, with another administrator");
        }
    }

    private static ActsOfAccount acts(AttackPicture picture) {
        return ActsOfAccount.in(picture).beside(picture.userObjectId());
    }

    private static String seen(AttackPicture picture, Instant since) {
        ActsOfAccount acts = acts(picture);
        List<String> unread = picture.coverage().stream()
                .filter(log -> log.source().equals("directoryAudits"))
                .flatMap(log -> log.notRead().stream())
                .distinct()
                .toList();
        String rows = acts.events().isEmpty()
                ? (unread.isEmpty()
                                ? "The directory audit shows no change by the account beside those of itself since "
                                : "What could be read of the directory audit shows no change by the account beside those of itself since ")
                        + Minutes.of(since) + through(picture) + "."
                : "Beside itself the account changed this since " + Minutes.of(since) + through(picture) + ": "
                        + acts.inWords() + ".";
        return unread.isEmpty() ? rows : rows + " Not all of the directory audit was read: " + String.join(" ", unread);
    }

    private static String through(AttackPicture picture) {
        return picture.coverage().stream()
                .filter(log -> log.source().equals("directoryAudits"))
                .findFirst()
                .flatMap(Coverage::through)
                .map(end -> " through " + Minutes.of(end))
                .orElse("");
    }
}

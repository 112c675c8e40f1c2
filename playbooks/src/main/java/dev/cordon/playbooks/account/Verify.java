package dev.cordon.playbooks.account;

import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Word;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Certainty;
import dev.cordon.investigation.Minutes;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.reading.Together;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads everything again, twice, a minute apart on the tenant's clock so that replication cannot fool it, and looks for the attacker in
 * the sign-in log as far as that reaches. What came back ends the step as failed, so that it is removed again; what a person must decide
 * or nobody could read ends it as partial. Only when every row is true does the incident become verified.
 */
public final class Verify implements StepPerformer {
    private static final Duration REPLICATION = Duration.ofSeconds(60);

    private static final String UNDATED_TASK = "undated-rights";

    private static final Set<String> UNDATED =
            Set.of(Word.of(ItemKind.DELEGATE), Word.of(ItemKind.FORWARDING), Word.of(ItemKind.FOLDER_PERMISSION));

    private final CaseFile file;

    public Verify(CaseFile file) {
        this.file = file;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        SignOff first = new SignOff(file, context, "first reading");
        first.readState();
        if (!first.cameBack().isEmpty()) {
            return cameBack(first);
        }
        try (Together beside = new Together()) {
            try {
                return readAgain(context, first, OtherAccountsSearch.start(beside, file));
            } finally {
                beside.cancel();
            }
        }
    }

    private StepOutcome readAgain(StepContext context, SignOff first, Optional<OtherAccountsSearch> others)
            throws InterruptedException {
        file.containment().clock().await(REPLICATION);
        SignOff second = new SignOff(file, context, "second reading");
        second.readState();
        second.readLogs();
        second.readDirectoryActs();
        if (!second.cameBack().isEmpty()) {
            return cameBack(second);
        }
        List<Proof> aboutOthers = others.isPresent() ? others.get().tell(context) : List.of();
        return outcome(context, first, second, aboutOthers);
    }

    private static StepOutcome cameBack(SignOff signOff) {
        return new StepOutcome.Failed(
                String.join(" ", signOff.cameBack()), "It is removed again, and the sessions are revoked again.");
    }

    private StepOutcome outcome(StepContext context, SignOff first, SignOff second, List<Proof> aboutOthers)
            throws InterruptedException {
        List<Proof> proofs = new ArrayList<>(first.proofs());
        proofs.addAll(second.proofs());
        List<String> open = new ArrayList<>(second.open());
        first.open().stream().filter(one -> !open.contains(one)).forEach(open::add);
        context.openTask(
                "log-lag",
                "Sign-in and audit logs arrive late: what happened after the times under 'logs complete through' is looked for by the re-checks.",
                "Cordon, by the re-checks");
        new TasksForPeople(context, file).open();
        new AuditTasks(context, file).open();
        new AdministratorTask(context, file).open();
        new UnlicensedTask(context).tell(second.notLookedAt());
        askAboutUndated(context);
        boolean contained = context.state().state() == IncidentState.CONTAINED;
        String except = except(proofs, second.notLookedAt());
        if (open.isEmpty() && contained) {
            if (!context.state().timings().containsKey("verified")) {
                context.record(new CaseEntry.TimingMeasured("verified", file.elapsedMs()));
            }
            context.record(new CaseEntry.StateChanged(
                    IncidentState.CONTAINED,
                    IncidentState.VERIFIED,
                    "Every row of the sign-off was read true, twice" + except));
        }
        proofs.addAll(aboutOthers);
        reopen(
                context,
                Stream.concat(first.seenOpen().stream(), second.seenOpen().stream())
                        .toList());
        if (!open.isEmpty()) {
            List<String> done = proofs.stream()
                    .filter(Proof::holds)
                    .map(Proof::what)
                    .distinct()
                    .toList();
            return new StepOutcome.Partial(
                    done,
                    open,
                    proofs,
                    String.join(" ", open),
                    "Decide, or do it by hand; then run 'cordon incident resume'.");
        }
        return new StepOutcome.Succeeded(
                proofs, "Every row of the sign-off was read true, twice, a minute apart" + except);
    }

    /** What was verified once and is seen not to be so any more must not go on being called so. */
    private static void reopen(StepContext context, List<String> seenOpen) {
        IncidentState state = context.state().state();
        if (!seenOpen.isEmpty() && (state == IncidentState.VERIFIED || state == IncidentState.WATCHING)) {
            context.record(new CaseEntry.StateChanged(state, IncidentState.REOPENED, seenOpen.getFirst()));
        }
    }

    /** The rest of a sentence: what the logs do not show yet, or no licence, holds nobody up, and is not called true either. */
    private static String except(List<Proof> proofs, Set<String> notLookedAt) {
        String late = proofs.stream().anyMatch(Proof::pending)
                ? ", but for what the logs do not reach yet: the re-checks read those again."
                : ".";
        return Stream.concat(Stream.of(late), notLookedAt.stream().sorted()).collect(Collectors.joining(" "));
    }

    /** Rights and forwarding carry no dates, and the log that would date them is late: the user knows whether they are his. */
    private void askAboutUndated(StepContext context) throws InterruptedException {
        AttackPicture picture = file.picture();
        Optional<Instant> through = picture.mailboxAuditThrough();
        List<String> kept = context.state().items().values().stream()
                .filter(item -> UNDATED.contains(item.key().kind()) && item.verdict() == Verdict.BENIGN)
                .filter(item -> item.outcome().filter(ItemOutcome.KEPT::equals).isPresent())
                .filter(item -> !isReached(context.state().firstFound().get(item.key()), through))
                .map(item -> item.name() + " (" + item.key().kind() + ")")
                .toList();
        if (picture.certainty() == Certainty.ATTACK && !kept.isEmpty()) {
            String reach = through.map(end -> "usually is whole until " + Minutes.of(end) + " and no later")
                    .orElse("could not be read");
            context.openTask(
                    UNDATED_TASK,
                    "Ask the user whether these are his; Exchange does not say since when they are there, and the audit log that"
                            + " would show the attacker's " + reach + ": " + String.join("; ", kept) + ".",
                    "the operator, with the user");
        } else if (context.state().openTasks().containsKey(UNDATED_TASK)) {
            context.record(new CaseEntry.TaskClosed(UNDATED_TASK, "the audit log reaches over the attack now"));
        }
    }

    private static boolean isReached(@Nullable Instant firstFound, Optional<Instant> through) {
        return firstFound != null
                && through.filter(end -> !end.isBefore(firstFound)).isPresent();
    }
}

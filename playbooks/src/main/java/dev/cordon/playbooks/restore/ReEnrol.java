package dev.cordon.playbooks.restore;

import dev.cordon.incident.IncidentState;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.playbooks.containment.Proofs;
import dev.cordon.playbooks.persistence.OwnPass;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EffectProgress;
import dev.cordon.procedure.journal.OpenTask;
import dev.cordon.procedure.journal.Recheck;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The user's own part: he enrols, sets a password and looks through his mailbox. The account counts as given back from the moment at which
 * something was done that lets him in. Whoever runs the step again later sees whether he has enrolled. Safe for many threads.
 */
public final class ReEnrol implements StepPerformer {
    private static final String TASK = "re-enrol";
    private static final String GIVE_BACK = "give-access-back";

    private final CaseFile file;

    public ReEnrol(CaseFile file) {
        this.file = file;
    }

    @Override
    public StepOutcome perform(StepContext context) throws InterruptedException {
        return isAskedOnlyWhetherHeEnrolled(context.state()) ? look(context) : giveBack(context);
    }

    /** A re-check runs this step alone: the steps before it ended before it was run the last time. */
    private static boolean isAskedOnlyWhetherHeEnrolled(RunState state) {
        Optional<Instant> asked =
                Optional.ofNullable(state.openTasks().get(TASK)).map(OpenTask::openedAt);
        return state.step(RestoreAccount.UNBLOCK)
                .flatMap(step -> step.endedAt())
                .filter(ended -> asked.filter(at -> !ended.isAfter(at)).isPresent())
                .isPresent();
    }

    private StepOutcome look(StepContext context) {
        Reading<List<AuthenticationMethod>> read =
                file.containment().authenticationMethods().fetchMethods(file.objectId());
        Optional<AuthenticationMethod> enrolled = read.value().stream()
                .filter(method -> !method.isPassword() && !OwnPass.isPass(method))
                .filter(method -> isTheUsers(method, context.state()))
                .findFirst();
        if (enrolled.isEmpty()) {
            return new StepOutcome.Waiting(
                    "No second factor was registered since the account was given back.", Optional.empty());
        }
        Sealing sealing = Sealing.of(context, "authentication-methods", file.objectId(), read);
        Proof proof = Proofs.of(
                context,
                read,
                sealing,
                "A second factor was registered since the account was given back",
                "at least one",
                enrolled.get().displayName(),
                true);
        context.record(new CaseEntry.TaskClosed(
                TASK, "the user enrolled " + enrolled.get().displayName()));
        return new StepOutcome.Succeeded(List.of(proof), "The user has enrolled again.");
    }

    private static boolean isTheUsers(AuthenticationMethod method, RunState state) {
        return state.restoration().newSince().contains(OwnPass.key(method))
                && state.item(OwnPass.key(method))
                        .map(Item::verdict)
                        .filter(verdict -> verdict != Verdict.MALICIOUS)
                        .isPresent();
    }

    private StepOutcome giveBack(StepContext context) throws InterruptedException {
        RunState state = context.state();
        boolean canSignIn = outcome(state, RestoreAccount.UNBLOCK)
                .filter(outcome ->
                        outcome instanceof StepOutcome.Succeeded || outcome instanceof StepOutcome.AlreadyInPlace)
                .isPresent();
        if (!canSignIn) {
            return new StepOutcome.Skipped("The account stays blocked, so it was not given back.", Actor.CORDON);
        }
        Optional<String> way = way(outcome(state, RestoreAccount.PASS));
        if (way.isEmpty()) {
            return new StepOutcome.Skipped(
                    "Nothing was made that lets the user in, so the account was not given back.", Actor.CORDON);
        }
        context.record(new CaseEntry.AccessGivenBack(since(context), way.get()));
        context.record(new CaseEntry.TaskClosed(GIVE_BACK, "given back by " + way.get()));
        context.openTask(TASK, words(context), "the operator, with the user");
        watch(context);
        return new StepOutcome.Waiting(
                "The user enrols again: the words for it are in the open task.", Optional.empty());
    }

    /** What lets the user in; empty when nothing does. */
    private static Optional<String> way(Optional<StepOutcome> pass) {
        return pass.flatMap(outcome -> switch (outcome) {
            case StepOutcome.Succeeded _, StepOutcome.AlreadyInPlace _, StepOutcome.Partial _ ->
                Optional.of("a one-time pass");
            case StepOutcome.NotApplicable _ -> Optional.of("the sign-in of the home organisation");
            case StepOutcome.Failed _ ->
                Optional.of("enrolment under the operator's eyes, because no pass could be made");
            case StepOutcome.Skipped _, StepOutcome.Waiting _, StepOutcome.Indeterminate _ -> Optional.empty();
        });
    }

    private static Optional<StepOutcome> outcome(RunState state, StepId step) {
        return state.step(step).flatMap(progress -> progress.outcome());
    }

    /** Before the first thing that lets him in was sent. */
    private static Instant since(StepContext context) {
        Instant begun = context.state()
                .step(RestoreAccount.PASS)
                .flatMap(step -> step.startedAt())
                .orElseGet(context::now);
        return context.state().effects().values().stream()
                .filter(effect -> effect.step().equals(RestoreAccount.PASS)
                        || effect.step().equals(RestoreAccount.UNBLOCK))
                .map(EffectProgress::intendedAt)
                .filter(at -> !at.isBefore(begun))
                .min(Instant::compareTo)
                .orElseGet(context::now);
    }

    private String words(StepContext context) throws InterruptedException {
        String name = context.incident().account().displayName();
        String afterwards =
                " Afterwards: look together through Outlook > Settings > Mail > Rules and Forwarding, and tell the"
                        + " operator at once of anything that is not the user's. The next 'cordon watch' sees whether the"
                        + " user has enrolled.";
        if (file.card().is(Circumstance.GUEST)) {
            return "Tell " + name
                    + ", and the administrators of the home organisation, that the account may be used here again; the"
                    + " password and the second factor live there and must be new." + afterwards;
        }
        String enrol =
                "open https://aka.ms/mysecurityinfo in a private window, register the Microsoft Authenticator or a"
                        + " passkey, delete there what the user does not know, then set a new password"
                        + (file.card().is(Circumstance.FEDERATED)
                                ? " at the identity provider."
                                : " (at https://aka.ms/sspr, or where the sign-in asks for it).");
        boolean pass = outcome(context.state(), RestoreAccount.PASS)
                .filter(outcome -> outcome instanceof StepOutcome.Failed)
                .isEmpty();
        return (pass
                        ? "Hand the one-time pass to " + name
                                + " in person, or by a call that you make to a number you know, and never by mail or"
                                + " Teams: make sure who it is first. The user is to sign in with it once and to "
                        : "No one-time pass could be made. Have " + name
                                + " enrol under your eyes, at a compliant device in a place you know: set a temporary"
                                + " password in the Entra admin center (Users > the user > Reset password), hand it"
                                + " over there and then, and let the user ")
                + enrol
                + afterwards;
    }

    private static void watch(StepContext context) {
        RunState state = context.state();
        if (state.state() == IncidentState.VERIFIED) {
            context.record(new CaseEntry.StateChanged(
                    IncidentState.VERIFIED, IncidentState.WATCHING, "The account was given back to its user."));
        }
        if (state.state().isEnded()) {
            return;
        }
        Instant now = context.now();
        Instant last = state.rechecksDue().stream()
                .map(Recheck::dueAt)
                .max(Instant::compareTo)
                .orElse(now);
        context.scheduleRecheck("restored+1h", now.plus(Duration.ofHours(1)));
        context.scheduleRecheck("restored+24h", now.plus(Duration.ofHours(24)));
        for (int day = 2; day <= 7; day++) {
            Instant due = now.plus(Duration.ofDays(day));
            if (due.isAfter(last)) {
                context.scheduleRecheck("restored-day-" + day, due);
            }
        }
    }
}

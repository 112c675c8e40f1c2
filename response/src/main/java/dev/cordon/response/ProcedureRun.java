package dev.cordon.response;

import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.playbooks.account.CompromisedAccount;
import dev.cordon.playbooks.account.RestoreCheck;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.containment.PasswordSource;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.file.ProcedureFile;
import dev.cordon.playbooks.restore.RestoreAccount;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Ordering;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.Performers;
import dev.cordon.procedure.engine.ProcedureEngine;
import dev.cordon.procedure.engine.RunEnd;
import dev.cordon.procedure.engine.RunInput;
import dev.cordon.procedure.engine.StepGate;
import dev.cordon.procedure.engine.StepPerformer;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recheck;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.Tenant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs the procedure on one incident under its claim, cleans up again what comes back, and schedules the re-checks. One thread. */
final class ProcedureRun {
    /** An attacker whose token lives on can put things back faster than this for as long as it lives; the re-checks find him then. */
    private static final int MOST_CLEAN_UPS = 5;

    private static final String COMES_BACK = "keeps-coming-back";

    private final Workspace workspace;
    private final Tenant tenant;
    private final CaseFile file;
    private final ResponseRequest.Dialogue dialogue;
    private final StepGate gate;

    ProcedureRun(Workspace workspace, Tenant tenant, CaseFile file, ResponseRequest.Dialogue dialogue) {
        this(workspace, tenant, file, dialogue, StepGate.open());
    }

    /** A run of which {@code gate} may hold steps back. */
    ProcedureRun(Workspace workspace, Tenant tenant, CaseFile file, ResponseRequest.Dialogue dialogue, StepGate gate) {
        this.workspace = workspace;
        this.tenant = tenant;
        this.file = file;
        this.dialogue = dialogue;
        this.gate = gate;
    }

    /** Starts, or takes up where an earlier run was cut off. */
    CaseRecord start(Incident incident, Actor actor) throws InterruptedException {
        return run(incident, actor, Set.of());
    }

    /** Does {@code again} once more, with whatever never ended. */
    CaseRecord run(Incident incident, Actor actor, Set<StepId> again) throws InterruptedException {
        try {
            return workspace.runs().claimAndRun(incident.id(), () -> claimed(incident, actor, again));
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("The run of " + incident.id() + " failed", e);
        }
    }

    /**
     * A re-check: reads everything again; what came back reopens the incident and is cleaned up. Whether the user has enrolled since the
     * account was given back is seen then too.
     */
    RunState lookAgain(Incident incident, Actor actor) throws InterruptedException {
        return run(incident, actor, Set.of(CompromisedAccount.VERIFY, CompromisedAccount.REPORT))
                .state();
    }

    /**
     * Gives the account back; when something came back meanwhile, it is cleaned up instead.
     *
     * @param deviation why it is done although the incident does not stand so that it should be
     */
    CaseRecord giveBack(
            Incident incident, Actor actor, RestoreAccount.Tools tools, Optional<CaseEntry.Deviation> deviation)
            throws InterruptedException {
        try {
            return workspace.runs().claimAndRun(incident.id(), () -> givenBack(incident, actor, tools, deviation));
        } catch (RuntimeException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("Giving back the account of " + incident.id() + " failed", e);
        }
    }

    private CaseRecord givenBack(
            Incident incident, Actor actor, RestoreAccount.Tools tools, Optional<CaseEntry.Deviation> deviation) {
        deviation.ifPresent(entry -> append(incident.id(), actor, entry));
        Procedure procedure = ProcedureFile.shipped(RestoreAccount.PROCEDURE);
        RunEnd end = engine(tools).run(procedure, input(incident, actor).again(RestoreAccount.steps(procedure)));
        boolean cameBack = !end.interrupted() && hasFailed(end.state(), RestoreCheck.CHECK);
        if (cameBack) {
            afterwards(incident, actor, cleanUp(incident, actor));
        }
        RunState state = RunState.of(workspace.journal().entries(incident.id()));
        if (!state.state().isEnded()) {
            state.rechecksDue().forEach(recheck -> schedule(incident.id(), recheck));
        }
        Anchors.put(workspace, incident.id());
        return new Incidents(workspace).show(incident.id());
    }

    private RunEnd cleanUp(Incident incident, Actor actor) {
        ProcedureEngine engine = engine(tools());
        RunInput input = input(incident, actor);
        return again(
                engine,
                incident,
                actor,
                engine.run(procedure(incident.attack()), input.again(CompromisedAccount.CLEAN_UP_AGAIN)));
    }

    /** Whether the user has enrolled since the account was given back; asked only where every step of giving it back has ended. */
    private void askWhetherHeEnrolled(Incident incident, Actor actor) {
        RunState state = RunState.of(workspace.journal().entries(incident.id()));
        Procedure procedure = ProcedureFile.shipped(RestoreAccount.PROCEDURE);
        boolean waits = state.step(RestoreAccount.RE_ENROL)
                .flatMap(step -> step.outcome())
                .filter(StepOutcome.Waiting.class::isInstance)
                .isPresent();
        boolean ended = RestoreAccount.steps(procedure).stream()
                .allMatch(step -> state.step(step).flatMap(one -> one.outcome()).isPresent());
        if (waits && ended) {
            engine(tools()).run(procedure, input(incident, actor).again(Set.of(RestoreAccount.RE_ENROL)));
        }
    }

    private RunInput input(Incident incident, Actor actor) {
        return RunInput.of(incident.id(), actor, tenant.clock()::now, workspace.process())
                .toldTo(dialogue.listener())
                .heldBackBy(gate);
    }

    private CaseRecord claimed(Incident incident, Actor actor, Set<StepId> again) {
        file.know(() -> new Incidents(workspace).accountsLinkedWith(incident.id()));
        Procedure procedure = procedure(incident.attack());
        ProcedureEngine engine = engine(tools());
        RunEnd first = engine.run(procedure, input(incident, actor).again(again));
        RunEnd end = again(engine, incident, actor, first);
        if (!end.interrupted()) {
            askWhetherHeEnrolled(incident, actor);
        }
        afterwards(incident, actor, end);
        Anchors.put(workspace, incident.id());
        return new Incidents(workspace).show(incident.id());
    }

    /** Cleans up once more, as often as something came back. */
    private RunEnd again(ProcedureEngine engine, Incident incident, Actor actor, RunEnd first) {
        RunEnd end = first;
        for (int round = 1; round <= MOST_CLEAN_UPS && cameBack(end); round++) {
            reopen(incident.id(), actor, end.state());
            end = engine.run(
                    procedure(incident.attack()), input(incident, actor).again(CompromisedAccount.CLEAN_UP_AGAIN));
        }
        return end;
    }

    /** What came back after an incident was called verified reopens it. */
    private void reopen(IncidentId incident, Actor actor, RunState state) {
        if (state.state() == IncidentState.VERIFIED || state.state() == IncidentState.WATCHING) {
            append(
                    incident,
                    actor,
                    new CaseEntry.StateChanged(
                            state.state(),
                            IncidentState.REOPENED,
                            "Something came back or was found only now, or the attacker signed in again."));
        }
    }

    private RestoreAccount.Tools tools() {
        return new RestoreAccount.Tools(Optional.empty(), dialogue.repeats(), Optional.empty(), false, reports());
    }

    private IncidentReports reports() {
        return new IncidentReports(
                workspace,
                () -> file.knownPicture().map(AttackPicture::summary),
                () -> tenant.clock().reading());
    }

    private ProcedureEngine engine(RestoreAccount.Tools tools) {
        Map<String, StepPerformer> performers =
                new HashMap<>(RestoreAccount.performers(file, tools).byName());
        performers.putAll(CompromisedAccount.performers(
                        file,
                        new CompromisedAccount.Tools(
                                new PasswordSource(workspace.random()),
                                dialogue.keeper(),
                                dialogue.repeats(),
                                dialogue.secondYes(),
                                reports()))
                .byName());
        return new ProcedureEngine(
                workspace.journal(),
                workspace.vault(),
                new Performers(performers),
                new TenantFailures(),
                workspace.wallTime());
    }

    /** Reads the shipped procedure while the first answers are on their way: it is needed when they are there. */
    static void readProcedureBeside() {
        Thread.ofVirtual().name("procedure").start(() -> procedure(AttackActivity.UNKNOWN));
    }

    /** The shipped procedure; when the attack is over, the whole snapshot comes before the revoke. */
    static Procedure procedure(AttackActivity attack) {
        Procedure shipped = ProcedureFile.shipped(CompromisedAccount.PROCEDURE);
        return switch (attack) {
            case ACTIVE, UNKNOWN -> shipped;
            case OVER ->
                shipped.with(new Ordering(
                        new StepId("preserve"),
                        new StepId("revoke-sessions"),
                        "The attack is over: nothing is lost by keeping everything first.",
                        false));
        };
    }

    static boolean cameBack(RunEnd end) {
        return !end.interrupted() && hasFailed(end.state(), CompromisedAccount.VERIFY);
    }

    private static boolean hasFailed(RunState state, StepId step) {
        return state.step(step)
                .flatMap(progress -> progress.outcome())
                .filter(StepOutcome.Failed.class::isInstance)
                .isPresent();
    }

    private void afterwards(Incident incident, Actor actor, RunEnd end) {
        if (cameBack(end)) {
            append(
                    incident.id(),
                    actor,
                    new CaseEntry.TaskOpened(
                            COMES_BACK,
                            "Something was put back after each of " + MOST_CLEAN_UPS
                                    + " clean-ups: an old access token is still alive. The re-check after it has died"
                                    + " removes what is left; block sign-in if it cannot wait.",
                            "the operator",
                            true));
        }
        RunState state = RunState.of(workspace.journal().entries(incident.id()));
        if (state.state() == IncidentState.VERIFIED && state.openTasks().containsKey(COMES_BACK)) {
            append(incident.id(), actor, new CaseEntry.TaskClosed(COMES_BACK, "nothing came back any more"));
        }
        if (Set.of(IncidentState.CONTAINED, IncidentState.VERIFIED, IncidentState.WATCHING)
                .contains(state.state())) {
            state.rechecksDue().forEach(recheck -> schedule(incident.id(), recheck));
        }
    }

    private void schedule(IncidentId incident, Recheck recheck) {
        workspace.rechecks().schedule(incident, recheck.name(), recheck.dueAt());
    }

    void append(IncidentId incident, Actor actor, CaseEntry entry) {
        workspace.journal().append(incident, tenant.clock().now(), actor, entry);
    }
}

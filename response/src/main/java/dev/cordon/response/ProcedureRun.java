package dev.cordon.response;

import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.playbooks.account.CompromisedAccount;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.containment.PasswordSource;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.file.ProcedureFile;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Ordering;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.Performers;
import dev.cordon.procedure.engine.ProcedureEngine;
import dev.cordon.procedure.engine.RunEnd;
import dev.cordon.procedure.engine.RunInput;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recheck;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.tenant.Tenant;
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

    ProcedureRun(Workspace workspace, Tenant tenant, CaseFile file, ResponseRequest.Dialogue dialogue) {
        this.workspace = workspace;
        this.tenant = tenant;
        this.file = file;
        this.dialogue = dialogue;
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

    /** A re-check: reads everything again; what came back reopens the incident and is cleaned up. */
    RunState lookAgain(Incident incident, Actor actor) throws InterruptedException {
        return run(incident, actor, Set.of(CompromisedAccount.VERIFY, CompromisedAccount.REPORT))
                .state();
    }

    private CaseRecord claimed(Incident incident, Actor actor, Set<StepId> again) {
        Procedure procedure = procedure(incident.attack());
        ProcedureEngine engine = engine();
        RunInput input = RunInput.of(incident.id(), actor, tenant.clock()::now, workspace.process())
                .toldTo(dialogue.listener());
        RunEnd end = engine.run(procedure, input.again(again));
        for (int round = 1; round <= MOST_CLEAN_UPS && cameBack(end); round++) {
            reopen(incident.id(), actor, end.state());
            end = engine.run(procedure, input.again(CompromisedAccount.CLEAN_UP_AGAIN));
        }
        afterwards(incident, actor, end);
        Anchors.put(workspace, incident.id());
        return new Incidents(workspace).show(incident.id());
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
                            "Something came back, or the attacker signed in again."));
        }
    }

    private ProcedureEngine engine() {
        Performers performers = CompromisedAccount.performers(
                file,
                new CompromisedAccount.Tools(
                        new PasswordSource(workspace.random()),
                        dialogue.keeper(),
                        dialogue.repeats(),
                        new IncidentReports(workspace, () -> file.knownPicture().map(AttackPicture::summary))));
        return new ProcedureEngine(
                workspace.journal(), workspace.vault(), performers, new TenantFailures(), workspace.wallTime());
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
        return !end.interrupted()
                && end.state()
                        .step(CompromisedAccount.VERIFY)
                        .flatMap(step -> step.outcome())
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
                                    + " clean-ups: an old access token is still alive. The re-check after it has died removes what is left;"
                                    + " block sign-in if it cannot wait.",
                            "the operator"));
        }
        RunState state = RunState.of(workspace.journal().entries(incident.id()));
        if (state.state() == IncidentState.VERIFIED && state.openTasks().containsKey(COMES_BACK)) {
            append(incident.id(), actor, new CaseEntry.TaskClosed(COMES_BACK, "nothing came back any more"));
        }
        if (state.state() == IncidentState.VERIFIED || state.state() == IncidentState.CONTAINED) {
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

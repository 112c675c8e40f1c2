package dev.cordon.response;

import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.playbooks.account.RestoreCheck;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.playbooks.file.ProcedureFile;
import dev.cordon.playbooks.restore.RestoreAccount;
import dev.cordon.procedure.Actor;
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
    private final CampaignDialogue campaign;

    ProcedureRun(Workspace workspace, Tenant tenant, CaseFile file, ResponseRequest.Dialogue dialogue) {
        this(workspace, tenant, file, dialogue, StepGate.open());
    }

    /** A run about a mail that went round, of which {@code campaign} says how the operator is asked about what concerns others. */
    ProcedureRun(
            Workspace workspace,
            Tenant tenant,
            CaseFile file,
            ResponseRequest.Dialogue dialogue,
            CampaignDialogue campaign) {
        this(workspace, tenant, file, dialogue, StepGate.open(), campaign);
    }

    /** A run of which {@code gate} may hold steps back. */
    ProcedureRun(Workspace workspace, Tenant tenant, CaseFile file, ResponseRequest.Dialogue dialogue, StepGate gate) {
        this(workspace, tenant, file, dialogue, gate, CampaignDialogue.of(dialogue));
    }

    private ProcedureRun(
            Workspace workspace,
            Tenant tenant,
            CaseFile file,
            ResponseRequest.Dialogue dialogue,
            StepGate gate,
            CampaignDialogue campaign) {
        this.campaign = campaign;
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
        return run(incident, actor, playbook(incident).lookAgain()).state();
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
        Playbook playbook = playbook(incident);
        RunEnd end =
                engine(tools, playbook).run(procedure, input(incident, actor).again(RestoreAccount.steps(procedure)));
        boolean cameBack = !end.interrupted() && hasFailed(end.state(), RestoreCheck.CHECK);
        if (cameBack) {
            afterwards(incident, actor, playbook, cleanUp(incident, actor, playbook));
        }
        RunState state = RunState.of(workspace.journal().entries(incident.id()));
        if (!state.state().isEnded()) {
            state.rechecksDue().forEach(recheck -> schedule(incident.id(), recheck));
        }
        Anchors.put(workspace, incident.id());
        return new Incidents(workspace).show(incident.id());
    }

    private RunEnd cleanUp(Incident incident, Actor actor, Playbook playbook) {
        ProcedureEngine engine = engine(tools(), playbook);
        RunInput input = input(incident, actor);
        return again(
                engine,
                playbook,
                incident,
                actor,
                engine.run(playbook.procedure(incident), input.again(playbook.cleanUpAgain())));
    }

    /** Whether the user has enrolled since the account was given back; asked only where every step of giving it back has ended. */
    private void askWhetherHeEnrolled(Incident incident, Actor actor, Playbook playbook) {
        RunState state = RunState.of(workspace.journal().entries(incident.id()));
        Procedure procedure = ProcedureFile.shipped(RestoreAccount.PROCEDURE);
        boolean waits = state.step(RestoreAccount.RE_ENROL)
                .flatMap(step -> step.outcome())
                .filter(StepOutcome.Waiting.class::isInstance)
                .isPresent();
        boolean ended = RestoreAccount.steps(procedure).stream()
                .allMatch(step -> state.step(step).flatMap(one -> one.outcome()).isPresent());
        if (waits && ended) {
            engine(tools(), playbook).run(procedure, input(incident, actor).again(Set.of(RestoreAccount.RE_ENROL)));
        }
    }

    private RunInput input(Incident incident, Actor actor) {
        return RunInput.of(incident.id(), actor, tenant.clock()::now, workspace.process())
                .toldTo(dialogue.listener())
                .heldBackBy(gate);
    }

    private CaseRecord claimed(Incident incident, Actor actor, Set<StepId> again) {
        file.know(() -> new Incidents(workspace).accountsLinkedWith(incident.id()));
        file.knowPhishedAt(LinkedLure.phishedAt(workspace, incident));
        try (Playbook playbook = playbook(incident)) {
            return claimed(incident, actor, again, playbook);
        }
    }

    private CaseRecord claimed(Incident incident, Actor actor, Set<StepId> again, Playbook playbook) {
        ProcedureEngine engine = engine(tools(), playbook);
        RunEnd first =
                engine.run(playbook.procedure(incident), input(incident, actor).again(again));
        RunEnd end = again(engine, playbook, incident, actor, first);
        if (!end.interrupted()) {
            askWhetherHeEnrolled(incident, actor, playbook);
        }
        afterwards(incident, actor, playbook, end);
        Anchors.put(workspace, incident.id());
        return new Incidents(workspace).show(incident.id());
    }

    /** Cleans up once more, as often as something came back. */
    private RunEnd again(ProcedureEngine engine, Playbook playbook, Incident incident, Actor actor, RunEnd first) {
        RunEnd end = first;
        for (int round = 1; round <= MOST_CLEAN_UPS && cameBack(end); round++) {
            reopen(playbook, incident.id(), actor, end.state());
            end = engine.run(
                    playbook.procedure(incident), input(incident, actor).again(playbook.cleanUpAgain()));
        }
        return end;
    }

    /** What came back after an incident was called verified reopens it. */
    private void reopen(Playbook playbook, IncidentId incident, Actor actor, RunState state) {
        if (state.state() == IncidentState.VERIFIED || state.state() == IncidentState.WATCHING) {
            append(
                    incident,
                    actor,
                    new CaseEntry.StateChanged(state.state(), IncidentState.REOPENED, playbook.cameBack()));
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

    /** By what the incident is about. */
    private Playbook playbook(Incident incident) {
        return switch (incident.type()) {
            case COMPROMISED_ACCOUNT -> new AccountPlaybook(workspace, file, dialogue, reports());
            case PHISHING_CLICK -> new PhishingPlaybook(workspace, tenant, incident, file, campaign, reports());
            case BEC, IMPORTED_EVIDENCE ->
                throw new IllegalStateException("No procedure is run on an incident of " + incident.type());
        };
    }

    private ProcedureEngine engine(RestoreAccount.Tools tools, Playbook playbook) {
        Map<String, StepPerformer> performers =
                new HashMap<>(RestoreAccount.performers(file, tools).byName());
        performers.putAll(playbook.performers().byName());
        return new ProcedureEngine(
                workspace.journal(),
                workspace.vault(),
                new Performers(performers),
                new TenantFailures(),
                workspace.wallTime());
    }

    /** Reads the shipped procedure while the first answers are on their way: it is needed when they are there. */
    static void readProcedureBeside() {
        Thread.ofVirtual().name("procedure").start(() -> AccountPlaybook.procedure(AttackActivity.UNKNOWN));
    }

    static boolean cameBack(RunEnd end) {
        return !end.interrupted() && hasFailed(end.state(), Playbook.VERIFY);
    }

    private static boolean hasFailed(RunState state, StepId step) {
        return state.step(step)
                .flatMap(progress -> progress.outcome())
                .filter(StepOutcome.Failed.class::isInstance)
                .isPresent();
    }

    private void afterwards(Incident incident, Actor actor, Playbook playbook, RunEnd end) {
        if (cameBack(end)) {
            append(
                    incident.id(),
                    actor,
                    new CaseEntry.TaskOpened(
                            COMES_BACK, playbook.keepsComingBack(MOST_CLEAN_UPS), "the operator", true));
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

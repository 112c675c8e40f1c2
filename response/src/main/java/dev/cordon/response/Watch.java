package dev.cordon.response;

import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.playbooks.account.CompromisedAccount;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.RunState;
import dev.cordon.procedure.schedule.Rechecks.Done;
import dev.cordon.procedure.schedule.Rechecks.Scheduled;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Carries out the re-checks that are due. Each tenant's own time says what is due, so it is asked first. What came back reopens the
 * incident, is removed again and verified again.
 */
public final class Watch {
    private final Workspace workspace;

    public Watch(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What a look brought.
     *
     * @param tenantTimes the time of each tenant that was asked
     * @param done each re-check that was due
     * @param waiting the re-checks that are not due yet
     * @param unreachable each tenant that could not be asked, with the reason; its re-checks stay scheduled
     */
    public record Looked(
            Map<String, Instant> tenantTimes,
            List<Done> done,
            List<Scheduled> waiting,
            Map<String, String> unreachable) {
        public Looked {
            unreachable = Map.copyOf(unreachable);
            tenantTimes = Map.copyOf(tenantTimes);
            done = List.copyOf(done);
            waiting = List.copyOf(waiting);
        }
    }

    /**
     * Looks once at every tenant that has a re-check scheduled. One that cannot be asked is named and does not keep the others waiting.
     *
     * @param signIn how to sign in, by connection document
     * @throws InterruptedException when interrupted
     */
    public Looked once(Function<Path, SignIn> signIn, ResponseRequest.Dialogue dialogue) throws InterruptedException {
        Map<String, Instant> times = new LinkedHashMap<>();
        Map<String, String> unreachable = new LinkedHashMap<>();
        List<Done> done = new ArrayList<>();
        for (String name : tenantsWithRechecks()) {
            switch (Greeting.of(new Tenants(workspace), name, signIn)) {
                case Greeting.Unanswered(String reason) -> unreachable.put(name, reason);
                case Greeting.Answered(Tenant tenant, Instant now) -> {
                    try (tenant) {
                        times.put(name, now);
                        done.addAll(workspace
                                .rechecks()
                                .runDue(now, id -> isOf(id, name), scheduled -> recheck(scheduled, tenant, dialogue)));
                    }
                }
            }
        }
        return new Looked(times, done, workspace.rechecks().scheduled(), unreachable);
    }

    private List<String> tenantsWithRechecks() {
        return workspace.rechecks().scheduled().stream()
                .map(scheduled -> new Incidents(workspace)
                        .show(scheduled.incident())
                        .incident()
                        .tenant())
                .distinct()
                .toList();
    }

    private boolean isOf(IncidentId id, String tenant) {
        return new Incidents(workspace).show(id).incident().tenant().equals(tenant);
    }

    private void recheck(Scheduled scheduled, Tenant tenant, ResponseRequest.Dialogue dialogue)
            throws InterruptedException {
        CaseRecord before = new Incidents(workspace).show(scheduled.incident());
        if (before.state().state().isEnded()) {
            return;
        }
        Actor actor = RespondToCompromisedAccount.actor(tenant.caller());
        CaseFile file = new CaseFile(
                tenant,
                before.incident().account().objectId(),
                dialogue.decider(),
                workspace.wallTime(),
                workspace.wallTime().instant());
        ProcedureRun run = new ProcedureRun(workspace, tenant, file, dialogue);
        RunState after = run.lookAgain(before.incident(), actor);
        boolean clean = isClean(after);
        run.append(
                scheduled.incident(),
                actor,
                new CaseEntry.RecheckDone(
                        scheduled.name(),
                        clean,
                        clean
                                ? "Everything was as it should be."
                                : "Not everything was as it should be; see the sign-off."));
        if (clean && after.state() == IncidentState.VERIFIED) {
            run.append(
                    scheduled.incident(),
                    actor,
                    new CaseEntry.StateChanged(
                            IncidentState.VERIFIED,
                            IncidentState.WATCHING,
                            "A re-check found everything as it should be."));
        }
        Anchors.put(workspace, scheduled.incident());
    }

    private static boolean isClean(RunState state) {
        return state.step(CompromisedAccount.VERIFY)
                .flatMap(step -> step.outcome())
                .filter(StepOutcome.Succeeded.class::isInstance)
                .isPresent();
    }
}

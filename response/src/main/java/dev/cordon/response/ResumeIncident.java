package dev.cordon.response;

import dev.cordon.incident.IncidentState;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.engine.RunInput;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Takes an incident up where it stands: what ended is not repeated, what was cut off runs again and looks before it acts, what ended
 * unfinished is tried again.
 */
public final class ResumeIncident {
    private final Workspace workspace;

    public ResumeIncident(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Resumes.
     *
     * @param id as the operator typed it
     * @param signIn how to sign in, by connection document
     * @throws RequestRefusedException when there is no such incident or it has ended
     * @throws InterruptedException when interrupted before the run began
     */
    public CaseRecord resume(String id, Function<Path, SignIn> signIn, ResponseRequest.Dialogue dialogue)
            throws InterruptedException {
        CaseRecord record = new Incidents(workspace).find(id);
        if (record.state().state().isEnded()) {
            throw new RequestRefusedException(
                    Reason.NOT_POSSIBLE_NOW,
                    "The incident is closed.",
                    "Open a new one if the account is in trouble again.");
        }
        Instant startedAt = workspace.wallTime().instant();
        try (Tenant tenant = new Tenants(workspace).connect(record.incident().tenant(), signIn)) {
            CaseFile file = new CaseFile(
                    tenant,
                    record.incident().account().objectId(),
                    workspace.tenants().breakGlass(record.incident().tenant()),
                    dialogue.decider(),
                    workspace.wallTime(),
                    startedAt);
            Set<StepId> again = again(Playbook.procedure(workspace, record.incident()), record);
            Actor actor = RespondToCompromisedAccount.actor(tenant.caller());
            new LinkedIncident(workspace).link(record.incident(), actor);
            return new ProcedureRun(workspace, tenant, file, dialogue).run(record.incident(), actor, again);
        }
    }

    /** What ended unfinished, the whole clean-up where something came back, and the steps that found something whose removal was decided afterwards. */
    static Set<StepId> again(Procedure procedure, CaseRecord record) {
        Set<StepId> again = new LinkedHashSet<>(RunInput.unfinished(procedure, record.state()));
        if (record.state().state() == IncidentState.REOPENED) {
            again.addAll(Playbook.cleanUpAgain(record.incident().type()));
        }
        record.entries().stream()
                .map(Recorded::entry)
                .flatMap(entry -> entry instanceof CaseEntry.ItemFound found ? Stream.of(found) : Stream.empty())
                .filter(found -> record.state()
                        .item(found.key())
                        .filter(ResumeIncident::isUndone)
                        .isPresent())
                .forEach(found -> {
                    again.add(found.step());
                    again.addAll(procedure.after(found.step()));
                });
        return again;
    }

    private static boolean isUndone(Item item) {
        return item.decision() == ItemDecision.REMOVE
                && item.outcome().filter(ItemOutcome::isHarmless).isEmpty();
    }
}

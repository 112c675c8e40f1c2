package dev.cordon.response;

import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.engine.RunInput;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.function.Function;

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
                    dialogue.decider(),
                    workspace.wallTime(),
                    startedAt);
            Procedure procedure = ProcedureRun.procedure(record.incident().attack());
            Set<StepId> again = RunInput.unfinished(procedure, record.state());
            Actor actor = RespondToCompromisedAccount.actor(tenant.caller());
            return new ProcedureRun(workspace, tenant, file, dialogue).run(record.incident(), actor, again);
        }
    }
}

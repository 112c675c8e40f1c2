package dev.cordon.response;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Incident;
import dev.cordon.playbooks.account.ReportSink;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.Decider;
import dev.cordon.playbooks.file.ProcedureFile;
import dev.cordon.playbooks.phishing.PhishingClick;
import dev.cordon.playbooks.phishing.PhishingFile;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.engine.Performers;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.tenant.Tenant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How a phishing click is responded to. One thread. */
final class PhishingPlaybook implements Playbook {
    private final Workspace workspace;
    private final Tenant tenant;
    private final Incident incident;
    private final CaseFile file;
    private final CampaignDialogue asking;
    private final ReportSink reports;
    private final LinkedAccountResponses responses;

    PhishingPlaybook(
            Workspace workspace,
            Tenant tenant,
            Incident incident,
            CaseFile file,
            CampaignDialogue asking,
            ReportSink reports) {
        this.workspace = workspace;
        this.tenant = tenant;
        this.incident = incident;
        this.file = file;
        this.asking = asking;
        this.reports = reports;
        this.responses = new LinkedAccountResponses(workspace, tenant, incident, asking.others());
    }

    @Override
    public Procedure procedure(Incident which) {
        return ProcedureFile.shipped(PhishingClick.PROCEDURE);
    }

    @Override
    public Performers performers() {
        PhishingFile phishing = new PhishingFile(file, this::fileOf);
        return PhishingClick.performers(
                phishing,
                new PhishingClick.Tools(responses, asking.consent(), asking.despite(), this::brought, reports));
    }

    private CaseFile fileOf(String objectId) {
        return new CaseFile(
                tenant,
                objectId,
                workspace.tenants().breakGlass(incident.tenant()),
                Decider.recommended(),
                workspace.wallTime(),
                workspace.wallTime().instant());
    }

    /** The newest file that a person brought and that is no log. */
    private Optional<ExhibitId> brought() {
        List<Recorded> entries = workspace.journal().entries(incident.id());
        return entries.reversed().stream()
                .map(Recorded::entry)
                .flatMap(entry -> entry instanceof CaseEntry.EvidenceImported imported
                                && imported.kind().equals("file")
                        ? Optional.of(imported.exhibit()).stream()
                        : Optional.<ExhibitId>empty().stream())
                .filter(exhibit ->
                        workspace.vault().find(exhibit).map(Exhibit::incident).isPresent())
                .findFirst();
    }

    @Override
    public Set<StepId> cleanUpAgain() {
        return PhishingClick.CLEAN_UP_AGAIN;
    }

    @Override
    public Set<StepId> lookAgain() {
        return PhishingClick.LOOK_AGAIN;
    }

    @Override
    public String cameBack() {
        return "A copy of the mail is in a mailbox again.";
    }

    @Override
    public String keepsComingBack(int rounds) {
        return "A copy of the mail was in a mailbox again after each of " + rounds
                + " removals: somebody moves it back, or it is delivered again. See whose mailbox it is, and what brings it there.";
    }

    @Override
    public void close() {
        responses.close();
    }
}

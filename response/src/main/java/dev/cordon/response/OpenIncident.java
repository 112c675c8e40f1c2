package dev.cordon.response;

import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;

/** Opens an incident about one account. */
final class OpenIncident {
    private final Workspace workspace;

    OpenIncident(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Opens it: its first entry is in the journal.
     *
     * @throws RequestRefusedException when another response to the account is under way or was cut off
     */
    Incident open(ResponseRequest request, UserAccount user, Instant tenantTime, Actor actor) {
        requireNoOther(request.tenant(), user.objectId());
        IncidentId id = IncidentIds.next(
                workspace.random(), tenantTime, workspace.journal().incidents());
        Incident incident = new Incident(
                id,
                IncidentType.COMPROMISED_ACCOUNT,
                request.tenant(),
                FindAccounts.account(user),
                severity(request.tenant(), user.objectId()),
                request.detectedBy(),
                request.detectedAt().orElse(tenantTime),
                tenantTime,
                request.attack(),
                request.drill());
        workspace.journal().append(id, tenantTime, actor, new CaseEntry.IncidentOpened(incident));
        return incident;
    }

    private Severity severity(String tenant, String objectId) {
        return workspace.tenants().breakGlass(tenant).stream().anyMatch(objectId::equalsIgnoreCase)
                ? Severity.CRITICAL
                : Severity.HIGH;
    }

    /** A second run on the same account would reset the password a second time and fight the first one. */
    private void requireNoOther(String tenant, String objectId) {
        new Incidents(workspace)
                .list().stream()
                        .filter(record -> record.incident().tenant().equals(tenant))
                        .filter(record -> record.incident().account().objectId().equalsIgnoreCase(objectId))
                        .filter(record -> !record.state().state().isEnded() && isUnderWay(record))
                        .findFirst()
                        .ifPresent(record -> {
                            throw new RequestRefusedException(
                                    Reason.NOT_POSSIBLE_NOW,
                                    "A response to this account is under way or was cut off: "
                                            + record.incident().id() + ".",
                                    "Wait for it, or go on with 'cordon incident resume "
                                            + record.incident().id() + "'. Nothing was changed.");
                        });
    }

    private static boolean isUnderWay(CaseRecord record) {
        return record.state().run().map(run -> run.endedAt().isEmpty()).orElse(true);
    }
}

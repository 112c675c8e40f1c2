package dev.cordon.response;

import dev.cordon.incident.IncidentId;
import dev.cordon.playbooks.account.ReportSink;

/** Placeholder until the report room is merged. */
public final class IncidentReports implements ReportSink {
    private final Workspace workspace;

    public IncidentReports(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public Written write(IncidentId incident) {
        throw new IllegalStateException("the report room is not merged");
    }
}

package dev.cordon.app;

import dev.cordon.cli.desk.CustodyDesk;
import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.Retention;
import dev.cordon.evidence.RetentionSetting;
import dev.cordon.evidence.VaultEncryption;
import dev.cordon.evidence.attestation.TimeStamping;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.response.ExpireEvidence;
import dev.cordon.response.ExpireEvidence.Expiry;
import dev.cordon.response.HoldEvidence;
import dev.cordon.response.StampEvidence;
import dev.cordon.response.TransferEvidence;
import dev.cordon.response.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Custody of the evidence in an open data folder. */
final class StoredCustody implements CustodyDesk {
    private final OpenWorkspace open;
    private final Workspace workspace;
    private final Actor operator = Actor.person(System.getProperty("user.name", "operator"));

    StoredCustody(OpenWorkspace open) {
        this.open = open;
        this.workspace = open.workspace();
    }

    @Override
    public CustodyEntry hold(IncidentId incident, String because, Optional<String> orderedBy) {
        return new HoldEvidence(workspace).hold(incident.value(), because, orderedBy, operator);
    }

    @Override
    public CustodyEntry release(IncidentId incident, String because, Optional<String> orderedBy, boolean knowingly) {
        return new HoldEvidence(workspace).release(incident.value(), because, orderedBy, knowingly, operator);
    }

    @Override
    public CustodyEntry transfer(IncidentId incident, String to, String because, Optional<Path> export) {
        return new TransferEvidence(workspace).transfer(incident.value(), to, because, export, operator);
    }

    @Override
    public StampEvidence.Outcome stamp(IncidentId incident, URI server) {
        // The stamp is to be sealed: nobody is asked for one that could not be kept.
        open.openVault();
        return new StampEvidence(workspace).stamp(incident.value(), stamping(server, workspace), operator);
    }

    /** Stamps of the server at that address. */
    static TimeStamping stamping(URI server, Workspace workspace) {
        return new TimeStamping(new HttpTimeStampServer(server, HttpTimeStampServer.PATIENCE), workspace.random());
    }

    @Override
    public Optional<RetentionSetting.Choice> retention() {
        return workspace.retention().chosen();
    }

    @Override
    public RetentionSetting.Choice retain(Retention retention, String because) {
        return workspace.retention().choose(retention, operator.name(), because);
    }

    @Override
    public List<Expiry> expiring() {
        return new ExpireEvidence(workspace).plan();
    }

    @Override
    public List<Expiry> expire() {
        return new ExpireEvidence(workspace).expire(operator);
    }

    @Override
    public VaultEncryption encryption() {
        return open.store().encryption();
    }

    @Override
    public void close() {
        open.close();
    }
}

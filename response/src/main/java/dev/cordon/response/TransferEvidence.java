package dev.cordon.response;

import dev.cordon.evidence.CustodyEntry;
import dev.cordon.evidence.CustodyEvent;
import dev.cordon.evidence.bag.BagNotGenuineException;
import dev.cordon.evidence.bag.BagVerification;
import dev.cordon.evidence.bag.BagVerifier;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.response.RequestRefusedException.Reason;
import java.nio.file.Path;
import java.util.Optional;

/** Takes down into whose hands an incident's evidence was given, and which export that was. */
public final class TransferEvidence {
    private final Workspace workspace;

    public TransferEvidence(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * Records the transfer.
     *
     * @param export the export that was given; it is verified first, and must be one that the custody log of this incident knows
     * @throws RequestRefusedException when there is no such incident, or the export is not one of it
     * @throws BagNotGenuineException when the export is not what was handed out
     * @throws dev.cordon.evidence.bag.NoBagException when there is no export at that place
     */
    public CustodyEntry transfer(String id, String to, String because, Optional<Path> export, Actor by) {
        IncidentId incident = new Incidents(workspace).find(id).incident().id();
        Optional<Digest> tagManifest = export.map(path -> genuine(path, incident));
        return workspace
                .custody()
                .append(
                        incident,
                        new CustodyEvent.Transferred(to, by.name(), because, export.map(Path::toString), tagManifest));
    }

    private Digest genuine(Path export, IncidentId incident) {
        BagVerification verified = BagVerifier.verify(export);
        if (!verified.ok()) {
            throw new BagNotGenuineException(export, verified);
        }
        return verified.tagManifest()
                .filter(digest -> isKnown(incident, digest))
                .orElseThrow(() -> new RequestRefusedException(
                        Reason.NOT_POSSIBLE_NOW,
                        "Nothing was recorded: the custody log of " + incident + " knows no export with the digest of "
                                + export + ".",
                        "Name an export that was made of this incident by this store; 'cordon evidence export "
                                + incident + "' makes one."));
    }

    private boolean isKnown(IncidentId incident, Digest tagManifest) {
        return workspace.custody().entries(incident).stream()
                .anyMatch(entry -> entry.event() instanceof CustodyEvent.Exported exported
                        && exported.tagManifest().equals(tagManifest));
    }
}

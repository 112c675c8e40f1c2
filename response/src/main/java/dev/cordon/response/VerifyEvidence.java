package dev.cordon.response;

import dev.cordon.evidence.verification.Remark;
import dev.cordon.evidence.verification.TrustedRoots;
import dev.cordon.evidence.verification.Verification;
import java.util.List;

/** Checks the whole store against its own chains and anchors. */
public final class VerifyEvidence {
    private final Workspace workspace;

    public VerifyEvidence(Workspace workspace) {
        this.workspace = workspace;
    }

    /**
     * What was checked and every fault found.
     *
     * @param roots who is believed about whose a time stamp is
     */
    public Verification verify(TrustedRoots roots) {
        Verification found = workspace.verifier().verify(List.of(), roots);
        return found.faults().isEmpty() ? found.remarking(cutOffImports()) : found;
    }

    private List<Remark> cutOffImports() {
        return workspace.journal().incidents().stream()
                .flatMap(incident ->
                        CutOffImports.of(
                                workspace.vault().exhibits(incident),
                                workspace.journal().entries(incident))
                                .stream())
                .map(exhibit -> new Remark(
                        "vault/" + exhibit.sha256().hex(),
                        exhibit.id() + " of " + exhibit.incident() + ": " + CutOffImports.MEANING))
                .toList();
    }
}

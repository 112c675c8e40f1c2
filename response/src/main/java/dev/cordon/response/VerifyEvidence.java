package dev.cordon.response;

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
        return workspace.verifier().verify(List.of(), roots);
    }
}

package dev.cordon.response;

import dev.cordon.evidence.verification.Verification;

/** Checks the whole store against its own chains and anchors. */
public final class VerifyEvidence {
    private final Workspace workspace;

    public VerifyEvidence(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What was checked and every fault found. */
    public Verification verify() {
        return workspace.verifier().verify();
    }
}

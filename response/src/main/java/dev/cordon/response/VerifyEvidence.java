package dev.cordon.response;

import dev.cordon.evidence.verification.Remark;
import dev.cordon.evidence.verification.Verification;
import java.util.List;
import java.util.stream.Stream;

/** Checks the whole store against its own chains and anchors. */
public final class VerifyEvidence {
    private final Workspace workspace;

    public VerifyEvidence(Workspace workspace) {
        this.workspace = workspace;
    }

    /** What was checked and every fault found. */
    public Verification verify() {
        Verification found = workspace.verifier().verify();
        return found.ok() ? with(found, cutOffImports()) : found;
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

    private static Verification with(Verification found, List<Remark> more) {
        return new Verification(
                found.exhibits(),
                found.journalEntries(),
                found.custodyEntries(),
                found.reportFiles(),
                found.faults(),
                Stream.concat(found.remarks().stream(), more.stream()).toList());
    }
}

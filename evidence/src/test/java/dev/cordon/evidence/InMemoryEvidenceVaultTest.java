package dev.cordon.evidence;

import java.time.InstantSource;

class InMemoryEvidenceVaultTest extends EvidenceVaultContract {
    @Override
    protected Fresh fresh() {
        CustodyLog custody = new InMemoryCustodyLog(InstantSource.fixed(Acquisitions.ACQUIRED_AT));
        return new Fresh(new InMemoryEvidenceVault(custody), custody);
    }

    @Override
    protected void damage(EvidenceVault vault, Exhibit exhibit) {
        ((InMemoryEvidenceVault) vault).damage(exhibit.id());
    }
}

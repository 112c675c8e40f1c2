package dev.cordon.investigation.collection;

import dev.cordon.evidence.EvidenceVault;
import dev.cordon.evidence.InMemoryCustodyLog;
import dev.cordon.evidence.InMemoryEvidenceVault;
import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.records.InMemoryLogRecords;
import dev.cordon.investigation.records.LogRecords;
import java.time.Instant;

class InMemoryLogCollectionsTest extends LogCollectionsContract {
    private record InMemory(EvidenceVault vault, LogRecords records, LogCollections collections) implements Kept {
        @Override
        public int exhibits(IncidentId incident) {
            return vault.exhibits(incident).size();
        }
    }

    @Override
    protected Kept fresh() {
        var vault = new InMemoryEvidenceVault(new InMemoryCustodyLog(() -> Instant.EPOCH));
        var records = new InMemoryLogRecords();
        return new InMemory(vault, records, new InMemoryLogCollections(vault, records));
    }
}

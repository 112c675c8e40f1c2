package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CutOffImportsTest {
    private static final IncidentId INCIDENT = new IncidentId("INC-20260302-K7QF");
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Digest NONE = Digest.sha256(new byte[0]);

    private static Exhibit exhibit(long sequence, String kind) {
        return new Exhibit(
                ExhibitId.of(sequence),
                INCIDENT,
                kind,
                "a.csv",
                "file a.csv",
                Optional.empty(),
                AT,
                AT,
                "text/csv",
                0,
                NONE,
                NONE);
    }

    @Test
    void a_sealed_file_whose_rows_nobody_put_down_is_an_import_that_was_cut_off() {
        Exhibit whole = exhibit(1, "imported-audit-log");
        Exhibit fetched = exhibit(2, "sign-ins");
        Exhibit cutOff = exhibit(3, "imported-sign-ins");
        var counted = new CaseEntry.EvidenceImported(whole.id(), "audit-log", 0, 0, 0, 0);
        var journal = List.of(new Recorded(1, INCIDENT, AT, AT, Actor.CORDON, counted, NONE, NONE));

        assertThat(CutOffImports.of(List.of(whole, fetched, cutOff), journal)).containsExactly(cutOff);
        assertThat(CutOffImports.of(List.of(whole, fetched), journal)).isEmpty();
    }
}

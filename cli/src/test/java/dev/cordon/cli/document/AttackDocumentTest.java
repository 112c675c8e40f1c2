package dev.cordon.cli.document;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.incident.IncidentId;
import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import dev.cordon.investigation.reconstruction.Clue;
import dev.cordon.investigation.reconstruction.Judged;
import dev.cordon.investigation.reconstruction.OurActs;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.reconstruction.TouchedFiles;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AttackDocumentTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private static Judged judged(String value) {
        return new Judged(
                TraceKind.SESSION,
                value,
                Party.UNKNOWN,
                Optional.empty(),
                List.of(new Clue(Party.USER, 50, "It was used \"there\".\n")),
                1,
                0,
                AT,
                AT,
                List.of("anna\u202e@contoso.example"));
    }

    /** A place of a collection may hold any text, also that which the parts are put together at. */
    private static Reconstructed of(List<Judged> judged) {
        var found = new Reconstruction(
                judged,
                0,
                0,
                OurActs.NONE,
                List.of(),
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of(),
                TouchedFiles.NONE,
                List.of(),
                0,
                List.of());
        return new Reconstructed(
                new IncidentId("INC-20260302-K7QF"),
                found,
                0,
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of("\"attribution\": []", "attribution"),
                List.of(),
                List.of());
    }

    @Test
    void written_in_parts_it_is_the_same_to_the_letter_and_no_part_holds_all() {
        for (List<Judged> judged : List.of(
                List.<Judged>of(), List.of(judged("s-1")), List.of(judged("s-1"), judged("\"]"), judged("s-3")))) {
            List<String> parts = new ArrayList<>();
            AttackDocument.write(of(judged), parts::add);

            assertThat(String.join("", parts)).isEqualTo(JsonText.of(AttackDocument.of(of(judged))));
            assertThat(parts).hasSize(judged.size() + 2);
        }
    }
}

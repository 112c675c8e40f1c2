package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealedCopiesTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Digest NONE = Digest.sha256(new byte[0]);

    private static Exhibit exhibit(long sequence, String source, long seconds) {
        return new Exhibit(
                ExhibitId.of(sequence),
                new IncidentId("INC-20260302-K7QF"),
                "app-role-assignments",
                "anna",
                source,
                Optional.empty(),
                AT.plusSeconds(seconds),
                AT.plusSeconds(seconds),
                "application/json",
                0,
                NONE,
                NONE);
    }

    @Test
    void an_answer_of_the_same_reading_is_beside_the_copy_wherever_it_was_sealed() {
        Exhibit before = exhibit(9, "GET applications", 0);
        Exhibit main = exhibit(10, "GET assignments", 0);
        Exhibit after = exhibit(11, "GET permissions", 1);
        Exhibit again = exhibit(12, "GET assignments", 60);

        assertThat(SealedCopies.beside(main, List.of(before, main, after, again, exhibit(13, "GET permissions", 60))))
                .containsExactlyInAnyOrder(before, after);
    }

    @Test
    void an_answer_of_a_later_reading_is_never_beside_the_copy_though_it_is_the_nearest() {
        Exhibit earlier = exhibit(2, "GET applications", -300);
        Exhibit main = exhibit(10, "GET assignments", 0);
        Exhibit laterButSealedFirst = exhibit(13, "GET applications", 60);
        Exhibit again = exhibit(14, "GET assignments", 60);

        assertThat(SealedCopies.beside(main, List.of(main, laterButSealedFirst, again)))
                .isEmpty();
        assertThat(SealedCopies.beside(main, List.of(earlier, main, laterButSealedFirst, again)))
                .containsExactly(earlier);
        assertThat(SealedCopies.beside(main, List.of(earlier, main, again, exhibit(15, "GET applications", 60))))
                .containsExactly(earlier);
    }
}

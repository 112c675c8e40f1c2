package dev.cordon.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IncidentValuesTest {
    private static final Instant DETECTED = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void spells_words_as_the_contract_does_and_reads_them_back() {
        assertThat(Word.of(IncidentState.NEEDS_OPERATOR)).isEqualTo("needs-operator");
        assertThat(Word.find(DetectionSource.class, "monday-review")).contains(DetectionSource.MONDAY_REVIEW);
        assertThat(Word.find(DetectionSource.class, "Monday-Review")).isEmpty();
        assertThat(Word.choices(AttackActivity.class)).isEqualTo("active, over, unknown");
    }

    @Test
    void refuses_an_incident_id_of_another_shape_without_repeating_it() {
        assertThatThrownBy(() -> new IncidentId("INC-1\u001b[31m"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("\u001b");
        assertThat(IncidentId.isIncidentId("INC-20261122-K7QF")).isTrue();
    }

    @Test
    void measures_a_target_as_met_missed_or_still_running() {
        ResponseTarget target = ResponseTarget.startOfResponse(
                        IncidentType.COMPROMISED_ACCOUNT, DetectionSource.MONDAY_REVIEW)
                .getFirst();
        assertThat(target.measure(DETECTED, Optional.of(DETECTED.plus(Duration.ofMinutes(30))))
                        .met())
                .contains(true);
        assertThat(target.measure(DETECTED, Optional.of(DETECTED.plus(Duration.ofMinutes(31))))
                        .met())
                .contains(false);
        assertThat(target.measure(DETECTED, Optional.empty()).met()).isEmpty();
    }

    @Test
    void has_no_target_where_the_organisation_made_no_promise() {
        assertThat(ResponseTarget.startOfResponse(IncidentType.COMPROMISED_ACCOUNT, DetectionSource.USER_REPORT))
                .isEmpty();
    }
}

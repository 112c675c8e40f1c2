package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.response.CaseRecord;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The last revoke is refused for good, after the first two have been proven. */
class FinalRevokeTest {
    private static final String THIRD_AND_LATER =
            "{\"match\":{\"path\":\"/revokeSignInSessions\",\"nth\":3},\"do\":\"status:503\",\"times\":1000}";

    @TempDir
    Path folder;

    @Test
    void is_not_verified_and_is_looked_at_again_when_the_last_revoke_fails() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            field.control("POST", "/faults", THIRD_AND_LATER);

            CaseRecord record = field.respond();

            assertThat(record.state().state()).isEqualTo(IncidentState.CONTAINED);
            assertThat(record.state().residual()).isPresent();
            assertThat(record.state().residual().orElseThrow().channels())
                    .first()
                    .asString()
                    .contains("last revoke was not proven");
            field.suspectsTruth()
                    .getAsJsonArray("residualTokens")
                    .forEach(token -> assertThat(
                                    record.state().residual().orElseThrow().until())
                            .isAfterOrEqualTo(Instant.parse(
                                    token.getAsJsonObject().get("expiresAt").getAsString())));
            assertThat(record.state().residual().orElseThrow().until())
                    .as("sessions that nothing is known to have ended can have got a token up to now")
                    .isAfterOrEqualTo(refusedLastAt(field).plus(Duration.ofMinutes(90)));
            assertThat(field.store().rechecks().scheduled())
                    .extracting(scheduled -> scheduled.name())
                    .contains("+15m", "+1h", "residual", "+24h", "day-7");
        }
    }

    private static Instant refusedLastAt(Battlefield field) {
        return field.requests().stream()
                .filter(row -> row.get("path").getAsString().endsWith("/revokeSignInSessions"))
                .map(row -> Instant.parse(row.get("at").getAsString()))
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    @Test
    void is_verified_once_the_last_revoke_is_proven_by_a_resumed_run() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            field.control("POST", "/faults", THIRD_AND_LATER.replace("1000", "8"));

            CaseRecord record = field.respond();
            assertThat(record.state().state()).isEqualTo(IncidentState.CONTAINED);
            CaseRecord resumed = record;
            for (int i = 0; i < 3 && resumed.state().state() == IncidentState.CONTAINED; i++) {
                resumed = field.resume(
                        field.store().journal().incidents().getFirst().value());
            }

            assertThat(resumed.state().state())
                    .as(resumed.state().openTasks().toString())
                    .isEqualTo(IncidentState.VERIFIED);
            assertThat(resumed.state().residual().orElseThrow().channels())
                    .noneMatch(channel -> channel.contains("not proven"));
        }
    }
}

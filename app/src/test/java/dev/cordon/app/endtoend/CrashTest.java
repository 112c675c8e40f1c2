package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.app.battlefield.DyingJournal;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.StepId;
import dev.cordon.response.CaseRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The process dies while it writes its journal, and the next one takes the incident up. */
@Execution(ExecutionMode.CONCURRENT)
class CrashTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {3, 9, 13, 15, 17, 24, 31, 40, 55, 70})
    void ends_the_same_after_dying_at_any_entry(int appends) throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            assertThatThrownBy(() ->
                            field.respond(journal -> new DyingJournal(journal, appends, false), AttackActivity.UNKNOWN))
                    .isInstanceOf(DyingJournal.ProcessDied.class);
            IncidentId incident = field.store().journal().incidents().getFirst();
            CaseRecord record = field.resume(incident.value());
            assertThat(record.state().state())
                    .as(record.state().openTasks().toString())
                    .isEqualTo(IncidentState.VERIFIED);
            assertThat(field.suspectsTruth().get("attackerAccess").getAsBoolean())
                    .isFalse();
            assertThat(field.suspectsTruth().get("mailFeed").getAsBoolean()).isFalse();
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
            long resets = field.requests().stream()
                    .filter(row -> row.get("method").getAsString().equals("PATCH"))
                    .filter(row -> row.get("path").getAsString().matches("/v1.0/users/[^/]+"))
                    .filter(row -> row.get("status").getAsInt() < 300)
                    .count();
            boolean repeated = record.state()
                    .step(new StepId("reset-password"))
                    .orElseThrow()
                    .repeated();
            // One that was intended and never sent is rightly said to be repeated: nobody could know that it was not.
            assertThat(resets).isPositive();
            assertThat(repeated || resets == 1).as(resets + " resets").isTrue();
            assertThat(field.store().verifier().verify().faults()).isEmpty();
        }
    }
}

package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.app.battlefield.RequestOrder;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.schedule.Rechecks;
import dev.cordon.response.CaseRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The attacker comes back between the steps, and with a token that lives out its hour. */
class ReentryTest {
    @TempDir
    Path folder;

    @Test
    void throws_out_at_the_recheck_what_a_dying_token_put_back() throws Exception {
        try (Battlefield field = Battlefield.shipped("reentry", folder)) {
            CaseRecord record = field.respond();
            assertThat(record.state().state()).isIn(IncidentState.CONTAINED, IncidentState.VERIFIED);
            assertThat(field.suspectsTruth().get("attackerAccess").getAsBoolean())
                    .isFalse();
            RequestOrder.assertThatOrderIsKept(field.requests());
            field.advance("PT3H");
            assertThat(field.watch().done()).isNotEmpty().allMatch(Rechecks.Done.CarriedOut.class::isInstance);
            assertThat(field.record().state().state())
                    .as(field.record().state().openTasks().toString())
                    .isIn(IncidentState.VERIFIED, IncidentState.WATCHING);
            assertThat(field.suspectsTruth().get("attackerAccess").getAsBoolean())
                    .isFalse();
            assertThat(field.suspectsTruth().get("mailFeed").getAsBoolean()).isFalse();
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
        }
    }
}

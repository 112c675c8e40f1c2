package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.journal.StepProgress;
import dev.cordon.response.CaseRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Answers that are lost, cut off or nonsense: never a false done, and no success without a reading. A tenant for each fault, several at
 * the same time, because most of it is waiting.
 */
class FaultyTenantTest {
    private static final String RESET = "\"method\":\"PATCH\",\"path\":\"/v1.0/users/\"";
    private static final String REVOKE = "\"path\":\"/revokeSignInSessions\"";
    private static final String METHOD = "\"method\":\"DELETE\"";
    private static final String LOST_ONCE = "\"do\":\"reset-after-commit\",\"times\":1";
    private static final String NOTHING = "\"do\":\"empty-200\"";
    private static final String NONSENSE = "\"do\":\"wrong-json\"";

    private static final List<Planned> FAULTS = List.of(
            new Planned("\"cmdlet\":\"Get-Mailbox\"", NONSENSE, IncidentState.CONTAINED),
            new Planned("\"cmdlet\":\"Get-InboxRule\"", NOTHING, IncidentState.CONTAINED),
            new Planned("\"path\":\"/appRoleAssignedTo\"", NONSENSE, IncidentState.CONTAINED),
            new Planned(REVOKE, LOST_ONCE, IncidentState.VERIFIED),
            new Planned(RESET, LOST_ONCE, IncidentState.VERIFIED),
            new Planned(RESET, "\"do\":\"status:429\",\"retryAfter\":\"none\",\"times\":1", IncidentState.VERIFIED),
            new Planned(METHOD, "\"do\":\"nul-403\"", IncidentState.CONTAINED),
            new Planned("\"cmdlet\":\"Remove-InboxRule\"", NONSENSE, IncidentState.VERIFIED),
            new Planned("\"cmdlet\":\"Remove-InboxRule\"", NOTHING, IncidentState.CONTAINED),
            new Planned("\"cmdlet\":\"Set-Mailbox\"", LOST_ONCE, IncidentState.VERIFIED));

    @TempDir
    Path folder;

    private record Planned(String match, String fault, IncidentState expected) {
        String body() {
            return "{\"match\":{" + match + "}," + fault + "}";
        }
    }

    @Test
    void every_faulty_answer_ends_as_the_truth_is() throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
            List<Future<?>> runs = FAULTS.stream()
                    .<Future<?>>map(planned -> threads.submit(() -> {
                        check(planned);
                        return planned;
                    }))
                    .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        }
    }

    private void check(Planned planned) throws Exception {
        Path own = Files.createTempDirectory(folder, "tenant");
        try (Battlefield field = Battlefield.resource("swift.yaml", own)) {
            field.control("POST", "/faults", planned.body());

            CaseRecord record = field.respond();

            assertThat(record.state().state())
                    .as(planned.body() + record.state().openTasks())
                    .isEqualTo(planned.expected());
            assertThatOutcomesAreTrue(planned, record, field);
            assertThatRepeatedResetIsSaid(planned, record, field);
        }
    }

    private static void assertThatOutcomesAreTrue(Planned planned, CaseRecord record, Battlefield field) {
        JsonObject truth = field.suspectsTruth();
        String held = truth.get("holds").toString();
        assertThat(field.truth().getAsJsonArray("collateral"))
                .as(planned.body())
                .isEmpty();
        assertThat(record.state().openTasks()).as(planned.body()).doesNotContainKey("keeps-coming-back");
        record.state().items().values().stream()
                .filter(item -> item.outcome().filter(ItemOutcome::isGone).isPresent())
                .forEach(item -> assertThat(held)
                        .as(planned.body())
                        .doesNotContain(item.key().id()));
        if (planned.expected() == IncidentState.VERIFIED) {
            assertThat(truth.get("attackerAccess").getAsBoolean())
                    .as(planned.body())
                    .isFalse();
            assertThat(truth.get("mailFeed").getAsBoolean()).as(planned.body()).isFalse();
            assertThat(record.state().items().values())
                    .as(planned.body())
                    .noneMatch(item -> item.outcome()
                            .filter(outcome -> outcome == ItemOutcome.FAILED || outcome == ItemOutcome.UNKNOWN)
                            .isPresent());
        }
    }

    private static void assertThatRepeatedResetIsSaid(Planned planned, CaseRecord record, Battlefield field) {
        long sent = field.requests().stream()
                .filter(row -> row.get("method").getAsString().equals("PATCH"))
                .filter(row -> row.get("path").getAsString().matches("/v1.0/users/[^/]+"))
                .filter(row -> row.get("status").getAsInt() != 429)
                .count();
        assertThat(record.state().step(new StepId("reset-password")).map(StepProgress::repeated))
                .as(planned.body())
                .hasValue(sent > 1);
    }
}

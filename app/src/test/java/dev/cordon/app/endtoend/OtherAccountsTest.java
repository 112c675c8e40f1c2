package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.response.CaseRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One password fitted three accounts, and only one of them was reported. */
class OtherAccountsTest {
    private static final String TASK = "other-accounts";

    @TempDir
    Path folder;

    @Test
    void a_response_to_one_of_three_sprayed_accounts_names_the_other_two_with_the_command_for_them() throws Exception {
        try (Battlefield field = Battlefield.shipped("spray-three-accounts", folder)) {
            CaseRecord record = field.respond();

            assertThat(record.state().openTasks().keySet()).first().isEqualTo(TASK);
            assertThat(record.state().openTasks())
                    .hasEntrySatisfying(
                            TASK,
                            task -> assertThat(task.text())
                                    .contains(
                                            "cordon respond compromised-account carla.rossi@spray.example bo.lund@spray.example")
                                    .contains("203.0.113.201")
                                    .doesNotContain("anna.berg")
                                    .doesNotContain("escalate"));
            assertThat(looked(record)).isNotEmpty().allSatisfy(proof -> {
                assertThat(proof.holds()).isTrue();
                assertThat(proof.exhibit()).isPresent();
                assertThat(proof.actual()).contains("complete through");
            });
            assertThat(markdown(record)).contains("carla.rossi").contains("bo.lund");

            field.advance("PT3H");
            assertThat(field.watch().done()).isNotEmpty();
            assertThat(looked(field.record())).hasSizeGreaterThan(looked(record).size());
            assertThat(field.store().verifier().verify().faults()).isEmpty();
        }
    }

    @Test
    void where_nobody_else_was_seen_it_says_what_was_looked_at_and_asks_nothing() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            CaseRecord record = field.respond();

            assertThat(record.state().openTasks()).doesNotContainKey(TASK);
            assertThat(looked(record))
                    .isNotEmpty()
                    .allSatisfy(proof -> assertThat(proof.actual())
                            .startsWith("none seen, in ")
                            .contains("203.0.113.9")
                            .contains("complete through"));
        }
    }

    private static List<Proof> looked(CaseRecord record) {
        return record.state().step(new StepId("verify")).orElseThrow().proofs().stream()
                .filter(proof -> proof.what().startsWith("Looked for other accounts"))
                .distinct()
                .toList();
    }

    private static String markdown(CaseRecord record) throws Exception {
        return Files.readString(
                Path.of(record.state().chronicle().reports().getLast().paths().get("markdown")));
    }
}

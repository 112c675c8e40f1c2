package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.response.CaseRecord;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sign-in log arrives minutes late: right after the last revoke it says nothing about the time since. */
class LogLagTest {
    @TempDir
    Path folder;

    @Test
    void a_log_that_ends_before_the_last_revoke_proves_nothing_about_the_time_since_until_a_re_check_reads_it_again()
            throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", LogLagTest::withSignInsLater, folder)) {
            CaseRecord record = field.respond();

            assertThat(record.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(signIns(record)).isNotEmpty().allSatisfy(proof -> {
                assertThat(proof.holds()).isFalse();
                assertThat(proof.pending()).isTrue();
                assertThat(proof.actual()).startsWith("cannot be said yet: the log ends at ");
            });
            assertThat(Files.readString(Path.of(record.state()
                            .chronicle()
                            .reports()
                            .getLast()
                            .paths()
                            .get("markdown"))))
                    .contains("cannot be said yet");

            field.advance("PT3H");
            assertThat(field.watch().done()).isNotEmpty();
            assertThat(signIns(field.record()))
                    .anySatisfy(proof -> assertThat(proof.holds()).isTrue());
        }
    }

    @Test
    void a_log_that_has_become_quiet_is_not_said_to_reach_less_far_than_before() throws Exception {
        try (Battlefield field = Battlefield.resource("swift.yaml", folder)) {
            Map<String, Instant> before = field.respond().state().logsThrough();

            field.advance("PT3H");
            assertThat(field.watch().done()).isNotEmpty();

            field.record()
                    .state()
                    .logsThrough()
                    .forEach((source, through) ->
                            assertThat(through).as(source).isAfterOrEqualTo(before.getOrDefault(source, through)));
        }
    }

    /** Others go on working: only by their rows can it be seen how far the log reaches. */
    private static String withSignInsLater(String yaml) {
        StringBuilder rows = new StringBuilder("  signIns:\n");
        for (int minute = 150; minute < 600; minute += 5) {
            for (String interactive : List.of("true", "false")) {
                rows.append("    - {user: bo.lund@contoso.example, at: PT")
                        .append(minute)
                        .append("M, ip: 198.51.100.7, country: IE, interactive: ")
                        .append(interactive)
                        .append(", userAgent: Edge}\n");
            }
        }
        return yaml.replace("  signIns:\n", rows);
    }

    private static List<Proof> signIns(CaseRecord record) {
        return record.state().step(new StepId("verify")).orElseThrow().proofs().stream()
                .filter(proof -> proof.what().contains("No attacker among"))
                .toList();
    }
}

package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.app.battlefield.RequestOrder;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.response.CaseRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Execution(ExecutionMode.CONCURRENT)
class CompromisedAccountTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"aitm-basic", "throttled"})
    void throws_the_attacker_out_takes_nothing_else_away_and_writes_no_secret(String scenario) throws Exception {
        try (Battlefield field = Battlefield.shipped(scenario, folder)) {
            CaseRecord record = field.respond();
            assertThat(record.state().state())
                    .as(record.state().openTasks().toString())
                    .isEqualTo(IncidentState.VERIFIED);
            JsonObject truth = field.suspectsTruth();
            assertThat(truth.get("attackerAccess").getAsBoolean()).isFalse();
            assertThat(truth.get("mailFeed").getAsBoolean()).isFalse();
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
            assertThat(field.truth().get("attempts").getAsInt()).isPositive();
            RequestOrder.assertThatOrderIsKept(field.requests());
            assertThatResidualCoversEveryTokenAndNoMore(record, truth, field);
            assertThatLogsAreNotOverstated(record, field);
            assertThat(field.store().verifier().verify().faults()).isEmpty();
            assertThatNoSecretWasWritten(field);
        }
    }

    @Test
    void removes_nothing_from_a_quiet_tenant() throws Exception {
        try (Battlefield field = Battlefield.shipped("quiet-tenant", folder)) {
            CaseRecord record = field.respond();
            assertThat(record.state().items().values())
                    .isNotEmpty()
                    .noneMatch(
                            item -> item.outcome().filter(ItemOutcome::isGone).isPresent())
                    .extracting(Item::verdict)
                    .doesNotContain(Verdict.MALICIOUS);
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
            assertThat(field.requests())
                    .noneMatch(row -> row.get("method").getAsString().equals("DELETE"));
            assertThat(record.state().state()).isEqualTo(IncidentState.VERIFIED);
        }
    }

    private static void assertThatNoSecretWasWritten(Battlefield field) throws IOException {
        List<String> secrets =
                field.secrets().stream().filter(secret -> secret.length() >= 8).toList();
        assertThat(secrets).isNotEmpty();
        assertThat(field.written()).isNotEmpty();
        for (Path file : field.written()) {
            String content = Files.readString(file, StandardCharsets.ISO_8859_1);
            assertThat(secrets).as(file.toString()).noneMatch(content::contains);
        }
    }

    private static void assertThatResidualCoversEveryTokenAndNoMore(
            CaseRecord record, JsonObject truth, Battlefield field) {
        Instant until = record.state().residual().orElseThrow().until();
        Instant latest = field.requests().stream()
                .filter(row -> row.get("path").getAsString().endsWith("/revokeSignInSessions"))
                .map(row -> Instant.parse(row.get("at").getAsString()).plus(Duration.ofMinutes(90)))
                .max(Comparator.naturalOrder())
                .orElseThrow();
        for (var token : truth.getAsJsonArray("residualTokens")) {
            Instant expires =
                    Instant.parse(token.getAsJsonObject().get("expiresAt").getAsString());
            assertThat(until).isAfterOrEqualTo(expires);
            latest = expires.isAfter(latest) ? expires : latest;
        }
        assertThat(until).isBeforeOrEqualTo(latest);
    }

    private static void assertThatLogsAreNotOverstated(CaseRecord record, Battlefield field) {
        JsonObject logs = field.truth().getAsJsonObject("logs");
        record.state()
                .logsThrough()
                .forEach((source, through) -> assertThat(through)
                        .as(source)
                        .isBeforeOrEqualTo(Instant.parse(logs.get(source).getAsString())));
    }
}

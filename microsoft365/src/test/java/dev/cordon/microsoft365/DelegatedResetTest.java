package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Secret;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DelegatedResetTest extends ConnectedTest {
    private static final String OPERATION = "/v1.0/users/" + ANNA + "/authentication/operations/op-1?aadgdc=a&aadgsu=b";
    private static final Secret PASSWORD = new Secret("Pass-word-1!");

    private final AtomicInteger resets = new AtomicInteger();

    @BeforeEach
    void signInAsAnAdministrator() {
        microsoft.delegated();
        microsoft.graphClaims("\"scp\":\"UserAuthenticationMethod.ReadWrite.All\",\"upn\":\"admin@contoso.example\"");
    }

    @Test
    void waits_until_the_operation_has_succeeded_and_keeps_no_password() {
        statuses("notStarted", "running", "succeeded");

        Receipt receipt = tenant.passwords().reset(ANNA, PASSWORD);

        assertThat(receipt.answers()).hasSize(4);
        assertThat(receipt.answers().getFirst().redacted()).isTrue();
        assertThat(new String(receipt.answers().getFirst().body().toArray(), java.nio.charset.StandardCharsets.UTF_8))
                .doesNotContain("Pass-word-1!")
                .contains("[secret]");
        assertThat(microsoft.asked().get(1).path()).isEqualTo(OPERATION);
        assertThat(pauses).containsExactly(Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(resets).hasValue(1);
    }

    @Test
    void an_operation_that_failed_on_premises_is_mastered_elsewhere() {
        statuses("failed");

        Failure failure = refusal(() -> tenant.passwords().reset(ANNA, PASSWORD));

        assertThat(failure.reason()).isEqualTo(Reason.MASTERED_ELSEWHERE);
        assertThat(failure.message()).contains("on-premises");
    }

    @Test
    void an_operation_that_never_ends_is_unknown_and_not_repeated() {
        statuses("running");

        assertThat(refusal(() -> tenant.passwords().reset(ANNA, PASSWORD)).reason())
                .isEqualTo(Reason.UNKNOWN_RESULT);
        assertThat(resets).hasValue(1);
    }

    @Test
    void an_accepted_reset_without_an_operation_is_unknown() {
        microsoft.answer(request -> Reply.json("{}").with(202));

        assertThat(refusal(() -> tenant.passwords().reset(ANNA, PASSWORD)).reason())
                .isEqualTo(Reason.UNKNOWN_RESULT);
    }

    private void statuses(String... statuses) {
        AtomicInteger next = new AtomicInteger();
        microsoft.answer(request -> {
            if (request.method().equals("POST")) {
                resets.incrementAndGet();
                return Reply.json("{\"newPassword\":\"Pass-word-1!\"}")
                        .with(202)
                        .with("Location", "https://graph.microsoft.com" + OPERATION);
            }
            String status = statuses[Math.min(next.getAndIncrement(), statuses.length - 1)];
            return Reply.json("{\"id\":\"op-1\",\"status\":\"" + status
                    + "\",\"statusDetail\":\"The on-premises policy rejected it.\"}");
        });
    }
}

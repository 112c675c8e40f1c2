package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Fault;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.AuthenticationMethods.IssuedPass;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.TenantException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** The one-time pass, as it goes over the wire. */
class OneTimePassTest extends ConnectedTest {
    private static final String ANNA = "8f0c2c1e-1111-4222-8333-944445555666";
    private static final String MADE = """
        {"@odata.context":"x","id":"tap-1","isUsable":true,"methodUsabilityReason":"EnabledByPolicy",
         "temporaryAccessPass":"Kq7#tv+P","createdDateTime":"2026-03-02T08:00:00Z","lifetimeInMinutes":60,
         "isUsableOnce":true,"startDateTime":"2026-03-02T08:00:05Z"}
        """;

    @Test
    void a_pass_works_once_for_an_hour_and_only_its_own_answer_carries_its_text() {
        microsoft.answer(request -> Reply.json(MADE).with(201));

        IssuedPass pass = tenant.authenticationMethods().issuePass(ANNA, Duration.ofMinutes(60));

        Asked asked = microsoft.asked().getLast();
        assertThat(asked.toString())
                .isEqualTo("POST /v1.0/users/" + ANNA + "/authentication/temporaryAccessPassMethods");
        assertThat(asked.body()).contains("\"lifetimeInMinutes\":60").contains("\"isUsableOnce\":true");
        assertThat(pass.text().reveal()).isEqualTo("Kq7#tv+P");
        assertThat(pass.method().id()).isEqualTo("tap-1");
        assertThat(pass.method().type()).isEqualTo("temporaryAccessPass");
        assertThat(pass.usableUntil()).isEqualTo(Instant.parse("2026-03-02T09:00:05Z"));
        assertThat(pass.toString()).doesNotContain("Kq7#tv+P");
    }

    @Test
    void the_answer_that_is_kept_does_not_carry_the_pass() {
        microsoft.answer(request -> Reply.json(MADE).with(201));

        IssuedPass pass = tenant.authenticationMethods().issuePass(ANNA, Duration.ofMinutes(60));

        assertThat(pass.receipt().answers()).allSatisfy(answer -> {
            assertThat(new String(answer.body().toArray(), StandardCharsets.UTF_8))
                    .contains("[secret]")
                    .doesNotContain("Kq7#tv+P");
            assertThat(answer.redacted()).isTrue();
        });
    }

    @Test
    void a_pass_is_asked_for_once_however_it_ends() {
        microsoft.answer(request -> Reply.status(200).with(Fault.RESET));

        assertThat(failure().reason()).isEqualTo(Reason.UNKNOWN_RESULT);
        assertThat(microsoft.asked()).hasSize(1);
    }

    @Test
    void an_answer_without_the_pass_is_no_pass() {
        microsoft.answer(
                request -> Reply.json(MADE.replace("\"Kq7#tv+P\"", "null")).with(201));

        assertThat(failure().reason()).isEqualTo(Reason.UNKNOWN_RESULT);
    }

    @Test
    void a_policy_that_forbids_passes_is_named_with_who_can_change_it() {
        microsoft.answer(request ->
                Reply.error(400, "badRequest", "Temporary Access Pass is not enabled by policy for this user."));

        assertThat(failure().reason()).isEqualTo(Reason.NOT_AVAILABLE);
        assertThat(failure().meaning()).contains("policy");
        assertThat(failure().remedy()).contains("Authentication Policy Administrator");
    }

    @Test
    void a_token_without_the_permission_is_told_the_least_one() {
        microsoft.answer(request -> Reply.error(403, "accessDenied", "Request Authorization failed"));

        assertThat(failure().reason()).isEqualTo(Reason.MISSING_PERMISSION);
        assertThat(failure().remedy()).contains("UserAuthMethod-TAP.ReadWrite.All");
    }

    private Failure failure() {
        return catchThrowableOfType(
                        TenantException.class,
                        () -> tenant.authenticationMethods().issuePass(ANNA, Duration.ofMinutes(60)))
                .failure();
    }
}

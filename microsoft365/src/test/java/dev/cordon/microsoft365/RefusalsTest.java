package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.AuthenticationMethod;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Secret;
import dev.cordon.tenant.SignInLog;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RefusalsTest extends ConnectedTest {
    private static final Reply DENIED =
            Reply.error(403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
    private static final String USER_ADMINISTRATOR = "\"fe930be7-5e62-47db-91af-98c3a49a38b1\"";

    @Test
    void a_missing_permission_is_named() {
        microsoft.answer(request -> DENIED);

        Failure failure = refusal(() -> tenant.signInSessions().revoke(ANNA));

        assertThat(failure.reason()).isEqualTo(Reason.MISSING_PERMISSION);
        assertThat(failure.remedy()).contains("application permission User.RevokeSessions.All");
    }

    @Test
    void a_missing_role_is_named() {
        microsoft.graphClaims("\"roles\":[\"User-PasswordProfile.ReadWrite.All\"],\"wids\":[]");
        microsoft.answer(request -> DENIED);

        Failure failure = refusal(() -> tenant.passwords().reset(ANNA, new Secret("Pass-word-1!")));

        assertThat(failure.reason()).isEqualTo(Reason.MISSING_ROLE);
        assertThat(failure.remedy()).contains("User Administrator").contains("service principal");
    }

    @Test
    void a_target_that_outranks_us_is_protected() {
        microsoft.graphClaims(
                "\"roles\":[\"User-PasswordProfile.ReadWrite.All\"],\"wids\":[" + USER_ADMINISTRATOR + "]");
        microsoft.answer(request -> DENIED);

        Failure failure = refusal(() -> tenant.passwords().reset(ANNA, new Secret("Pass-word-1!")));

        assertThat(failure.reason()).isEqualTo(Reason.PROTECTED_TARGET);
        assertThat(failure.remedy()).contains("Privileged Authentication Administrator");
    }

    @Test
    void a_delegated_permission_is_named_as_delegated() {
        microsoft.delegated();
        microsoft.graphClaims("\"scp\":\"User.Read.All\",\"upn\":\"admin@contoso.example\"");
        microsoft.answer(request -> DENIED);

        assertThat(refusal(() -> tenant.signInSessions().revoke(ANNA)).remedy())
                .contains("delegated permission User.RevokeSessions.All");
    }

    @Test
    void a_synchronised_user_is_mastered_elsewhere() {
        microsoft.answer(
                request -> Reply.error(
                        400,
                        "Request_BadRequest",
                        "Unable to update the specified properties for on-premises mastered Directory Sync objects or objects currently undergoing migration."));

        Failure failure = refusal(() -> tenant.passwords().reset(ANNA, new Secret("Pass-word-1!")));

        assertThat(failure.reason()).isEqualTo(Reason.MASTERED_ELSEWHERE);
        assertThat(failure.remedy()).contains("Active Directory");
    }

    @Test
    void a_rejected_password_is_refused_and_never_repeated_in_the_failure() {
        microsoft.answer(request -> Reply.error(
                400,
                "Request_BadRequest",
                "The specified password Pass-word-1! does not comply with password complexity requirements."));

        Failure failure = refusal(() -> tenant.passwords().reset(ANNA, new Secret("Pass-word-1!")));

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure.paragraph()).doesNotContain("Pass-word-1!").contains("policy");
    }

    @Test
    void the_default_method_has_a_reason_of_its_own_in_both_wordings() {
        AuthenticationMethod phone = new AuthenticationMethod("3179", "phone", "+44", Optional.empty());
        for (String words : new String[] {
            "Cannot delete default method with other methods configured. Please change default method before deletion.",
            "The requested authentication method id of [3179] matches the user's current default authentication method, and cannot be deleted until the default authentication method is changed"
        }) {
            microsoft.answer(request -> Reply.error(400, "badRequest", words));

            assertThat(refusal(() -> tenant.authenticationMethods().delete(ANNA, phone))
                            .reason())
                    .isEqualTo(Reason.DEFAULT_METHOD);
        }
    }

    @Test
    void a_tenant_without_premium_is_not_licensed_after_two_more_tries() {
        microsoft.graphClaims("\"roles\":[\"AuditLog.Read.All\"]");
        microsoft.answer(request -> Reply.error(
                403,
                "Authentication_RequestFromNonPremiumTenantOrB2CTenant",
                "Neither tenant is B2C or tenant doesn't have premium license"));

        Failure failure =
                refusal(() -> tenant.signInLog().fetchSignIns(ANNA, SignInLog.Kind.INTERACTIVE, Instant.EPOCH));

        assertThat(failure.reason()).isEqualTo(Reason.NOT_LICENSED);
        assertThat(failure.meaning()).contains("Entra ID P1");
        assertThat(microsoft.asked()).hasSize(3);
    }

    @Test
    void an_unknown_route_is_not_available_and_not_missing() {
        microsoft.answer(
                request -> Reply.json("{\"Message\":\"No HTTP resource was found that matches the request URI\"}")
                        .with(404));

        AuthenticationMethod strange = new AuthenticationMethod("x", "holographic", "h", Optional.empty());
        assertThat(refusal(() -> tenant.authenticationMethods().delete(ANNA, strange))
                        .reason())
                .isEqualTo(Reason.NOT_AVAILABLE);
    }

    @Test
    void exchange_without_permission_and_without_role() {
        microsoft.exchangeClaims("\"roles\":[]");
        microsoft.answer(request -> Reply.status(401));
        assertThat(refusal(() -> tenant.mailboxes().fetchMailbox("a@b.example")).remedy())
                .contains("Exchange.ManageAsApp");
    }

    @Test
    void telephones_that_may_not_be_read_are_refused_with_the_role_that_is_missing() {
        microsoft.answer(request -> Reply.status(403));

        Failure failure = refusal(() -> tenant.mailboxes().fetchMobileDevices("a@b.example"));

        assertThat(failure.reason()).isEqualTo(Reason.MISSING_ROLE);
        assertThat(failure.attempted()).contains("telephones").contains("a@b.example");
        assertThat(failure.remedy()).contains("Exchange Administrator").contains("service principal");
    }

    @Test
    void exchange_explains_itself_innermost() {
        microsoft.answer(request -> Reply.json("""
                        {"error":{"code":"BadRequest","message":"Error executing cmdlet","details":[{"code":"Context","target":"",
                        "message":"Ex1|Microsoft.Exchange.Configuration.Tasks.ACLTooBigException|The list is too long."}],
                        "innererror":{"message":"outer","internalexception":{"message":"The list is too long.","type":"x"}}}}
                        """).with(400));

        Failure failure = refusal(() -> tenant.mailboxes().disableAutoReply("a@b.example"));

        assertThat(failure.reason()).isEqualTo(Reason.REFUSED);
        assertThat(failure.code()).isEqualTo("ACLTooBigException");
        assertThat(failure.message()).isEqualTo("The list is too long.");
    }

    @Test
    void too_many_requests_at_once_at_exchange_is_throttling_without_a_number() {
        microsoft.answer(FaultsTest.inTurn(
                Reply.json(
                                "{\"error\":{\"code\":\"BadRequest\",\"message\":\"You have reached the maximum number of concurrent requests per tenant. Please wait and try again\"}}")
                        .with(400),
                Reply.json("{\"value\":[{\"RecipientTypeDetails\":\"UserMailbox\"}]}")));

        assertThat(tenant.mailboxes().fetchMailbox("a@b.example").value()).isPresent();
        assertThat(pauses).hasSize(1);
    }

    @Test
    void an_answer_without_any_row_does_not_mean_that_there_is_no_mailbox() {
        microsoft.answer(request -> Reply.json("{\"value\":[]}"));

        assertThat(refusal(() -> tenant.mailboxes().fetchMailbox("a@b.example")).reason())
                .isEqualTo(Reason.UNREADABLE_ANSWER);
    }

    @Test
    void a_removal_refused_after_its_first_answer_was_lost_may_have_happened() {
        microsoft.answer(FaultsTest.inTurn(
                Reply.json("[\"nonsense\"]"),
                Reply.json("{\"error\":{\"code\":\"BadRequest\",\"message\":\"It is not there.\"}}")
                        .with(400)));

        assertThat(refusal(() -> tenant.mailboxes().disableAutoReply("a@b.example"))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_RESULT);
    }
}

package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Caller;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Secret;
import dev.cordon.tenant.UserAccount;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContainmentSliceTest extends ConnectedTest {
    private static final String USER = """
            {"id":"%s","userPrincipalName":"anna.berg@contoso.example","displayName":"Anna Berg","mail":"anna.berg@contoso.example",
             "accountEnabled":true,"userType":"Member","onPremisesSyncEnabled":null,"proxyAddresses":["SMTP:anna.berg@contoso.example"],
             "createdDateTime":"2024-01-02T03:04:05Z","assignedPlans":[{"capabilityStatus":"Enabled","servicePlanId":"p1"},
             {"capabilityStatus":"Deleted","servicePlanId":"p2"}],"manager":{"id":"m","displayName":"Max"},"unheardOf":{"a":[1]}}
            """.formatted(ANNA);

    @Test
    void finds_a_user_by_sign_in_name_with_one_token_and_one_request() {
        microsoft.answer(request -> Reply.json(USER));

        Reading<List<UserAccount>> found = tenant.directory().findUsers("anna.berg@contoso.example");

        UserAccount anna = found.value().getFirst();
        assertThat(anna.objectId()).isEqualTo(ANNA);
        assertThat(anna.manager().orElseThrow().displayName()).isEqualTo("Max");
        assertThat(anna.servicePlanIds()).containsExactly("p1");
        assertThat(anna.synchronised()).isFalse();
        assertThat(microsoft.asked()).hasSize(1);
        assertThat(microsoft.tokensAsked()).hasSize(1);
        assertThat(found.answers().getFirst().requestId()).contains("r-2");
        assertThat(microsoft.tokensAsked().getFirst().body())
                .contains("cp1")
                .contains("client_assertion")
                .contains("graph.microsoft.com");
    }

    @Test
    void an_unknown_name_is_looked_for_as_address_and_as_display_name_and_then_not_found() {
        microsoft.answer(request -> request.path().contains("$filter")
                ? Reply.json("{\"value\":[]}")
                : Reply.error(404, "Request_ResourceNotFound", "Resource 'x' does not exist"));

        Reading<List<UserAccount>> found = tenant.directory().findUsers("o'neil@contoso.example");

        assertThat(found.value()).isEmpty();
        assertThat(found.answers()).hasSize(3);
        assertThat(microsoft.asked().get(1).readable()).contains("smtp:o''neil@contoso.example");
    }

    @Test
    void two_people_of_one_name_are_both_found() {
        microsoft.answer(request -> Reply.json(
                "{\"value\":[" + USER + "," + USER.replace(ANNA, "0aaaaaaa-0000-4000-8000-000000000002") + "]}"));

        assertThat(tenant.directory().findUsers("Anna Berg").value()).hasSize(2);
        assertThat(microsoft.asked()).hasSize(1);
    }

    @Test
    void revokes_and_reads_back_since_when_sessions_are_valid() {
        microsoft.answer(request -> request.method().equals("POST")
                ? Reply.json("{\"@odata.context\":\"x\",\"value\":true}")
                : Reply.json("{\"id\":\"x\",\"signInSessionsValidFromDateTime\":\"2026-03-02T08:00:05Z\"}"));

        Receipt receipt = tenant.signInSessions().revoke(ANNA);
        Reading<Optional<Instant>> validFrom = tenant.signInSessions().fetchValidFrom(ANNA);

        assertThat(receipt.requestId()).isEqualTo("r-2");
        assertThat(validFrom.value()).contains(Instant.parse("2026-03-02T08:00:05Z"));
        assertThat(microsoft.asked().getFirst().path()).isEqualTo("/v1.0/users/" + ANNA + "/revokeSignInSessions");
        assertThat(microsoft.tokensAsked()).hasSize(1);
    }

    @Test
    void an_application_resets_through_the_password_profile_and_keeps_no_password() {
        microsoft.answer(request -> Reply.status(204));

        Receipt receipt = tenant.passwords().reset(ANNA, new Secret("Very-secret-1!"));

        assertThat(microsoft.asked().getFirst().body())
                .contains("Very-secret-1!")
                .contains("forceChangePasswordNextSignIn\":true");
        assertThat(microsoft.asked().getFirst().method()).isEqualTo("PATCH");
        assertThat(receipt.toString()).doesNotContain("Very-secret-1!");
        assertThat(receipt.alreadyInPlace()).isFalse();
    }

    @Test
    void the_clock_is_the_tenants() {
        Instant tenantTime = Instant.parse("2031-05-06T07:08:09Z");
        microsoft.clock(() -> tenantTime);
        microsoft.answer(request -> Reply.json("{}"));

        assertThat(tenant.clock().fetchNow()).isEqualTo(tenantTime);
        assertThat(tenant.clock().now()).isBetween(tenantTime, tenantTime.plusSeconds(60));
        assertThat(microsoft.tokensAsked()).isEmpty();
    }

    @Test
    void says_who_we_are() {
        microsoft.graphClaims("\"roles\":[\"User.Read.All\",\"AuditLog.Read.All\"],\"wids\":[\"w1\"]");

        Caller caller = tenant.caller();

        assertThat(caller.kind()).isEqualTo(Caller.Kind.APPLICATION);
        assertThat(caller.graphPermissions()).containsExactlyInAnyOrder("User.Read.All", "AuditLog.Read.All");
        assertThat(caller.roleTemplateIds()).containsExactly("w1");
        assertThat(microsoft.asked()).isEmpty();
    }
}

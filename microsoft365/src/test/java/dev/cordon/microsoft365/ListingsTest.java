package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Completeness.Incomplete;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.DirectoryRole.Holding;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.RoleHoldings;
import dev.cordon.tenant.SignIn;
import dev.cordon.tenant.SignInLog.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListingsTest extends ConnectedTest {
    private static final Instant FROM = Instant.parse("2026-03-01T00:00:00Z");

    @Test
    void follows_links_as_given_past_short_and_empty_pages_and_shows_each_row_once() {
        microsoft.answer(request -> switch (page(request)) {
            case 1 -> signIns("a", microsoft.address() + "/v1.0/auditLogs/signIns?$skiptoken=2&x=%2B");
            case 2 ->
                Reply.json("{\"value\":[],\"@odata.nextLink\":\"" + microsoft.address()
                        + "/v1.0/auditLogs/signIns?$skiptoken=3\"}");
            default -> Reply.json("{\"value\":[" + signIn("a") + "," + signIn("b") + "]}");
        });

        Reading<List<SignIn>> read = tenant.signInLog().fetchSignIns(ANNA, Kind.INTERACTIVE, FROM);

        assertThat(read.value()).extracting(SignIn::id).containsExactly("a", "b");
        assertThat(read.isComplete()).isTrue();
        assertThat(read.answers()).hasSize(3);
        assertThat(microsoft.asked().get(1).path()).isEqualTo("/v1.0/auditLogs/signIns?$skiptoken=2&x=%2B");
        assertThat(read.value().getFirst().country()).isEqualTo("NL");
        assertThat(read.value().getFirst().succeeded()).isFalse();
    }

    @Test
    void a_link_to_another_host_is_not_followed_and_leaves_it_incomplete() {
        microsoft.answer(request -> signIns("a", "https://evil.example/v1.0/auditLogs/signIns?$skiptoken=2"));

        Reading<List<SignIn>> read = tenant.signInLog().fetchSignIns(ANNA, Kind.INTERACTIVE, FROM);

        assertThat(read.completeness()).isInstanceOf(Incomplete.class);
        assertThat(((Incomplete) read.completeness()).reason()).contains("another host");
        assertThat(read.value()).hasSize(1);
    }

    @Test
    void a_link_that_leads_back_ends_the_reading() {
        microsoft.answer(request -> signIns("a", microsoft.address() + "/v1.0/auditLogs/signIns?$skiptoken=2"));

        Reading<List<SignIn>> read = tenant.signInLog().fetchSignIns(ANNA, Kind.INTERACTIVE, FROM);

        assertThat(microsoft.asked()).hasSize(2);
        assertThat(read.isComplete()).isFalse();
    }

    @Test
    void a_later_page_that_fails_keeps_what_was_read() {
        microsoft.answer(request -> page(request) == 1
                ? signIns("a", microsoft.address() + "/v1.0/auditLogs/signIns?$skiptoken=2")
                : Reply.error(400, "UnknownError", "Unsupported Query"));

        Reading<List<SignIn>> read = tenant.signInLog().fetchSignIns(ANNA, Kind.INTERACTIVE, FROM);

        assertThat(read.value()).hasSize(1);
        assertThat(((Incomplete) read.completeness()).reason()).contains("page 2");
    }

    @Test
    void a_page_without_value_or_with_a_row_that_makes_no_sense_is_not_an_empty_one() {
        for (String body : List.of("{}", "{\"value\":null}", "{\"value\":[{\"id\":5}]}", "{\"value\":[7]}")) {
            microsoft.answer(request -> Reply.json(body));

            assertThat(refusal(() -> tenant.authenticationMethods().fetchMethods(ANNA))
                            .reason())
                    .isEqualTo(dev.cordon.tenant.Failure.Reason.UNREADABLE_ANSWER);
        }
    }

    @Test
    void non_interactive_sign_ins_come_from_beta_with_their_sessions() {
        microsoft.answer(request -> Reply.json("{\"value\":["
                + signIn("a")
                        .replace(
                                "\"userAgent\"",
                                "\"sessionId\":\"s1\",\"authenticationDetails\":[{\"authenticationStepResultDetail\":\"MFA requirement satisfied by claim in the token\"}],\"userAgent\"")
                + "]}"));

        SignIn row = tenant.signInLog()
                .fetchSignIns(ANNA, Kind.NON_INTERACTIVE, FROM)
                .value()
                .getFirst();

        assertThat(microsoft.asked().getFirst().readable())
                .startsWith("/beta/auditLogs/signIns")
                .contains("signInEventTypes/any(t: t eq 'nonInteractiveUser')");
        assertThat(row.sessionId()).contains("s1");
        assertThat(row.mfaByClaim()).contains(true);
        assertThat(row.interactive()).isFalse();
    }

    @Test
    void everybodys_sign_ins_from_an_address_are_asked_for_with_its_quotes_doubled_and_carry_their_account() {
        microsoft.answer(request -> Reply.json("{\"value\":["
                + signIn("a").replace("\"userAgent\"", "\"userId\":\"u1\",\"userPrincipalName\":\"bo@x\",\"userAgent\"")
                + "]}"));

        var rows = tenant.signInLog()
                .fetchSignInsFrom("2001:db8::9'x", Kind.INTERACTIVE, FROM, FROM.plusSeconds(864_000), 1)
                .value();

        assertThat(microsoft.asked().getFirst().readable())
                .startsWith("/v1.0/auditLogs/signIns")
                .contains("ipAddress eq '2001:db8::9''x' and createdDateTime ge ")
                .contains(" and createdDateTime le ");
        assertThat(rows).singleElement().satisfies(row -> {
            assertThat(row.objectId()).isEqualTo("u1");
            assertThat(row.userPrincipalName()).isEqualTo("bo@x");
            assertThat(row.signIn().succeeded()).isFalse();
        });
    }

    @Test
    void a_reading_of_few_pages_stops_there_and_says_that_there_is_more() {
        microsoft.answer(request -> signIns(
                "a" + page(request),
                microsoft.address() + "/v1.0/auditLogs/signIns?$skiptoken=" + (page(request) + 1)));

        var read = tenant.signInLog()
                .fetchSignInsFrom("203.0.113.9", Kind.INTERACTIVE, FROM, FROM.plusSeconds(864_000), 2);

        assertThat(microsoft.asked()).hasSize(2);
        assertThat(read.isComplete()).isFalse();
        assertThat(read.value()).hasSize(2);
    }

    @Test
    void roles_are_read_direct_through_groups_and_eligible_at_once() {
        microsoft.answer(request -> {
            String path = request.readable();
            if (path.contains("/transitiveMemberOf")) {
                return Reply.json("""
                        {"value":[{"@odata.type":"#microsoft.graph.group","id":"g1","displayName":"Admins","isAssignableToRole":true},
                         {"@odata.type":"#microsoft.graph.group","id":"g2","displayName":"All"},
                         {"@odata.type":"#microsoft.graph.directoryRole","id":"r9","displayName":"Reports Reader","roleTemplateId":"t9"}]}""");
            }
            if (path.contains("roleEligibilityScheduleInstances")) {
                return Reply.error(400, "AadPremiumLicenseRequired", "The tenant needs to have Microsoft Entra ID P2.");
            }
            String role = path.contains("'g1'") ? "t2" : "t1";
            return Reply.json("{\"value\":[{\"id\":\"x" + role + "\",\"roleDefinitionId\":\"" + role
                    + "\",\"directoryScopeId\":\"/\",\"roleDefinition\":{\"templateId\":\"" + role
                    + "\",\"displayName\":\"Role " + role + "\"}}]}");
        });

        Reading<RoleHoldings> reading = tenant.directory().fetchRoles(ANNA);
        RoleHoldings holdings = reading.value();

        assertThat(reading.isComplete()).isTrue();
        assertThat(holdings.roles())
                .extracting(DirectoryRole::templateId, DirectoryRole::holding)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("t1", Holding.ASSIGNED),
                        org.assertj.core.groups.Tuple.tuple("t2", Holding.THROUGH_GROUP),
                        org.assertj.core.groups.Tuple.tuple("t9", Holding.THROUGH_GROUP));
        assertThat(holdings.roleAssignableGroups()).containsExactly("Admins");
        assertThat(reading.completeness().notLookedAt())
                .hasValueSatisfying(
                        what -> assertThat(what).startsWith("Not licensed: eligible roles were not looked at"));
    }

    @Test
    void eligible_roles_that_could_not_be_read_are_not_taken_for_none() {
        microsoft.answer(request -> request.readable().contains("roleEligibilityScheduleInstances")
                ? Reply.json("[]")
                : Reply.json("{\"value\":[]}"));

        Reading<RoleHoldings> reading = tenant.directory().fetchRoles(ANNA);

        assertThat(reading.isComplete()).isFalse();
        assertThat(reading.completeness().notLookedAt()).isEmpty();
    }

    @Test
    void roles_are_known_by_memberships_where_the_assignments_cannot_be_read_and_that_is_not_all() {
        microsoft.answer(request -> request.readable().contains("/transitiveMemberOf")
                ? Reply.json(
                        "{\"value\":[{\"@odata.type\":\"#microsoft.graph.directoryRole\",\"id\":\"r9\",\"displayName\":\"Global"
                                + " Administrator\",\"roleTemplateId\":\"62e90394-69f5-4237-9190-012177145e10\"}]}")
                : Reply.error(
                        403, "Authorization_RequestDenied", "Insufficient privileges to complete the operation."));

        Reading<RoleHoldings> reading = tenant.directory().fetchRoles(ANNA);

        assertThat(reading.isComplete()).isFalse();
        assertThat(reading.value().roles())
                .extracting(DirectoryRole::templateId)
                .containsExactly("62e90394-69f5-4237-9190-012177145e10");
    }

    @ParameterizedTest
    @CsvSource({"Enabled, false", "Deleted, true"})
    void a_refusal_of_eligible_roles_means_that_they_are_not_licensed_only_where_the_licence_is_missing(
            String status, boolean complete) {
        microsoft.answer(request -> {
            if (request.readable().contains("roleEligibilityScheduleInstances")) {
                return Reply.error(400, "InvalidRequest", "The request was refused.");
            }
            return request.readable().contains("subscribedSkus")
                    ? Reply.json("{\"value\":[{\"skuId\":\"s\",\"capabilityStatus\":\"" + status
                            + "\",\"servicePlans\":[{\"servicePlanId\":\"eec0eb4f-6444-4f95-aba0-50c24d67f998\","
                            + "\"provisioningStatus\":\"Success\"}]}]}")
                    : Reply.json("{\"value\":[]}");
        });

        Reading<RoleHoldings> reading = tenant.directory().fetchRoles(ANNA);

        assertThat(reading.isComplete()).isEqualTo(complete);
        assertThat(reading.completeness().notLookedAt().isPresent()).isEqualTo(complete);
    }

    @Test
    void eligible_roles_that_are_refused_while_the_licences_cannot_be_read_are_not_taken_for_none() {
        microsoft.answer(request -> request.readable().contains("roleEligibility")
                ? Reply.error(400, "Bad", "no")
                : request.readable().contains("subscribedSkus")
                        ? Reply.error(403, "Denied", "no")
                        : Reply.json("{\"value\":[]}"));

        assertThat(tenant.directory().fetchRoles(ANNA).isComplete()).isFalse();
    }

    @Test
    void role_holders_are_enabled_users_with_groups_resolved() {
        microsoft.answer(request -> {
            String path = request.readable();
            if (path.contains("roleAssignments")) {
                return Reply.json("""
                        {"value":[{"principalId":"u1","directoryScopeId":"/"},{"principalId":"u2","directoryScopeId":"/"},
                         {"principalId":"g1","directoryScopeId":"/"},{"principalId":"u3","directoryScopeId":"/administrativeUnits/x"}]}""");
            }
            if (path.contains("/groups/g1/transitiveMembers")) {
                return Reply.json("{\"value\":[{\"id\":\"u4\",\"accountEnabled\":true}]}");
            }
            if (path.contains("/users/g1")) {
                return Reply.error(404, "Request_ResourceNotFound", "no");
            }
            return Reply.json(
                    "{\"id\":\"" + path.substring(12, 14) + "\",\"accountEnabled\":" + path.contains("u1") + "}");
        });

        assertThat(tenant.directory().fetchEnabledRoleHolders("t").value()).isEqualTo(Set.of("u1", "u4"));
    }

    @Test
    void only_the_throttled_items_of_a_batch_are_asked_again_after_the_longest_wait() {
        microsoft.answer(request -> {
            if (!request.path().contains("$batch")) {
                return request.path().contains("/users/")
                        ? Reply.json("{\"value\":[" + grant("1", "sp1") + "," + grant("2", "sp2") + ","
                                + grant("3", "sp3") + "]}")
                        : Reply.json("{\"value\":[" + grant("1", "sp1") + "]}");
            }
            return request.body().contains("sp1")
                    ? Reply.json("{\"responses\":[" + throttled("2", 3) + "," + throttled("1", 9) + ","
                            + principal("0", "sp1") + "]}")
                    : Reply.json(
                            "{\"responses\":[" + principal("1", "sp3")
                                    + ",{\"id\":\"0\",\"status\":404,\"body\":{\"error\":{\"code\":\"Request_ResourceNotFound\",\"message\":\"gone\"}}}]}");
        });

        Reading<List<ConsentGrant>> read = tenant.consentGrants().fetchGrants(ANNA);

        assertThat(pauses).containsExactly(Duration.ofSeconds(9));
        assertThat(read.value()).hasSize(3);
        assertThat(read.isComplete()).isTrue();
        assertThat(read.value().getFirst().client().displayName()).isEqualTo("App sp1");
        assertThat(read.value().getFirst().scopes()).containsExactly("Mail.Read", "offline_access");
        assertThat(read.value().get(1).client().displayName()).isEqualTo("sp2");
        assertThat(microsoft.asked()).hasSize(4);
        assertThat(microsoft.asked().getLast().body()).doesNotContain("sp1");
    }

    @Test
    void an_item_of_a_batch_that_fails_leaves_the_reading_incomplete() {
        microsoft.answer(request -> request.path().contains("$batch")
                ? Reply.json(
                        "{\"responses\":[{\"id\":\"0\",\"status\":403,\"body\":{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"no\"}}}]}")
                : Reply.json("{\"value\":[" + grant("1", "sp1") + "]}"));

        Reading<List<ConsentGrant>> read = tenant.consentGrants().fetchGrants(ANNA);

        assertThat(read.value()).hasSize(1);
        assertThat(((Incomplete) read.completeness()).reason()).contains("sp1").contains("a permission is missing");
    }

    private static String grant(String id, String client) {
        return "{\"id\":\"" + id + "\",\"clientId\":\"" + client
                + "\",\"consentType\":\"Principal\",\"scope\":\" Mail.Read offline_access\"}";
    }

    private static String principal(String id, String client) {
        return "{\"id\":\"" + id + "\",\"status\":200,\"headers\":{},\"body\":{\"id\":\"" + client
                + "\",\"appId\":\"a\",\"displayName\":\"App " + client
                + "\",\"verifiedPublisher\":{\"displayName\":null}}}";
    }

    private static String throttled(String id, int seconds) {
        return "{\"id\":\"" + id + "\",\"status\":429,\"headers\":{\"Retry-After\":\"" + seconds
                + "\"},\"body\":{\"error\":{\"code\":\"TooManyRequests\",\"message\":\"x\"}}}";
    }

    private static int page(Asked request) {
        int at = request.path().indexOf("skiptoken=");
        return at < 0 ? 1 : request.path().charAt(at + 10) - '0';
    }

    private static Reply signIns(String id, String next) {
        return Reply.json("{\"value\":[" + signIn(id) + "],\"@odata.nextLink\":\"" + next + "\"}");
    }

    private static String signIn(String id) {
        return "{\"id\":\"" + id
                + "\",\"createdDateTime\":\"2026-03-02T07:00:00Z\",\"ipAddress\":\"203.0.113.9\",\"userAgent\":\"axios\","
                + "\"status\":{\"errorCode\":50126},\"location\":{\"countryOrRegion\":\"NL\"},\"deviceDetail\":{\"deviceId\":\"\"}}";
    }
}

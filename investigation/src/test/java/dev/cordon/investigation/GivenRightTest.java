package dev.cordon.investigation;

import static dev.cordon.investigation.Rows.ATTACKER;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.ConsentGrants.Application;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GivenRightTest {
    private static final String GRAPH = "graph-sp";

    static String entry(String id) {
        return "[Id: " + id + ", ClientId: sp, PrincipalId: anna, ResourceId: graph-sp, ConsentType: Principal,"
                + " Scope: Mail.Read offline_access, CreatedDateTime: , LastModifiedDateTime ]";
    }

    static String consent(String before, String after) {
        return "\"[" + before + "] => [" + after + "]; \"";
    }

    @Test
    void a_consent_names_the_grants_that_it_made_and_not_those_that_were_there() {
        assertThat(right(Map.of("ConsentAction.Permissions", consent("", entry("one"))))
                        .grants())
                .containsExactly("one");
        assertThat(right(Map.of("ConsentAction.Permissions", consent(entry("old"), entry("old") + ", " + entry("new"))))
                        .grants())
                .containsExactly("new");
        assertThat(right(Map.of(
                                "ConsentAction.Permissions",
                                consent(entry("one"), entry("one").replace("Mail.Read", "Mail.Read Mail.Send"))))
                        .grants())
                .containsExactly("one");
        assertThat(right(Map.of("ConsentAction.Permissions", consent(entry("one"), "")))
                        .grants())
                .isEmpty();
        assertThat(right(Map.of("ConsentAction.Permissions", "\"Mail.Read Id: one\""))
                        .grants())
                .isEmpty();
    }

    @Property
    void any_text_is_answered(@ForAll String text) {
        assertThat(right(Map.of("ConsentAction.Permissions", text, "AppRole.Id", text))
                        .isNoLongerInForce(List.of()))
                .isFalse();
    }

    @Test
    void a_row_without_the_grant_s_id_is_of_another_one_where_what_it_says_is_not_so_of_this_one() {
        ConsentGrant grant =
                new ConsentGrant("one", application("sp", true), false, List.of("Mail.Read", "offline_access"));

        assertThat(delegated("Principal", " Mail.Read offline_access").isAnotherThan(grant))
                .isFalse();
        assertThat(delegated("AllPrincipals", "Mail.Read").isAnotherThan(grant)).isTrue();
        assertThat(delegated("Principal", "Files.Read").isAnotherThan(grant)).isTrue();
        assertThat(right(Map.of()).isAnotherThan(grant)).isFalse();
    }

    @Test
    void a_role_of_an_application_that_is_disabled_or_gone_is_not_in_force() {
        GivenRight right = assigned("evil", "role-1", "graph-sp");

        assertThat(right.isNoLongerInForce(List.of(assignment("evil", GRAPH, "role-1", true))))
                .isFalse();
        assertThat(right.isNoLongerInForce(List.of(assignment("evil", GRAPH, "role-1", false))))
                .isTrue();
        assertThat(right.isNoLongerInForce(List.of(assignment("backup", GRAPH, "role-1", true))))
                .isTrue();
        assertThat(right.isNoLongerInForce(List.of(
                        assignment("evil", GRAPH, "role-2", true), assignment("evil", "exchange-sp", "role-1", true))))
                .isTrue();
    }

    @Test
    void what_cannot_be_known_is_in_force() {
        List<AppRoleAssignment> present = List.of(assignment("backup", GRAPH, "role-1", true));

        assertThat(assigned("evil", "role-1", "vault-sp").isNoLongerInForce(present))
                .isFalse();
        assertThat(assigned("", "role-1", GRAPH).isNoLongerInForce(present)).isFalse();
        assertThat(assigned("evil", "", GRAPH).isNoLongerInForce(present)).isFalse();
        assertThat(assigned("evil", "role-1", GRAPH).isNoLongerInForce(List.of()))
                .isFalse();
        GivenRight twice = GivenRight.of(Rows.audit(
                "Add app role assignment to service principal",
                ofHours(19),
                ATTACKER,
                Set.of(GRAPH),
                Map.of(
                        "ServicePrincipal.ObjectID",
                        "\"evil\"",
                        "AppRole.Id",
                        "\"role-1\"",
                        "AppRole.Id (2)",
                        "\"role-2\"")));
        assertThat(twice.isNoLongerInForce(present)).isFalse();
    }

    @Test
    void an_act_is_told_with_the_application_that_got_the_right() {
        String words = new ActsOfAccount(List.of(Rows.audit(
                        "Add app role assignment to service principal",
                        ofHours(19),
                        ATTACKER,
                        Set.of(GRAPH),
                        Map.of("ServicePrincipal.ObjectID", "\"evil\u001b\""))))
                .inWords();

        assertThat(words).contains("name of graph-sp").contains("evil[U+001B]").doesNotContain("\u001b");
    }

    private static GivenRight delegated(String type, String scope) {
        return right(Map.of(
                "ServicePrincipal.ObjectID",
                "\"sp\"",
                "DelegatedPermissionGrant.ConsentType",
                "\"" + type + "\"",
                "DelegatedPermissionGrant.Scope",
                "\"" + scope + "\""));
    }

    private static GivenRight assigned(String client, String role, String target) {
        return GivenRight.of(Rows.audit(
                "Add app role assignment to service principal",
                ofHours(19),
                ATTACKER,
                Set.of(target, client + "-user"),
                Map.of("ServicePrincipal.ObjectID", "\"" + client + "\"", "AppRole.Id", "\"" + role + "\"")));
    }

    private static GivenRight right(Map<String, String> details) {
        return GivenRight.of(Rows.audit("Consent to application", ofHours(19), ATTACKER, Set.of("sp"), details));
    }

    private static AppRoleAssignment assignment(String client, String resource, String role, boolean enabled) {
        return new AppRoleAssignment(
                "assignment-" + client + role, application(client, enabled), resource, role, Optional.empty(), true);
    }

    private static Application application(String id, boolean enabled) {
        return new Application(
                id, "app-of-" + id, id, Optional.empty(), Optional.empty(), Optional.empty(), enabled, List.of());
    }
}

package dev.cordon.playbooks.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.DirectoryRole.Holding;
import dev.cordon.tenant.RoleHoldings;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AuthorityTest {
    private static final Set<String> USER_ADMINISTRATOR = Set.of(AdministratorRole.USER_ADMINISTRATOR.templateId());
    private static final Set<String> AUTHENTICATION_ADMINISTRATOR =
            Set.of(AdministratorRole.AUTHENTICATION_ADMINISTRATOR.templateId());
    private static final Set<String> GLOBAL = Set.of(AdministratorRole.GLOBAL_ADMINISTRATOR.templateId());

    @Test
    void lets_a_user_administrator_act_on_plain_users_and_on_the_lesser_administrators() {
        assertThat(Authority.refusal(USER_ADMINISTRATOR, holding(), false)).isEmpty();
        assertThat(Authority.refusal(USER_ADMINISTRATOR, holding(AdministratorRole.HELPDESK_ADMINISTRATOR), false))
                .isEmpty();
    }

    @Test
    void names_the_role_that_protects_the_target() {
        assertThat(Authority.refusal(USER_ADMINISTRATOR, holding(AdministratorRole.EXCHANGE_ADMINISTRATOR), false))
                .get()
                .asString()
                .contains("Exchange Administrator", "Privileged Authentication Administrator");
        assertThat(Authority.refusal(
                        AUTHENTICATION_ADMINISTRATOR, holding(AdministratorRole.HELPDESK_ADMINISTRATOR), false))
                .isPresent();
    }

    @Test
    void counts_an_eligible_role_as_protection_and_an_unknown_role_too() {
        RoleHoldings eligible = new RoleHoldings(
                List.of(new DirectoryRole(
                        "a", "ffffffff-0000-0000-0000-000000000001", "Something New", "/", Holding.ELIGIBLE)),
                List.of());
        assertThat(Authority.refusal(USER_ADMINISTRATOR, eligible, false)).isPresent();
        assertThat(Authority.refusal(GLOBAL, eligible, false)).isEmpty();
    }

    @Test
    void protects_members_of_role_assignable_groups_and_restricted_units() {
        RoleHoldings group = new RoleHoldings(List.of(), List.of("Tier 0"));
        assertThat(Authority.refusal(USER_ADMINISTRATOR, group, false)).isPresent();
        assertThat(Authority.refusal(GLOBAL, holding(), true)).isPresent();
    }

    @Test
    void refuses_whoever_holds_no_fitting_role() {
        assertThat(Authority.refusal(Set.of(), holding(), false)).isPresent();
    }

    private static RoleHoldings holding(AdministratorRole... roles) {
        return new RoleHoldings(
                Arrays.stream(roles)
                        .map(role ->
                                new DirectoryRole("a", role.templateId(), role.displayName(), "/", Holding.ASSIGNED))
                        .toList(),
                List.of());
    }
}

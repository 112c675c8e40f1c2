package dev.cordon.playbooks.containment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.incident.IncidentId;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class WhoToTellTest {
    @Test
    void a_shared_mailbox_has_nobody_to_telephone_but_those_who_work_with_it() {
        assertThat(WhoToTell.user(true))
                .contains("names no owner", "delegates", "not by mail or Teams")
                .doesNotContain("Telephone the user");
        assertThat(WhoToTell.user(false)).startsWith("Telephone the user");
        assertThat(WhoToTell.accessBack(true, new IncidentId("INC-20260302-K7QF")))
                .doesNotContain("enrol")
                .contains("full access");
    }

    @Test
    void the_new_password_of_a_break_glass_account_goes_by_two_people_into_the_sealed_place() {
        assertThat(WhoToTell.sealedPlace(new IncidentId("INC-20260302-K7QF")))
                .contains("Two people", "incident restore INC-20260302-K7QF", "sealed place", "no mail, no chat");
        assertThat(WhoToTell.custodians()).contains("telephone those who keep it");
    }

    @Test
    void where_no_manager_is_named_it_is_said_and_somebody_else_is() {
        assertThat(WhoToTell.manager(account(Optional.of("Tom Brandt"), Optional.empty()), false))
                .startsWith("Tell the manager, Tom Brandt;");
        assertThat(WhoToTell.manager(account(Optional.empty(), Optional.of("Finance")), false))
                .contains("names no manager of this account", "the head of the department, Finance");
        assertThat(WhoToTell.manager(account(Optional.empty(), Optional.empty()), false))
                .contains("names no manager", "security and data protection");
        assertThat(WhoToTell.manager(account(Optional.empty(), Optional.empty()), true))
                .contains("names no manager of this shared mailbox", "its delegates know who that is");
    }

    private static UserAccount account(Optional<String> manager, Optional<String> department) {
        return new UserAccount(
                "7107b3e6",
                "invoices@contoso.example",
                "Invoices",
                Optional.empty(),
                List.of(),
                true,
                false,
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                department,
                Optional.empty(),
                manager.map(name -> new UserAccount.Person("8f0c2c1e", name, Optional.empty())),
                Set.of(),
                false);
    }
}

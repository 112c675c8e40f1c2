package dev.cordon.playbooks.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.DirectoryRole.Holding;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HeldRolesTest {
    private static final Instant AT = Instant.parse("2026-03-02T09:00:30Z");
    private static final DirectoryRole HIS = role("User Administrator", Holding.ASSIGNED);
    private static final DirectoryRole OWN = role("Reports Reader", Holding.ELIGIBLE);

    @Test
    void before_a_log_was_read_the_roles_are_named_and_nobody_is_said_to_have_given_them() {
        assertThat(new HeldRoles(List.of(HIS, OWN), AT, Optional.empty()).whenRead())
                .isEqualTo(
                        "At 2026-03-02 09:00 UTC the account held the roles User Administrator, Reports Reader (eligible)."
                                + " Since when was not known at that moment: it may be the attacker's doing.");
    }

    @Test
    void a_role_that_was_given_since_the_attack_began_is_said_to_be_perhaps_the_attacker_s_and_no_other_is() {
        HeldRoles roles = new HeldRoles(
                List.of(HIS, OWN),
                AT,
                Optional.of(role -> role.equals(HIS)
                        ? judgement(Verdict.REVIEW, "It was assigned at 12:00, after the attacker was first seen.")
                        : judgement(Verdict.BENIGN, "Nothing is known.")));

        assertThat(roles.whenRead())
                .isEqualTo(
                        "At 2026-03-02 09:00 UTC the account held the roles User Administrator, Reports Reader (eligible)."
                                + " User Administrator may be the attacker's doing: It was assigned at 12:00, after the attacker was"
                                + " first seen.");
    }

    @Test
    void an_account_without_roles_has_no_such_sentence() {
        assertThatThrownBy(() -> new HeldRoles(List.of(), AT, Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Judgement judgement(Verdict verdict, String why) {
        return new Judgement(verdict, 50, List.of(new Reason("signal", why, Optional.empty())));
    }

    private static DirectoryRole role(String name, Holding holding) {
        return new DirectoryRole("assignment-of-" + name, "template-of-" + name, name, "/", holding);
    }
}

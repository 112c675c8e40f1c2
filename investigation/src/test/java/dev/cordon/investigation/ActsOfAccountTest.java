package dev.cordon.investigation;

import static dev.cordon.investigation.Rows.ATTACKER;
import static dev.cordon.investigation.Rows.OFFICE;
import static dev.cordon.investigation.Rows.attacked;
import static dev.cordon.investigation.Rows.audit;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ActsOfAccountTest {
    @Test
    void what_the_account_changed_since_the_attack_began_is_listed_oldest_first_from_wherever_it_came() {
        ActsOfAccount acts = ActsOfAccount.in(attacked(
                audit("Set domain authentication", ofHours(10), OFFICE),
                audit("Add user", ofHours(19), ATTACKER),
                audit("Update policy", ofDays(5), OFFICE)));

        assertThat(acts.events())
                .extracting(AuditEvent::activity)
                .containsExactly("Add user", "Set domain authentication");
        assertThat(acts.inWords()).contains("Add user").contains("2026-03-01 13:00 UTC");
    }

    @Test
    void a_name_that_could_harm_a_terminal_is_made_visible() {
        assertThat(ActsOfAccount.in(attacked(audit("Add\u001b[2J", ofHours(10), ATTACKER)))
                        .inWords())
                .doesNotContain("\u001b");
    }

    private static AuditEvent on(String... targets) {
        AuditEvent event = audit("Add member to role", ofHours(10), ATTACKER);
        return new AuditEvent(
                event.id(),
                event.at(),
                event.activity(),
                event.category(),
                true,
                event.actorId(),
                event.actorName(),
                event.actorIp(),
                false,
                Optional.empty(),
                Arrays.stream(targets).collect(Collectors.toMap(Function.identity(), Function.identity())),
                Map.of());
    }

    @Test
    void what_it_changed_of_itself_alone_is_not_beside_itself() {
        AuditEvent role = on(Rows.ANNA, "role-1");
        ActsOfAccount acts = new ActsOfAccount(List.of(on(Rows.ANNA), role, on()));

        assertThat(acts.beside(Rows.ANNA).events()).containsExactly(role, on());
        assertThat(acts.beside("another").events()).hasSize(3);
    }

    @Test
    void a_role_is_told_by_its_name_with_the_one_who_got_it_and_is_no_second_thing_that_was_changed() {
        Map<String, String> role = Map.of(
                "Role.ObjectID", "\"role-object\"",
                "Role.DisplayName", "\"Exchange Administrator\"",
                "Role.TemplateId", "\"29232cdf\"");
        AuditEvent own = audit("Add member to role", ofHours(10), ATTACKER, Set.of(Rows.ANNA, "role-object"), role);
        AuditEvent others = audit("Add member to role", ofHours(9), ATTACKER, Set.of("bruno", "role-object"), role);

        ActsOfAccount beside = new ActsOfAccount(List.of(own, others)).beside(Rows.ANNA);

        assertThat(beside.events()).containsExactly(others);
        assertThat(beside.inWords())
                .contains("name of bruno", "role", "Exchange Administrator")
                .doesNotContain("role-object");
    }

    @Test
    void nothing_seen_is_no_word() {
        assertThat(ActsOfAccount.in(attacked()).inWords()).isEmpty();
    }
}

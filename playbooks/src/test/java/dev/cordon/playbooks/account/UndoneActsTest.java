package dev.cordon.playbooks.account;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Verdict;
import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.ConsentGrants.Application;
import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UndoneActsTest {
    private static final String CONSENT = "Consent to application";
    private static final String ASSIGNMENT = "Add app role assignment to service principal";

    @Test
    void a_consent_is_undone_when_every_grant_that_it_names_was_removed() {
        List<Item> items =
                List.of(item("consent", "one", ItemOutcome.REMOVED), item("consent", "two", ItemOutcome.KEPT));

        assertThat(left(items, List.of(), consent("one"))).isEmpty();
        assertThat(left(items, List.of(), consent("two"))).hasSize(1);
        assertThat(left(items, List.of(), consent("one-and-more"))).hasSize(1);
        assertThat(left(items, List.of(), consent("one", "two"))).hasSize(1);
    }

    @Test
    void a_consent_whose_row_names_no_grant_is_not_known_to_be_undone() {
        List<Item> items = List.of(item("consent", "one", ItemOutcome.REMOVED));

        assertThat(left(items, List.of(), event(CONSENT, Set.of("sp"), Map.of("Scope", "Mail.Read one"))))
                .hasSize(1);
    }

    @Test
    void a_right_of_a_disabled_application_is_undone_and_another_one_is_not() {
        List<AppRoleAssignment> present =
                List.of(assignment("evil", "role-1", false), assignment("other", "role-1", true));

        assertThat(left(List.of(), present, assigned("evil"))).isEmpty();
        assertThat(left(List.of(), present, assigned("other"))).hasSize(1);
        assertThat(left(List.of(), List.of(), assigned("evil"))).hasSize(1);
    }

    @Test
    void a_row_that_has_the_thing_itself_as_its_target_is_known_by_that() {
        List<Item> items = List.of(item("app-role-assignment", "a-1", ItemOutcome.DISABLED));

        assertThat(left(items, List.of(), event(ASSIGNMENT, Set.of("a-1"), Map.of())))
                .isEmpty();
        assertThat(left(items, List.of(), event(ASSIGNMENT, Set.of("a-2"), Map.of())))
                .hasSize(1);
    }

    private static List<AuditEvent> left(List<Item> items, List<AppRoleAssignment> present, AuditEvent act) {
        return new UndoneActs(items, () -> present).leftOf(List.of(act));
    }

    private static AuditEvent consent(String... grants) {
        String text = List.of(grants).stream()
                .map(id ->
                        "[Id: " + id + ", ClientId: sp, PrincipalId: anna, ResourceId: graph, ConsentType: Principal,"
                                + " Scope: Mail.Read, CreatedDateTime: , LastModifiedDateTime ]")
                .collect(Collectors.joining(", "));
        return event(CONSENT, Set.of("sp"), Map.of("ConsentAction.Permissions", "\"[] => [" + text + "]; \""));
    }

    private static AuditEvent assigned(String client) {
        return event(
                ASSIGNMENT,
                Set.of("graph"),
                Map.of("ServicePrincipal.ObjectID", "\"" + client + "\"", "AppRole.Id", "\"role-1\""));
    }

    private static AuditEvent event(String activity, Set<String> targets, Map<String, String> details) {
        return new AuditEvent(
                "row-1",
                Instant.parse("2026-03-02T08:00:00Z"),
                activity,
                "ApplicationManagement",
                true,
                "anna",
                "anna.berg@contoso.example",
                "203.0.113.9",
                false,
                Optional.empty(),
                targets.stream().collect(Collectors.toMap(Function.identity(), Function.identity())),
                details);
    }

    private static Item item(String kind, String id, ItemOutcome outcome) {
        return Item.found(new ItemKey(kind, id), id, Verdict.MALICIOUS, List.of("reason"), Optional.empty())
                .concluded(outcome);
    }

    private static AppRoleAssignment assignment(String client, String role, boolean enabled) {
        Application application = new Application(
                client,
                "app-" + client,
                client,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                enabled,
                List.of());
        return new AppRoleAssignment("a-" + client, application, "graph", role, Optional.empty(), true);
    }
}

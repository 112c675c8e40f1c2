package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.app.battlefield.DyingJournal;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.EngineEntry.EffectIntended;
import dev.cordon.response.CaseRecord;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Without Entra ID P2 Microsoft refuses to list eligible roles: nobody is told that there are none. */
class UnlicensedRolesTest {
    private static final String SAID =
            "Not licensed: eligible roles were not looked at; Microsoft shows them only with Entra ID P2.";

    @TempDir
    private Path folder;

    @Test
    void eligible_roles_that_the_licence_does_not_show_are_said_not_to_be_looked_at_wherever_roles_are_told()
            throws Exception {
        try (Battlefield field = Battlefield.shipped("aitm-full-persistence", folder)) {
            withoutEntraIdP2(field);

            CaseRecord record = field.respond();

            assertThat(field.suspectsTruth().get("holds").toString()).contains("evil-eligible");
            assertThat(List.of("pre-flight", "preserve", "other-persistence"))
                    .allSatisfy(step ->
                            assertThat(outcome(record, step).explanation()).contains(SAID));
            assertThat(List.of("preserve", "other-persistence"))
                    .allSatisfy(step -> assertThat(aboutRoles(outcome(record, step)))
                            .isNotEmpty()
                            .allSatisfy(proof -> assertThat(proof.actual()).contains(SAID)));
        }
    }

    @Test
    void an_account_that_is_verified_is_so_but_for_what_the_licence_does_not_show() throws Exception {
        try (Battlefield field = Battlefield.shipped("quiet-tenant", folder)) {
            CaseRecord record = field.respond();

            assertThat(record.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(outcome(record, "verify").explanation())
                    .startsWith("Every row of the sign-off was read true, twice")
                    .endsWith(SAID);
            assertThat(aboutRoles(outcome(record, "verify")))
                    .hasSize(2)
                    .allSatisfy(proof -> assertThat(proof.actual()).contains(SAID));
            assertThat(record.state().openTasks().values())
                    .filteredOn(task -> task.id().equals("not-licensed"))
                    .singleElement()
                    .satisfies(task -> assertThat(task.text()).startsWith(SAID));
        }
    }

    @Test
    void an_eligible_role_that_was_to_be_removed_is_not_gone_because_the_licence_is() throws Exception {
        try (Battlefield field = Battlefield.shipped("aitm-full-persistence", folder)) {
            assertThatThrownBy(() -> field.respond(
                            journal -> new DyingJournal(
                                    journal,
                                    entry -> entry instanceof EffectIntended intended
                                            && intended.key().startsWith("take role")),
                            AttackActivity.UNKNOWN))
                    .isInstanceOf(DyingJournal.ProcessDied.class);
            withoutEntraIdP2(field);

            CaseRecord record = field.resume(field.record().incident().id().value());

            assertThat(record.state().state()).isEqualTo(IncidentState.CONTAINED);
            assertThat(outcome(record, "other-persistence").explanation())
                    .contains("Whether Exchange Administrator (eligible) is gone was not seen. " + SAID);
        }
    }

    @Test
    void with_the_licence_again_the_roles_are_found_and_removed_and_the_task_is_done() throws Exception {
        try (Battlefield field = Battlefield.shipped("aitm-full-persistence", folder)) {
            withoutEntraIdP2(field);
            field.respond();
            field.control("POST", "/licences", "{\"set\": [\"E5\"]}");
            field.advance("PT30M");

            field.watch();

            CaseRecord record = field.record();
            assertThat(record.state().openTasks()).doesNotContainKey("not-licensed");
            assertThat(record.state().items().values())
                    .filteredOn(item -> item.name().endsWith("(eligible)"))
                    .hasSize(2)
                    .allSatisfy(item -> assertThat(item.outcome()).contains(ItemOutcome.REMOVED));
            assertThat(field.suspectsTruth().get("holds").toString()).doesNotContain("evil-eligible");
        }
    }

    private static void withoutEntraIdP2(Battlefield field) {
        field.control("POST", "/licences", "{\"set\": [\"E3\"]}");
    }

    private static StepOutcome outcome(CaseRecord record, String step) {
        return record.state()
                .step(new StepId(step))
                .flatMap(progress -> progress.outcome())
                .orElseThrow();
    }

    private static List<Proof> aboutRoles(StepOutcome outcome) {
        return outcome.readBack().stream()
                .filter(proof -> proof.what().toLowerCase(Locale.ROOT).contains("directory roles"))
                .toList();
    }
}

package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Severity;
import dev.cordon.playbooks.containment.SecondYes;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.ResponseRequest.Dialogue;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The account that is kept for the day on which nobody else gets in, and the operator's own. */
@Execution(ExecutionMode.CONCURRENT)
class BreakGlassTest {
    private static final StepId BLOCK = new StepId("block-sign-in");

    @TempDir
    Path folder;

    @Test
    void is_revoked_and_reset_but_not_blocked_and_the_words_say_where_the_password_goes() throws Exception {
        try (Battlefield field = Battlefield.shipped("break-glass", folder)) {
            assertThat(field.connection().breakGlass()).contains(field.suspect());

            CaseRecord record = field.respond();

            assertThat(record.incident().severity()).isEqualTo(Severity.CRITICAL);
            assertThat(outcome(record, new StepId("reset-password"))).isInstanceOf(StepOutcome.Succeeded.class);
            assertThat(outcome(record, BLOCK)).isInstanceOf(StepOutcome.NotApplicable.class);
            assertThat(record.state().openTasks())
                    .containsKeys("circumstance-break-glass", "circumstance-administrator");
            assertThat(task(record, "give-access-back")).contains("Two people", "sealed place");
            assertThat(task(record, "tell-user")).contains("telephone those who keep it");
            assertThat(field.suspectsTruth().get("attackerAccess").getAsBoolean())
                    .isFalse();
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
        }
    }

    @Test
    void is_blocked_only_after_a_second_yes_where_its_password_cannot_be_reset() throws Exception {
        try (Battlefield field = Battlefield.resource(
                "swift.yaml",
                yaml -> yaml.replace("displayName: Bo Lund}", "displayName: Bo Lund, roles: [Global Administrator]}"),
                folder)) {
            field.listBreakGlass(field.suspect());
            field.control(
                    "POST",
                    "/faults",
                    "{\"match\":{\"method\":\"PATCH\",\"path\":\"/v1.0/users/\"},\"do\":\"html-403\",\"times\":2}");

            CaseRecord first = field.respond();

            assertThat(outcome(first, BLOCK)).isInstanceOf(StepOutcome.Failed.class);
            assertThat(task(first, "block-break-glass"))
                    .contains("second yes", "cordon incident resume", "--block-break-glass");
            assertThat(first.state().state()).isNotEqualTo(IncidentState.VERIFIED);

            List<String> asked = new ArrayList<>();
            SecondYes person = about -> {
                asked.add(about);
                return true;
            };
            CaseRecord second = field.resume(
                    first.incident().id().value(),
                    UnaryOperator.identity(),
                    Dialogue.recommended(Battlefield.quiet()).with(person));

            assertThat(asked).singleElement().asString().contains("one other enabled Global Administrator is");
            assertThat(outcome(second, BLOCK)).isInstanceOf(StepOutcome.Succeeded.class);
            assertThat(second.state().openTasks()).doesNotContainKey("block-break-glass");
            assertThat(second.entries())
                    .anyMatch(recorded -> recorded.entry() instanceof CaseEntry.Deviation deviation
                            && deviation.what().contains("break-glass"));
        }
    }

    @Test
    void the_operators_own_account_is_left_alone_although_the_application_acts() throws Exception {
        try (Battlefield field = Battlefield.shipped("operator-is-target", folder)) {
            CaseRecord record = field.respond(
                    UnaryOperator.identity(), AttackActivity.UNKNOWN, Dialogue.recommended(Battlefield.quiet()));

            assertThat(record.state().state()).isEqualTo(IncidentState.NEEDS_OPERATOR);
            assertThat(task(record, "act-by-another")).contains("the operator's own", "on another device, must act");
            assertThat(task(record, "circumstance-operator-himself")).contains("by telephone only", "certificate");
            assertThat(field.requests())
                    .filteredOn(row -> row.get("caller").getAsString().equals("app"))
                    .noneMatch(row -> row.get("path").getAsString().endsWith("/revokeSignInSessions")
                            || List.of("PATCH", "DELETE")
                                    .contains(row.get("method").getAsString()));
        }
    }

    private static StepOutcome outcome(CaseRecord record, StepId step) {
        return record.state().step(step).orElseThrow().outcome().orElseThrow();
    }

    private static String task(CaseRecord record, String id) {
        return String.valueOf(record.state().openTasks().get(id));
    }
}

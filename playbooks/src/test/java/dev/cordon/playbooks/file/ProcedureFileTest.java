package dev.cordon.playbooks.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.playbooks.yaml.MalformedFileException;
import dev.cordon.procedure.Ordering;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.StepId;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProcedureFileTest {
    @Test
    void ships_the_compromised_account_with_its_steps_in_the_contracts_order() {
        Procedure procedure = ProcedureFile.shipped("compromised-account");
        List<String> ids =
                procedure.steps().stream().map(step -> step.id().value()).toList();
        assertThat(ids)
                .containsSubsequence(
                        "pre-flight",
                        "preserve",
                        "revoke-sessions",
                        "reset-password",
                        "revoke-sessions-again",
                        "authentication-methods",
                        "inbox-rules",
                        "forwarding",
                        "delegates",
                        "consents",
                        "devices",
                        "other-persistence",
                        "final-revoke",
                        "verify",
                        "report");
    }

    @Test
    void explains_every_step_and_every_ordering() {
        Procedure procedure = ProcedureFile.shipped("compromised-account");
        assertThat(procedure.steps()).allSatisfy(step -> {
            assertThat(step.instructions().because()).isNotBlank();
            assertThat(step.instructions().verification()).isNotBlank();
            assertThat(step.instructions().portalPath()).isNotBlank();
        });
        assertThat(procedure.orderings())
                .allSatisfy(ordering -> assertThat(ordering.because()).isNotBlank());
    }

    @Test
    void ships_the_phishing_click_with_people_before_mail_and_a_sample_before_any_removal() {
        Procedure procedure = ProcedureFile.shipped("phishing-click");
        assertThat(procedure.steps())
                .extracting(step -> step.id().value())
                .containsExactly(
                        "intake",
                        "sample",
                        "scope",
                        "outcome",
                        "clickers",
                        "block",
                        "purge",
                        "submit",
                        "verify",
                        "watch-clickers",
                        "report");
        assertThat(procedure.before(new StepId("purge")))
                .extracting(ordering -> ordering.before().value())
                .contains("sample", "clickers", "block");
        assertThat(procedure.orderings())
                .allSatisfy(ordering -> assertThat(ordering.because()).isNotBlank());
    }

    @Test
    void a_step_that_is_brought_forward_keeps_what_it_requires() {
        StepId consents = new StepId("consents");
        StepId revoke = new StepId("revoke-sessions");
        Procedure first = ProcedureFile.shipped("compromised-account")
                .bringingForward(consents, new Ordering(consents, revoke, "the grant first", false));
        assertThat(first.before(consents)).extracting(Ordering::before).containsExactly(new StepId("pre-flight"));
        assertThat(first.after(consents)).contains(revoke, new StepId("verify"));
    }

    @Test
    void puts_preserve_and_pre_flight_before_everything_that_destroys() {
        Procedure procedure = ProcedureFile.shipped("compromised-account");
        procedure.steps().stream()
                .filter(step -> !step.destroys().isEmpty())
                .map(Step::id)
                .forEach(id -> {
                    assertThat(procedure.after(new StepId("preserve"))).contains(id);
                    assertThat(procedure.after(new StepId("pre-flight"))).contains(id);
                    assertThat(procedure.after(new StepId("revoke-sessions-again")))
                            .contains(id);
                });
    }

    @Test
    void lets_the_reset_start_as_soon_as_the_revoke_was_answered() {
        assertThat(ProcedureFile.shipped("compromised-account").before(new StepId("reset-password")))
                .filteredOn(ordering -> ordering.before().equals(new StepId("revoke-sessions")))
                .extracting(Ordering::moment)
                .containsExactly(Ordering.Moment.ANSWERED);
    }

    @Test
    void refuses_a_malformed_procedure_naming_every_problem_with_its_line() {
        String text = """
                schema: cordon-procedure/1
                id: x
                title: X
                version: "1"
                colour: red
                steps:
                  - {id: a, kind: dance, title: A, because: b, performer: p, budget: PT1M, verification: v}
                  - {id: b, kind: probe, title: B, because: b, performer: p, budget: soon, verification: v}
                orderings:
                  - {before: a, after: b, when: later}
                """;
        assertThatThrownBy(() -> ProcedureFile.parse("x.yaml", text))
                .isInstanceOfSatisfying(
                        MalformedFileException.class,
                        refused -> assertThat(refused.problems())
                                .anyMatch(problem -> problem.startsWith("line 5:") && problem.contains("colour"))
                                .anyMatch(problem -> problem.startsWith("line 7:") && problem.contains("dance"))
                                .anyMatch(problem -> problem.startsWith("line 8:") && problem.contains("soon"))
                                .anyMatch(problem -> problem.startsWith("line 10:")));
    }
}

package dev.cordon.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcedureTest {
    @Test
    void names_every_problem_at_once() {
        List<Step> steps = List.of(
                Procedures.action("a"), Procedures.action("b"), Procedures.action("a"), Procedures.action("tail"));
        List<Ordering> orderings = List.of(
                Procedures.required("a", "b"),
                Procedures.required("b", "a"),
                Procedures.required("b", "tail"),
                Procedures.required("a", "nowhere"),
                new Ordering(new StepId("tail"), new StepId("tail"), " ", false));

        assertThat(Procedure.problems(steps, orderings))
                .containsExactly(
                        "step a appears more than once",
                        "an ordering puts the unknown step nowhere after a",
                        "step tail is ordered before itself",
                        "the ordering of tail before tail gives no reason",
                        "these steps wait for each other in a circle: a, b");
        assertThatThrownBy(() -> Procedures.of(steps, orderings))
                .isInstanceOfSatisfying(
                        ProcedureInvalidException.class,
                        invalid -> assertThat(invalid.problems()).hasSize(5));
    }

    @Test
    void knows_what_comes_after_a_step_directly_or_through_others() {
        Procedure procedure = Procedures.line("a", "b", "c");

        assertThat(procedure.after(new StepId("a"))).containsExactly(new StepId("b"), new StepId("c"));
        assertThat(procedure.after(new StepId("c"))).isEmpty();
    }

    @Test
    void a_further_ordering_is_checked_too() {
        assertThatThrownBy(() -> Procedures.line("a", "b").with(Procedures.relaxed("b", "a")))
                .isInstanceOf(ProcedureInvalidException.class)
                .hasMessageContaining("circle: a, b");
    }

    @Test
    void no_success_without_a_proof_that_holds() {
        assertThatThrownBy(() -> new StepOutcome.Succeeded(List.of(), "")).isInstanceOf(IllegalArgumentException.class);
    }
}

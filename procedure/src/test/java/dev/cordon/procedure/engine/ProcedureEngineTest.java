package dev.cordon.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.ProcedureInvalidException;
import dev.cordon.procedure.Procedures;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntries;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ProcedureEngineTest {
    private final Bench bench = new Bench();

    @Test
    void runs_steps_in_order_and_journals_each_start_before_and_each_end_after() {
        RunEnd end = bench.run(Procedures.line("a", "b"));

        assertThat(end.interrupted()).isFalse();
        assertThat(bench.entries().subList(1, bench.entries().size()))
                .extracting(entry -> entry.getClass().getSimpleName())
                .containsExactly("RunStarted", "StepStarted", "StepEnded", "StepStarted", "StepEnded", "RunEnded");
        assertThat(end.state()).isEqualTo(bench.state());
    }

    @Test
    void runs_steps_that_no_ordering_connects_at_the_same_time() {
        CyclicBarrier meeting = new CyclicBarrier(2);
        StepPerformer meets = context -> {
            meeting.await(10, TimeUnit.SECONDS);
            return Bench.WORKED;
        };
        bench.performing("preserve", meets).performing("revoke", meets);

        bench.run(Procedures.of(
                List.of(
                        Procedures.action("pre-flight"),
                        Procedures.action("preserve"),
                        Procedures.action("revoke"),
                        Procedures.action("report")),
                List.of(
                        Procedures.required("pre-flight", "preserve"),
                        Procedures.required("pre-flight", "revoke"),
                        Procedures.relaxed("preserve", "report"),
                        Procedures.relaxed("revoke", "report"))));

        assertThat(bench.word("preserve")).isEqualTo("succeeded");
        assertThat(bench.word("revoke")).isEqualTo("succeeded");
        assertThat(bench.started()).startsWith("pre-flight").endsWith("report").hasSize(4);
    }

    @Test
    void a_step_that_requires_one_that_failed_is_skipped_with_the_reason_and_so_is_what_requires_it() {
        bench.performing("a", _ -> new StepOutcome.Failed("refused", "ask"));

        bench.run(Procedures.of(
                List.of(Procedures.action("a"), Procedures.action("b"), Procedures.action("c"), Procedures.action("d")),
                List.of(Procedures.required("a", "b"), Procedures.required("b", "c"), Procedures.relaxed("a", "d"))));

        assertThat(bench.started()).containsExactly("a", "d");
        assertThat(bench.word("b")).isEqualTo("skipped");
        assertThat(bench.word("c")).isEqualTo("skipped");
        assertThat(bench.state()
                        .step(new StepId("b"))
                        .orElseThrow()
                        .outcome()
                        .orElseThrow()
                        .explanation())
                .isEqualTo("a ended failed, and b needs it: a must have worked");
    }

    @Test
    void a_step_that_a_person_leaves_out_is_a_deviation_and_does_not_stop_the_next() {
        bench.input = bench.input.leavingOut(
                Map.of(new StepId("a"), new StepOutcome.Skipped("no devices", JournalEntries.ANNA)));

        bench.run(Procedures.line("a", "b"));

        assertThat(bench.started()).containsExactly("b");
        assertThat(bench.entries())
                .contains(new CaseEntry.Deviation("left out a", JournalEntries.ANNA.name(), "no devices"));
    }

    @Test
    void our_own_fault_in_a_performer_is_indeterminate_and_never_success() {
        bench.performing("a", _ -> {
            throw new IllegalStateException("oops");
        });

        bench.run(Procedures.line("a", "b"));

        assertThat(bench.word("a")).isEqualTo("indeterminate");
        assertThat(bench.word("b")).isEqualTo("skipped");
    }

    @Test
    void a_step_is_interrupted_at_its_hard_stop() {
        bench.performing("slow", _ -> {
            new CountDownLatch(1).await();
            return Bench.WORKED;
        });

        bench.run(Procedures.of(List.of(Procedures.probe("slow", Duration.ofMillis(20))), List.of()));

        assertThat(bench.word("slow")).isEqualTo("indeterminate");
    }

    @Test
    void a_step_may_show_what_it_has_when_its_hard_stop_comes() {
        bench.performing("slow", context -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException _) {
                assertThat(context.isPastHardStop()).isTrue();
            }
            return new StepOutcome.Partial(List.of("users"), List.of("devices"), List.of(), "time", "resume");
        });

        bench.run(Procedures.of(List.of(Procedures.probe("slow", Duration.ofMillis(20))), List.of()));

        assertThat(bench.word("slow")).isEqualTo("partial");
    }

    @Test
    void an_interrupt_from_outside_leaves_the_step_in_flight_and_says_so() {
        Thread caller = Thread.currentThread();
        bench.performing("a", _ -> {
            caller.interrupt();
            new CountDownLatch(1).await();
            return Bench.WORKED;
        });

        RunEnd end = bench.run(Procedures.line("a", "b"));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(end.interrupted()).isTrue();
        assertThat(end.state().step(new StepId("a")).orElseThrow().isInFlight()).isTrue();
        assertThat(bench.entries()).endsWith(new EngineEntry.RunEnded(true));
        assertThat(bench.started()).containsExactly("a");
    }

    @Test
    void resuming_repeats_what_did_not_end_and_nothing_that_did() {
        Procedure procedure = Procedures.line("a", "b", "c");
        bench.performing("b", _ -> new StepOutcome.Failed("refused", "ask"));
        bench.run(procedure);
        bench.performing("b", _ -> Bench.WORKED);

        bench.run(procedure);
        assertThat(bench.started()).containsExactly("a", "b");

        bench.input = bench.input.again(RunInput.unfinished(procedure, bench.state()));
        RunEnd end = bench.run(procedure);

        assertThat(bench.started()).containsExactly("a", "b", "b", "c");
        assertThat(end.state().run().orElseThrow().count()).isEqualTo(3);
        assertThat(bench.word("c")).isEqualTo("succeeded");
    }

    @Test
    void refuses_a_procedure_without_performers_before_anything_is_recorded() {
        ProcedureEngine engine = new ProcedureEngine(
                bench.journal,
                bench.vault,
                new Performers(Map.of()),
                exception -> CallFailure.unknown("", "", Optional.empty()),
                Bench.TENANT_TIME);

        assertThatThrownBy(() -> engine.run(Procedures.line("a", "b"), bench.input))
                .isInstanceOf(ProcedureInvalidException.class)
                .hasMessageContaining("'a'")
                .hasMessageContaining("'b'");
        assertThat(bench.entries()).hasSize(1);
    }

    @Test
    void tells_the_listener_of_every_entry_in_order() {
        List<Long> told = new CopyOnWriteArrayList<>();
        bench.input = bench.input.toldTo(recorded -> told.add(recorded.sequence()));

        bench.run(Procedures.line("a", "b"));

        assertThat(told).containsExactly(2L, 3L, 4L, 5L, 6L, 7L);
    }
}

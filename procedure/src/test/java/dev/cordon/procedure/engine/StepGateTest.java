package dev.cordon.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Procedures;
import dev.cordon.procedure.StepId;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class StepGateTest {
    private final Bench bench = new Bench();
    private final Shut gate = new Shut();

    /** Shut for every step that was not opened. */
    private static final class Shut implements StepGate {
        private final Set<StepId> opened = ConcurrentHashMap.newKeySet();
        private final List<String> told = new CopyOnWriteArrayList<>();
        private Runnable moved = () -> {};

        void open(String step) {
            opened.add(new StepId(step));
            moved.run();
        }

        @Override
        public void begin(Runnable newMoved) {
            moved = newMoved;
        }

        @Override
        public boolean lets(StepId step) {
            return opened.contains(step);
        }

        @Override
        public void answered(StepId step) {
            told.add("answered " + step);
        }

        @Override
        public void ended(StepId step) {
            told.add("ended " + step);
        }

        @Override
        public void over() {
            told.add("over");
        }
    }

    @Test
    void a_step_that_the_order_frees_waits_until_the_gate_lets_it_through() {
        gate.open("a");
        bench.performing("a", context -> {
            Thread.ofVirtual().start(() -> gate.open("b"));
            return Bench.WORKED;
        });

        bench.input = bench.input.heldBackBy(gate);
        RunEnd end = bench.run(Procedures.line("a", "b"));

        assertThat(end.interrupted()).isFalse();
        assertThat(bench.word("b")).isEqualTo("succeeded");
        assertThat(gate.told).containsExactly("ended a", "ended b", "over");
    }

    @Test
    void who_waits_at_the_gate_can_be_interrupted_and_holds_nobody_afterwards() throws Exception {
        Procedure procedure = Procedures.line("a");
        bench.input = bench.input.heldBackBy(gate);
        List<Boolean> interrupted = new CopyOnWriteArrayList<>();
        Thread run = Thread.ofVirtual()
                .start(() -> interrupted.add(bench.run(procedure).interrupted()));

        run.interrupt();
        run.join();

        assertThat(interrupted).containsExactly(true);
        assertThat(bench.started()).isEmpty();
        assertThat(gate.told).containsExactly("over");
    }

    @Test
    void what_an_earlier_run_ended_is_told_to_the_gate_at_once() {
        bench.run(Procedures.line("a"));
        gate.open("b");
        bench.input = bench.input.heldBackBy(gate);

        bench.run(Procedures.line("a", "b"));

        assertThat(gate.told).containsExactly("ended a", "ended b", "over");
    }
}

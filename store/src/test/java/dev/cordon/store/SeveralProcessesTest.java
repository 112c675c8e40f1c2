package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.RunEnd;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Machines that share one store: only one of them runs an incident, and another finishes it when that one is gone. */
class SeveralProcessesTest {
    /** What a machine is called; read where Windows says it, before anything else. */
    private static final Map<String, String> ANOTHER_MACHINE = Map.of("COMPUTERNAME", "node-b");

    private static final InstantSource WALL_TIME = InstantSource.system();

    @TempDir
    private Path folder;

    Placed placed() {
        return Placed.ON_SERVER;
    }

    @Test
    void of_two_that_claim_the_same_incident_at_once_one_is_refused() throws Exception {
        placed().location(folder);
        try (ChildProcess one = new ChildProcess(folder, "claim", ANOTHER_MACHINE);
                ChildProcess two = new ChildProcess(folder, "claim", Map.of("COMPUTERNAME", "node-c"))) {
            assertThat(List.of(String.valueOf(one.line()), String.valueOf(two.line())))
                    .containsExactlyInAnyOrder("claimed", "refused");
        }
    }

    @Test
    void what_a_killed_machine_was_running_is_finished_by_another_once_its_heartbeat_has_lapsed() throws Exception {
        try (Store store = Store.open(placed().location(folder), WALL_TIME, AppendingProcess.QUICK);
                ChildProcess other = new ChildProcess(folder, "run", ANOTHER_MACHINE)) {
            assertThat(other.line()).isEqualTo("step0");
            assertThat(other.line()).isEqualTo("step1");
            assertThat(other.line()).isEqualTo("step2");
            assertRefusedFor(AppendingProcess.QUICK.lapse().plusMillis(500), store);

            other.kill();
            Instant killed = WALL_TIME.instant();
            List<String> repeated = new ArrayList<>();
            RunEnd ended = takenOver(store, repeated);

            assertThat(Duration.between(killed, WALL_TIME.instant()))
                    .isGreaterThan(AppendingProcess.QUICK
                            .lapse()
                            .minus(AppendingProcess.QUICK.heartbeat().multipliedBy(2)));
            assertThat(ended.state().steps().values())
                    .hasSize(4)
                    .allMatch(
                            step -> step.outcome().map(StepOutcome::permitsNext).orElse(false));
            assertThat(repeated).containsExactly("step2", "step3");
            assertThat(store.vault().exhibits(JournalEntries.INCIDENT)).hasSize(4);
            assertThat(store.verifier().verify().faults()).isEmpty();
        }
    }

    /** As long as the holder lives, however long that is. */
    private static void assertRefusedFor(Duration time, Store store) {
        Instant until = WALL_TIME.instant().plus(time);
        while (WALL_TIME.instant().isBefore(until)) {
            assertThatThrownBy(() -> store.runs().claimAndRun(JournalEntries.INCIDENT, () -> "ours"))
                    .isInstanceOf(IncidentClaimedException.class)
                    .hasMessageContaining("@node-b");
        }
    }

    private static RunEnd takenOver(Store store, List<String> told) throws Exception {
        Optional<RunEnd> ended = Optional.empty();
        while (ended.isEmpty()) {
            try {
                ended = Optional.of(store.runs()
                        .claimAndRun(
                                JournalEntries.INCIDENT,
                                () -> EngineOnStoreTest.run(store, AppendingProcess.LINE, told::add)));
            } catch (IncidentClaimedException _) {
                Thread.onSpinWait();
            }
        }
        return ended.get();
    }
}

package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.task.Execution;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.schedule.ClaimLostException;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import dev.cordon.procedure.schedule.IncidentRuns;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqlIncidentRunsTest {
    @TempDir
    private Path folder;

    private Store store;

    /** Where the stores of these tests lie. */
    Placed placed() {
        return Placed.IN_FOLDER;
    }

    @BeforeEach
    void open() {
        store = Store.open(placed().location(folder), OpenStores.WALL_TIME, ClaimPace.USUAL);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void runs_at_once_on_the_calling_thread_and_gives_the_claim_back() throws Exception {
        Thread caller = Thread.currentThread();

        assertThat(store.runs().claimAndRun(JournalEntries.INCIDENT, Thread::currentThread))
                .isSameAs(caller);
        assertThat(store.runs().claimAndRun(JournalEntries.INCIDENT, () -> 2)).isEqualTo(2);
    }

    @Test
    void gives_the_claim_back_when_the_work_fails() throws Exception {
        assertThatThrownBy(() -> store.runs().claimAndRun(JournalEntries.INCIDENT, () -> {
                    throw new IOException("work failed");
                }))
                .hasMessage("work failed");
        assertThat(store.runs().claimAndRun(JournalEntries.INCIDENT, () -> 2)).isEqualTo(2);
    }

    @Test
    void refuses_a_second_run_of_the_same_incident_and_names_the_holder() throws Exception {
        store.runs().claimAndRun(JournalEntries.INCIDENT, () -> {
            assertThatThrownBy(() -> store.runs().claimAndRun(JournalEntries.INCIDENT, () -> 2))
                    .isInstanceOfSatisfying(IncidentClaimedException.class, refused -> {
                        assertThat(refused.holder())
                                .startsWith(ProcessHandle.current().pid() + "@");
                        assertThat(refused.since()).isEqualTo(OpenStores.WALL_TIME.instant());
                    });
            return store.runs().claimAndRun(JournalEntries.OTHER_INCIDENT, () -> 3);
        });
    }

    @Test
    void logs_are_collected_by_one_at_a_time_beside_a_run_and_the_second_is_told_by_whom() throws Exception {
        IncidentRuns runs = store.runs();

        assertThat(runs.<Integer>claimAndCollect(JournalEntries.INCIDENT, () -> {
                    assertThatThrownBy(() -> runs.claimAndCollect(JournalEntries.INCIDENT, () -> 2))
                            .isInstanceOf(IncidentClaimedException.class)
                            .hasMessageContaining("The logs of " + JournalEntries.INCIDENT + " are being collected by "
                                    + ProcessHandle.current().pid());
                    return runs.claimAndRun(JournalEntries.INCIDENT, () -> 3);
                }))
                .isEqualTo(3);
        assertThat(runs.<Integer>claimAndCollect(JournalEntries.INCIDENT, () -> 4))
                .isEqualTo(4);
    }

    @Test
    void takes_over_from_a_process_whose_number_was_given_to_another_one_after_a_reboot() throws Exception {
        leaveClaim(own().pid(), own().host(), Instant.parse("2020-01-01T00:00:00Z"));

        assertThat(store.runs().claimAndRun(JournalEntries.INCIDENT, () -> 2)).isEqualTo(2);
    }

    @Test
    void waits_for_the_heartbeat_of_another_machine_to_lapse() throws Exception {
        leaveClaim(1, "another-machine", Instant.EPOCH);
        assertThatThrownBy(() -> store.runs().claimAndRun(JournalEntries.INCIDENT, () -> 2))
                .isInstanceOf(IncidentClaimedException.class)
                .hasMessageContaining("1@another-machine");

        try (Store laterStore = takesOver()) {
            assertThat(laterStore.runs().claimAndRun(JournalEntries.INCIDENT, () -> 2))
                    .isEqualTo(2);
        }
    }

    @Test
    void who_has_lost_the_claim_records_nothing_more_and_is_told_who_has_it() throws Exception {
        try (Store other = takesOver()) {
            store.runs().claimAndRun(JournalEntries.INCIDENT, () -> {
                Recorded before = note(store, "before");
                Recorded others = other.runs().claimAndRun(JournalEntries.INCIDENT, () -> {
                    assertThatThrownBy(() -> note(store, "too late"))
                            .isInstanceOf(ClaimLostException.class)
                            .hasMessageContaining(own().name())
                            .hasMessageContaining("cordon incident resume " + JournalEntries.INCIDENT);
                    return note(other, "the other's");
                });
                assertThatThrownBy(() -> note(store, "after the other has ended"))
                        .isInstanceOf(ClaimLostException.class);
                other.runs().claimAndRun(JournalEntries.INCIDENT, () -> {
                    assertThatThrownBy(() -> note(store, "while it works again"))
                            .isInstanceOf(ClaimLostException.class);
                    return true;
                });
                assertThat(store.journal().entries(JournalEntries.INCIDENT)).containsExactly(before, others);
                return true;
            });
        }
        assertThat(store.runs().claimAndRun(JournalEntries.INCIDENT, () -> note(store, "later")))
                .isNotNull();
        assertThat(store.verifier().verify().faults()).isEmpty();
    }

    @Test
    void a_run_that_was_taken_over_stops_before_its_next_effect() throws Exception {
        try (Store other = takesOver()) {
            List<String> first = new ArrayList<>();
            List<String> second = new ArrayList<>();
            assertThatThrownBy(() -> store.runs()
                            .claimAndRun(
                                    JournalEntries.INCIDENT,
                                    () -> EngineOnStoreTest.run(store, AppendingProcess.LINE, step -> {
                                        first.add(step);
                                        if (step.equals("step1")) {
                                            runToItsEnd(other, second);
                                        }
                                    })))
                    .isInstanceOf(ClaimLostException.class);

            assertThat(first).containsExactly("step0", "step1");
            assertThat(second).containsExactly("step1", "step2", "step3");
            assertThat(store.journal().entries(JournalEntries.INCIDENT).stream()
                            .filter(recorded -> recorded.entry() instanceof EngineEntry.EffectIntended))
                    .hasSize(4);
            assertThat(store.verifier().verify().faults()).isEmpty();
        }
    }

    /** The same store as another process sees it that has not heard of this one for too long. */
    private Store takesOver() {
        InstantSource later = InstantSource.fixed(
                OpenStores.WALL_TIME.instant().plus(ClaimPace.USUAL.lapse()).plus(Duration.ofSeconds(1)));
        return Store.open(placed().location(folder), later, ClaimPace.USUAL);
    }

    private static void runToItsEnd(Store store, List<String> told) {
        try {
            store.runs()
                    .claimAndRun(
                            JournalEntries.INCIDENT,
                            () -> EngineOnStoreTest.run(store, AppendingProcess.LINE, told::add));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static Recorded note(Store store, String text) {
        return store.journal()
                .append(JournalEntries.INCIDENT, JournalEntries.AT, JournalEntries.ANNA, new CaseEntry.NoteAdded(text));
    }

    private static ProcessIdentity own() {
        return ProcessIdentity.own(OpenStores.WALL_TIME.instant());
    }

    /** A claim as a process that is not this one would have left it. */
    private void leaveClaim(long pid, String host, Instant startedAt) throws Exception {
        try (Dialect dialect = placed().dialect(folder)) {
            leaveClaim(dialect, new ProcessIdentity(pid, host, startedAt, OpenStores.WALL_TIME.instant()));
        }
    }

    private static void leaveClaim(Dialect dialect, ProcessIdentity holder) throws Exception {
        Claims claims = new Claims(dialect, OpenStores.WALL_TIME, ClaimPace.USUAL);
        TaskRepository repository = claims.repository();
        Execution execution = claims.createAndFind(
                        repository,
                        Claims.INCIDENT_RUN,
                        JournalEntries.INCIDENT.value(),
                        OpenStores.WALL_TIME.instant())
                .orElseThrow();
        assertThat(claims.claim(repository, execution)).isPresent();
        try (var connection = dialect.dataSource().getConnection();
                var statement = connection.prepareStatement("UPDATE scheduled_tasks SET picked_by = ?")) {
            statement.setString(1, holder.text());
            assertThat(statement.executeUpdate()).isEqualTo(1);
        }
    }
}

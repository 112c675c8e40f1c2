package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.schedule.IncidentClaimedException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What another process leaves behind when it is killed at a random moment. */
class KilledProcessTest {
    @TempDir
    private Path folder;

    /** Where the stores of these tests lie. */
    Placed placed() {
        return Placed.IN_FOLDER;
    }

    @Test
    void nothing_acknowledged_is_lost_and_the_store_verifies() throws Exception {
        Random random = new Random(7);
        for (int round = 0; round < 3; round++) {
            List<String> acknowledged = writeUntilKilled(20 + random.nextInt(200));
            try (Store store = Store.open(placed().location(folder), OpenStores.WALL_TIME)) {
                List<Recorded> kept = store.journal().entries(JournalEntries.INCIDENT);
                assertThat(acknowledged).hasSizeGreaterThan(19).allSatisfy(line -> assertKept(store, kept, line));
                assertThat(store.verifier().verify().faults()).isEmpty();
            }
        }
    }

    private List<String> writeUntilKilled(int lines) throws Exception {
        List<String> acknowledged = new ArrayList<>();
        placed().location(folder);
        try (ChildProcess child = new ChildProcess(folder, "append")) {
            for (String line = child.line(); line != null && acknowledged.size() < lines; line = child.line()) {
                acknowledged.add(line);
            }
            acknowledged.addAll(child.kill());
        }
        return acknowledged;
    }

    private static void assertKept(Store store, List<Recorded> kept, String line) {
        String[] words = line.split(" ");
        if (words[0].equals("journal")) {
            assertThat(kept)
                    .anyMatch(entry -> entry.sequence() == Long.parseLong(words[1])
                            && entry.hash().hex().equals(words[2]));
        } else {
            assertThat(store.vault().isSealed(new ExhibitId(words[1]))).isTrue();
        }
    }

    @Test
    void a_living_holder_is_named_and_a_killed_one_is_taken_over_at_once() throws Exception {
        try (Store store = Store.open(placed().location(folder), OpenStores.WALL_TIME);
                ChildProcess child = new ChildProcess(folder, "claim")) {
            assertThat(child.line()).isEqualTo("claimed");
            assertThatThrownBy(() -> store.runs().claimAndRun(JournalEntries.INCIDENT, () -> "ours"))
                    .isInstanceOf(IncidentClaimedException.class)
                    .hasMessageContaining(JournalEntries.INCIDENT.value());

            child.kill();

            assertThat(store.runs().claimAndRun(JournalEntries.INCIDENT, () -> "ours"))
                    .isEqualTo("ours");
        }
    }
}

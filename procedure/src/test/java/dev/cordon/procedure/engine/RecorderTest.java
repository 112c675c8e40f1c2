package dev.cordon.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class RecorderTest {
    private final Bench bench = new Bench();
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final List<String> seen = new ArrayList<>();

    @Test
    void who_waits_is_written_together_with_the_others_who_wait() throws InterruptedException {
        Recorder recorder = new Recorder(bench.journal, bench.input, new Watching());
        List<Thread> threads = whileOneIsWritten(recorder, "a", "b");

        goOn.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(seen).containsExactly("before first", "after first", "before a", "before b", "after a", "after b");
        assertThat(bench.entries())
                .endsWith(new CaseEntry.NoteAdded("first"), new CaseEntry.NoteAdded("a"), new CaseEntry.NoteAdded("b"));
        assertThat(recorder.state().lastSequence()).isEqualTo(4);
    }

    @Test
    void who_waited_beside_one_that_could_not_be_written_is_refused_too() throws InterruptedException {
        Set<String> refused = ConcurrentHashMap.newKeySet();
        Recorder recorder = new Recorder(bench.journal, bench.input, new Watching());
        List<Thread> threads = new ArrayList<>();
        threads.add(recording(recorder, "first", refused));
        begun.await();
        for (String name : List.of("dies", "b")) {
            Thread thread = recording(recorder, name, refused);
            untilWaiting(thread);
            threads.add(thread);
        }

        goOn.countDown();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(refused).containsExactlyInAnyOrder("dies", "b");
        assertThat(bench.entries()).endsWith(new CaseEntry.NoteAdded("first"));
    }

    private List<Thread> whileOneIsWritten(Recorder recorder, String... names) throws InterruptedException {
        List<Thread> threads = new ArrayList<>();
        threads.add(recording(recorder, "first", ConcurrentHashMap.newKeySet()));
        begun.await();
        for (String name : names) {
            Thread thread = recording(recorder, name, ConcurrentHashMap.newKeySet());
            untilWaiting(thread);
            threads.add(thread);
        }
        return threads;
    }

    private static Thread recording(Recorder recorder, String note, Set<String> refused) {
        return Thread.ofPlatform().start(() -> {
            if (catchThrowable(() -> recorder.record(new CaseEntry.NoteAdded(note))) instanceof RunHaltedException) {
                refused.add(note);
            }
        });
    }

    private static void untilWaiting(Thread thread) {
        while (thread.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
    }

    /** Holds the first note half-way, and dies at one. */
    private final class Watching implements CrashPoint {
        @Override
        public void before(JournalEntry entry) {
            seen.add("before " + text(entry));
            if (text(entry).equals("dies")) {
                throw new IllegalStateException("died");
            }
            if (text(entry).equals("first")) {
                begun.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        }

        @Override
        public void after(JournalEntry entry) {
            seen.add("after " + text(entry));
        }
    }

    private static String text(JournalEntry entry) {
        return entry instanceof CaseEntry.NoteAdded(String text) ? text : entry.toString();
    }
}

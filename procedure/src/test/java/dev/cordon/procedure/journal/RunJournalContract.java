package dev.cordon.procedure.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.chain.Chain;
import dev.cordon.evidence.chain.ChainHead;
import dev.cordon.evidence.chain.HashChain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every run journal promises; one subclass for each. */
public abstract class RunJournalContract {
    /** A journal without entries. */
    protected abstract RunJournal emptyJournal();

    @Test
    void an_empty_journal_has_the_genesis_head() {
        RunJournal journal = emptyJournal();

        assertThat(journal.head()).isEqualTo(ChainHead.empty(Chain.JOURNAL));
        assertThat(journal.entries(JournalEntries.INCIDENT)).isEmpty();
        assertThat(journal.incidents()).isEmpty();
    }

    @Test
    void every_kind_of_entry_is_read_back_as_it_was_written() {
        RunJournal journal = emptyJournal();

        List<Recorded> written = JournalEntries.everyKind().stream()
                .map(entry -> journal.append(JournalEntries.INCIDENT, JournalEntries.AT, JournalEntries.ANNA, entry))
                .toList();

        assertThat(journal.entries(JournalEntries.INCIDENT)).isEqualTo(written);
        assertThat(written).extracting(Recorded::entry).isEqualTo(JournalEntries.everyKind());
        assertThat(written).allSatisfy(recorded -> {
            assertThat(recorded.at()).isEqualTo(JournalEntries.AT);
            assertThat(recorded.actor()).isEqualTo(JournalEntries.ANNA);
        });
    }

    @Test
    void numbers_have_no_gaps_and_each_entry_names_the_hash_before_it() {
        RunJournal journal = emptyJournal();
        List<Recorded> written = IntStream.range(0, 6)
                .mapToObj(i -> journal.append(
                        i % 2 == 0 ? JournalEntries.INCIDENT : JournalEntries.OTHER_INCIDENT,
                        JournalEntries.AT,
                        JournalEntries.ANNA,
                        new CaseEntry.NoteAdded("note " + i)))
                .toList();

        assertThat(written).extracting(Recorded::sequence).containsExactly(1L, 2L, 3L, 4L, 5L, 6L);
        assertThat(written.getFirst().previous()).isEqualTo(HashChain.genesis(Chain.JOURNAL));
        for (int i = 1; i < written.size(); i++) {
            assertThat(written.get(i).previous()).isEqualTo(written.get(i - 1).hash());
        }
        assertThat(journal.head())
                .isEqualTo(new ChainHead(Chain.JOURNAL, 6, written.getLast().hash()));
    }

    @Test
    void entries_appended_together_stand_in_their_order() {
        RunJournal journal = emptyJournal();

        List<Recorded> written = journal.appendAll(
                JournalEntries.INCIDENT,
                JournalEntries.ANNA,
                IntStream.range(0, 5)
                        .mapToObj(i -> new RunJournal.Dated(JournalEntries.AT, new CaseEntry.NoteAdded("note " + i)))
                        .toList());

        assertThat(written)
                .extracting(Recorded::entry)
                .containsExactly(
                        new CaseEntry.NoteAdded("note 0"),
                        new CaseEntry.NoteAdded("note 1"),
                        new CaseEntry.NoteAdded("note 2"),
                        new CaseEntry.NoteAdded("note 3"),
                        new CaseEntry.NoteAdded("note 4"));
        assertThat(journal.entries(JournalEntries.INCIDENT)).isEqualTo(written);
        assertThat(journal.head())
                .isEqualTo(new ChainHead(Chain.JOURNAL, 5, written.getLast().hash()));
    }

    @Test
    void an_incident_sees_only_its_own_entries() {
        RunJournal journal = emptyJournal();
        Recorded own = note(journal, "own");
        journal.append(
                JournalEntries.OTHER_INCIDENT,
                JournalEntries.AT,
                JournalEntries.ANNA,
                new CaseEntry.NoteAdded("other"));

        assertThat(journal.entries(JournalEntries.INCIDENT)).containsExactly(own);
        assertThat(journal.incidents()).containsExactly(JournalEntries.INCIDENT, JournalEntries.OTHER_INCIDENT);
    }

    @Test
    void many_threads_append_without_gap_or_loss() throws InterruptedException {
        RunJournal journal = emptyJournal();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(thread -> Thread.ofVirtual()
                        .start(() -> IntStream.range(0, 10).forEach(i -> note(journal, thread + "/" + i))))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(journal.entries(JournalEntries.INCIDENT))
                .extracting(Recorded::sequence)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 80).mapToObj(Long::valueOf).toList());
    }

    @Test
    void an_entry_may_depend_on_what_was_recorded_since_a_look() {
        RunJournal journal = emptyJournal();
        note(journal, "before the look");
        ChainHead seen = journal.head();
        Recorded since = note(journal, "since");
        List<Recorded> asked = new ArrayList<>();

        Optional<Recorded> refused = appendIf(journal, seen, entries -> {
            asked.addAll(entries);
            return false;
        });
        Optional<Recorded> permitted = appendIf(journal, journal.head(), List::isEmpty);

        assertThat(asked).containsExactly(since);
        assertThat(refused).isEmpty();
        assertThat(journal.entries(JournalEntries.INCIDENT)).hasSize(3).endsWith(permitted.orElseThrow());
    }

    @Test
    void of_many_that_look_at_the_same_moment_one_appends() throws InterruptedException {
        RunJournal journal = emptyJournal();
        ChainHead seen = journal.head();
        Queue<Recorded> appended = new ConcurrentLinkedQueue<>();
        List<Thread> threads = IntStream.range(0, 8)
                .mapToObj(_ -> Thread.ofVirtual()
                        .start(() -> appendIf(journal, seen, List::isEmpty).ifPresent(appended::add)))
                .toList();
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(journal.entries(JournalEntries.INCIDENT)).singleElement().isEqualTo(appended.peek());
        assertThat(appended).hasSize(1);
    }

    private static Optional<Recorded> appendIf(RunJournal journal, ChainHead seen, Predicate<List<Recorded>> permits) {
        return appendIf(journal, List.of("if nothing speaks against it"), seen, permits).stream()
                .findFirst();
    }

    private static List<Recorded> appendIf(
            RunJournal journal, List<String> notes, ChainHead seen, Predicate<List<Recorded>> permits) {
        return journal.appendIf(
                JournalEntries.INCIDENT,
                JournalEntries.ANNA,
                notes.stream()
                        .map(note -> new RunJournal.Dated(JournalEntries.AT, new CaseEntry.NoteAdded(note)))
                        .toList(),
                seen,
                permits);
    }

    @Test
    void several_entries_that_depend_on_a_look_are_all_there_or_none() {
        RunJournal journal = emptyJournal();

        assertThat(appendIf(journal, List.of("one", "two"), journal.head(), _ -> false))
                .isEmpty();
        assertThat(journal.entries(JournalEntries.INCIDENT)).isEmpty();
        List<Recorded> appended = appendIf(journal, List.of("one", "two"), journal.head(), List::isEmpty);
        assertThat(appended).hasSize(2);
        assertThat(journal.entries(JournalEntries.INCIDENT)).isEqualTo(appended);
    }

    @Test
    void an_interrupted_thread_still_appends() {
        RunJournal journal = emptyJournal();
        Thread.currentThread().interrupt();

        Recorded recorded = note(journal, "while interrupted");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(journal.entries(JournalEntries.INCIDENT)).containsExactly(recorded);
    }

    private static Recorded note(RunJournal journal, String text) {
        return journal.append(
                JournalEntries.INCIDENT, JournalEntries.AT, JournalEntries.ANNA, new CaseEntry.NoteAdded(text));
    }
}

package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.cordon.incident.IncidentState;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Verdict;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class RunStateTest {
    private static final String KEY = "reset/1";

    @Property(tries = 200)
    void folds_any_sequence_and_so_any_prefix_of_entries(@ForAll("sequences") List<JournalEntry> entries) {
        assertThatCode(() -> fold(entries)).doesNotThrowAnyException();
        assertThat(fold(entries).lastSequence()).isEqualTo(entries.size());
    }

    @Property(tries = 50)
    void is_the_same_however_often_it_is_folded(@ForAll("sequences") List<JournalEntry> entries) {
        assertThat(fold(entries)).isEqualTo(fold(entries));
    }

    @Provide
    Arbitrary<List<JournalEntry>> sequences() {
        return Arbitraries.of(JournalEntries.everyKind()).list().ofMaxSize(40);
    }

    @Test
    void is_empty_before_the_first_entry() {
        assertThat(RunState.empty().opened()).isEmpty();
        assertThat(RunState.empty().state()).isEqualTo(IncidentState.OPEN);
    }

    @Test
    void an_effect_is_repeated_when_it_was_not_certain_whether_it_had_worked() {
        RunState uncertain = fold(List.of(intended(), intended()));
        RunState unknown = fold(List.of(intended(), concluded(EffectOutcome.UNKNOWN), intended()));
        RunState refused = fold(List.of(intended(), concluded(EffectOutcome.REFUSED), intended()));

        assertThat(uncertain.effect(KEY).orElseThrow().repeated()).isTrue();
        assertThat(uncertain.step(JournalEntries.STEP).orElseThrow().repeated()).isTrue();
        assertThat(unknown.effect(KEY).orElseThrow().repeated()).isTrue();
        assertThat(refused.effect(KEY).orElseThrow().repeated()).isFalse();
        assertThat(refused.step(JournalEntries.STEP)).isEmpty();
    }

    @Test
    void an_effect_without_conclusion_is_not_certain() {
        assertThat(fold(List.of(intended())).effect(KEY).orElseThrow().isCertain())
                .isFalse();
        assertThat(fold(List.of(intended(), concluded(EffectOutcome.UNKNOWN)))
                        .effect(KEY)
                        .orElseThrow()
                        .isCertain())
                .isFalse();
        assertThat(fold(List.of(intended(), concluded(EffectOutcome.REFUSED)))
                        .effect(KEY)
                        .orElseThrow()
                        .isCertain())
                .isTrue();
    }

    @Test
    void an_item_met_again_keeps_its_decision_unless_it_was_gone() {
        JournalEntry found = new CaseEntry.ItemFound(
                JournalEntries.STEP, JournalEntries.RULE, "rule", Verdict.MALICIOUS, List.of("r"), Optional.empty());
        JournalEntry decided =
                new CaseEntry.ItemDecided(JournalEntries.RULE, ItemDecision.REMOVE, JournalEntries.ANNA, "malicious");
        JournalEntry removed = new CaseEntry.ItemConcluded(JournalEntries.RULE, ItemOutcome.REMOVED, "gone");

        Item still = item(fold(List.of(found, decided, found)));
        Item anew = item(fold(List.of(found, decided, removed, found)));

        assertThat(still.decision()).isEqualTo(ItemDecision.REMOVE);
        assertThat(anew.decision()).isEqualTo(ItemDecision.UNDECIDED);
        assertThat(anew.outcome()).isEmpty();
    }

    @Test
    void an_item_that_was_given_back_says_so_and_names_what_stands_in_its_place() {
        ItemKey successor = new ItemKey(JournalEntries.RULE.kind(), "another");
        JournalEntry removed = new CaseEntry.ItemConcluded(JournalEntries.RULE, ItemOutcome.REMOVED, "gone");
        JournalEntry kept =
                new CaseEntry.ItemDecided(JournalEntries.RULE, ItemDecision.KEEP, JournalEntries.ANNA, "his own");

        Item elsewhere = item(fold(List.of(found(JournalEntries.RULE), removed, kept, givenBackAs(successor))));
        Item itself = item(fold(List.of(
                found(JournalEntries.RULE),
                removed,
                kept,
                givenBackAs(JournalEntries.RULE),
                found(JournalEntries.RULE))));

        assertThat(elsewhere.outcome()).contains(ItemOutcome.GIVEN_BACK);
        assertThat(elsewhere.givenBackAs()).contains(successor);
        assertThat(itself.givenBackAs()).isEmpty();
        assertThat(itself.decision()).as("met again").isEqualTo(ItemDecision.KEEP);
        assertThat(itself.outcome()).contains(ItemOutcome.GIVEN_BACK);
    }

    @Test
    void what_was_read_back_equal_is_what_it_was_and_what_was_gone_was_met_at_no_earlier_time() {
        ItemKey successor = new ItemKey(JournalEntries.RULE.kind(), "another");
        JournalEntry seen = new CaseEntry.ItemSeen(JournalEntries.RULE, "what it was");
        JournalEntry removed = new CaseEntry.ItemConcluded(JournalEntries.RULE, ItemOutcome.REMOVED, "gone");
        JournalEntry partly = new CaseEntry.ItemGivenBack(
                JournalEntries.RULE, JournalEntries.RULE, JournalEntries.EXHIBIT, List.of("Name"), List.of("Name"), "");

        assertThat(fold(List.of(found(JournalEntries.RULE), seen, removed)).firstFound())
                .isEmpty();
        assertThat(isChanged(fold(List.of(found(JournalEntries.RULE), seen, removed)), JournalEntries.RULE))
                .isFalse();
        RunState elsewhere = fold(List.of(found(JournalEntries.RULE), seen, removed, givenBackAs(successor)));
        assertThat(isChanged(elsewhere, successor)).isTrue();
        assertThat(isChanged(elsewhere, JournalEntries.RULE)).isFalse();
        assertThat(isChanged(fold(List.of(found(JournalEntries.RULE), seen, removed, partly)), JournalEntries.RULE))
                .isFalse();
    }

    private static boolean isChanged(RunState state, ItemKey key) {
        return requireNonNull(state.sightings().get(key)).isChanged("what it is");
    }

    @Test
    void what_stands_in_a_place_now_is_no_older_than_the_last_time_something_else_or_nothing_stood_there() {
        JournalEntry one = new CaseEntry.ItemSeen(JournalEntries.RULE, "one");
        JournalEntry other = new CaseEntry.ItemSeen(JournalEntries.RULE, "other");
        JournalEntry removed = new CaseEntry.ItemConcluded(JournalEntries.RULE, ItemOutcome.REMOVED, "gone");
        List<Recorded> journal = aMinuteApart(List.of(found(JournalEntries.RULE), one, removed, other));
        Sighting first =
                requireNonNull(RunState.of(journal.subList(0, 2)).sightings().get(JournalEntries.RULE));
        Sighting gone =
                requireNonNull(RunState.of(journal.subList(0, 3)).sightings().get(JournalEntries.RULE));
        Sighting last = requireNonNull(RunState.of(journal).sightings().get(JournalEntries.RULE));

        assertThat(first.otherwiseAt("one")).isEmpty();
        assertThat(first.otherwiseAt("other")).contains(journal.get(1).at());
        assertThat(gone.otherwiseAt("other")).contains(journal.get(2).at());
        assertThat(gone.otherwiseAt("one")).as("what came back as it was").isEmpty();
        assertThat(last.otherwiseAt("other")).contains(journal.get(2).at());
    }

    @Test
    void an_item_that_was_given_back_in_part_says_which_fields_are_otherwise_until_it_is_whole() {
        JournalEntry partly = new CaseEntry.ItemGivenBack(
                JournalEntries.RULE,
                JournalEntries.RULE,
                JournalEntries.EXHIBIT,
                List.of("id", "Name"),
                List.of("Name"),
                "differs");

        Item item = item(fold(List.of(found(JournalEntries.RULE), partly, found(JournalEntries.RULE))));
        assertThat(item.isPartlyGivenBack()).isTrue();
        assertThat(item.unequal()).containsExactly("Name");

        Item whole = item(fold(List.of(found(JournalEntries.RULE), partly, givenBackAs(JournalEntries.RULE))));
        assertThat(whole.isPartlyGivenBack()).isFalse();
    }

    private static JournalEntry givenBackAs(ItemKey as) {
        return new CaseEntry.ItemGivenBack(
                JournalEntries.RULE, as, JournalEntries.EXHIBIT, List.of("id"), List.of(), "equal");
    }

    @Test
    void a_run_of_another_procedure_is_none_of_the_incidents_runs() {
        JournalEntry response = new EngineEntry.RunStarted("1@laptop", "compromised-account", "1.0", Optional.empty());
        JournalEntry undo = new EngineEntry.RunStarted("2@laptop", "undo", "1.0", Optional.of(1L));
        JournalEntry ended = new EngineEntry.RunEnded(false);

        RunState killed = fold(List.of(response, ended, undo));
        assertThat(killed.run().orElseThrow().procedure()).isEqualTo("compromised-account");
        assertThat(killed.run().orElseThrow().count()).isEqualTo(1);
        assertThat(killed.run().orElseThrow().endedAt()).isPresent();
        assertThat(fold(List.of(response, undo, ended)).run().orElseThrow().endedAt())
                .as("the undo's end")
                .isEmpty();
    }

    @Test
    void an_item_names_what_it_came_back_as() {
        ItemKey successor = new ItemKey(JournalEntries.RULE.kind(), "another");
        JournalEntry removed = new CaseEntry.ItemConcluded(JournalEntries.RULE, ItemOutcome.REMOVED, "gone");

        RunState state = fold(List.of(
                found(JournalEntries.RULE), removed, new CaseEntry.ItemCameBack(JournalEntries.RULE, successor)));

        assertThat(item(state).outcome()).contains(ItemOutcome.REMOVED);
        assertThat(item(state).cameBackAs()).contains(successor);
    }

    @Test
    void a_step_counts_what_it_removed_over_all_its_attempts() {
        JournalEntry started = new EngineEntry.StepStarted(JournalEntries.STEP);
        JournalEntry found = found(JournalEntries.RULE);
        JournalEntry removed = new CaseEntry.ItemConcluded(JournalEntries.RULE, ItemOutcome.REMOVED, "gone");

        StepProgress step =
                step(fold(List.of(started, found, removed, started, found, removed, found, removed, started)));

        assertThat(step.removals().things()).isEqualTo(3);
        assertThat(step.removals().rounds()).isEqualTo(2);
        assertThat(step.removals().disabled()).isZero();
    }

    @Test
    void what_a_step_only_disabled_is_not_counted_as_removed() {
        JournalEntry started = new EngineEntry.StepStarted(JournalEntries.STEP);
        JournalEntry found = found(JournalEntries.RULE);
        JournalEntry disabled = new CaseEntry.ItemConcluded(JournalEntries.RULE, ItemOutcome.DISABLED, "disabled");

        StepProgress step = step(fold(List.of(started, found, disabled, started)));

        assertThat(step.removals().things()).isZero();
        assertThat(step.removals().disabled()).isEqualTo(1);
        assertThat(step.removals().rounds()).isEqualTo(1);
    }

    private static JournalEntry found(ItemKey key) {
        return new CaseEntry.ItemFound(
                JournalEntries.STEP, key, "rule", Verdict.MALICIOUS, List.of("r"), Optional.empty());
    }

    @Test
    void a_step_that_started_and_did_not_end_is_in_flight() {
        JournalEntry started = new EngineEntry.StepStarted(JournalEntries.STEP);
        JournalEntry ended = new EngineEntry.StepEnded(JournalEntries.STEP, new StepOutcome.Failed("r", "m"), 7);

        assertThat(step(fold(List.of(started))).isInFlight()).isTrue();
        assertThat(step(fold(List.of(started, ended))).isInFlight()).isFalse();
        StepProgress again = step(fold(List.of(started, ended, started)));
        assertThat(again.isInFlight()).isTrue();
        assertThat(again.outcome()).isEmpty();
        assertThat(again.attempts()).isEqualTo(2);
    }

    @Test
    void a_proof_recorded_when_it_was_read_and_again_with_the_outcome_counts_once() {
        RunState state = fold(List.of(
                new CaseEntry.ProofRead(JournalEntries.STEP, JournalEntries.proof(true)),
                new EngineEntry.StepEnded(
                        JournalEntries.STEP, new StepOutcome.Succeeded(List.of(JournalEntries.proof(true)), ""), 1)));

        assertThat(step(state).proofs()).containsExactly(JournalEntries.proof(true));
    }

    @Test
    void re_checks_are_due_until_they_are_done() {
        JournalEntry later = new CaseEntry.RecheckScheduled("later", JournalEntries.AT.plusSeconds(60));
        JournalEntry soon = new CaseEntry.RecheckScheduled("soon", JournalEntries.AT);
        JournalEntry done = new CaseEntry.RecheckDone("soon", true, "as it was");

        assertThat(fold(List.of(later, soon)).rechecksDue())
                .extracting(Recheck::name)
                .containsExactly("soon", "later");
        assertThat(fold(List.of(later, soon, done)).rechecksDue())
                .extracting(Recheck::name)
                .containsExactly("later");
    }

    @Test
    void a_reopening_ends_the_time_in_which_what_is_made_may_be_the_users() {
        Instant since = JournalEntries.AT.minusSeconds(3600);
        JournalEntry given = new CaseEntry.AccessGivenBack(since, "a one-time pass");
        JournalEntry reopened =
                new CaseEntry.StateChanged(IncidentState.WATCHING, IncidentState.REOPENED, "a rule came back");

        Restoration ended =
                fold(List.of(given, reopened, found(JournalEntries.RULE))).restoration();
        assertThat(ended.isTheUsersNow()).isFalse();
        assertThat(ended.givenBackAt()).contains(since);
        assertThat(ended.newSince()).as("met after the reopening").isEmpty();
        assertThat(ended.isSince(since.plusSeconds(60))).isTrue();
        assertThat(ended.isSince(JournalEntries.AT))
                .as("made after the reopening")
                .isFalse();

        Restoration again = fold(List.of(
                        given, reopened, new CaseEntry.AccessGivenBack(JournalEntries.AT.plusSeconds(60), "a pass")))
                .restoration();
        assertThat(again.isTheUsersNow()).isTrue();
        assertThat(again.givenBackAt()).contains(JournalEntries.AT.plusSeconds(60));
        assertThat(again.isSince(since)).isTrue();
        assertThat(again.isSince(JournalEntries.AT.plusSeconds(30))).isFalse();
    }

    private static RunState fold(List<JournalEntry> entries) {
        InMemoryRunJournal journal = new InMemoryRunJournal(InstantSource.fixed(JournalEntries.AT));
        entries.forEach(
                entry -> journal.append(JournalEntries.INCIDENT, JournalEntries.AT, JournalEntries.ANNA, entry));
        return RunState.of(journal.entries(JournalEntries.INCIDENT));
    }

    private static List<Recorded> aMinuteApart(List<JournalEntry> entries) {
        InMemoryRunJournal journal = new InMemoryRunJournal(InstantSource.fixed(JournalEntries.AT));
        for (int i = 0; i < entries.size(); i++) {
            journal.append(
                    JournalEntries.INCIDENT,
                    JournalEntries.AT.plusSeconds(60L * i),
                    JournalEntries.ANNA,
                    entries.get(i));
        }
        return journal.entries(JournalEntries.INCIDENT);
    }

    private static Item item(RunState state) {
        return state.items().values().iterator().next();
    }

    private static StepProgress step(RunState state) {
        return state.step(JournalEntries.STEP).orElseThrow();
    }

    private static JournalEntry intended() {
        return new EngineEntry.EffectIntended(JournalEntries.STEP, KEY, "reset", "id", List.of(), List.of());
    }

    private static JournalEntry concluded(EffectOutcome outcome) {
        return new EngineEntry.EffectConcluded(
                JournalEntries.STEP, KEY, outcome, "", Optional.empty(), Optional.empty());
    }
}

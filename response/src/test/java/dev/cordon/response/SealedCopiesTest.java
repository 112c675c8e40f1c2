package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SealedCopiesTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    private static final Digest NONE = Digest.sha256(new byte[0]);
    private static final ItemKey RULE = new ItemKey("inbox-rule", "rule-1");
    private static final StepId STEP = new StepId("inbox-rules");

    private static Exhibit exhibit(long sequence, String source, long seconds) {
        return new Exhibit(
                ExhibitId.of(sequence),
                new IncidentId("INC-20260302-K7QF"),
                "app-role-assignments",
                "anna",
                source,
                Optional.empty(),
                AT.plusSeconds(seconds),
                AT.plusSeconds(seconds),
                "application/json",
                0,
                NONE,
                NONE);
    }

    @Test
    void an_answer_of_the_same_reading_is_beside_the_copy_wherever_it_was_sealed() {
        Exhibit before = exhibit(9, "GET applications", 0);
        Exhibit main = exhibit(10, "GET assignments", 0);
        Exhibit after = exhibit(11, "GET permissions", 1);
        Exhibit again = exhibit(12, "GET assignments", 60);

        assertThat(SealedCopies.beside(main, List.of(before, main, after, again, exhibit(13, "GET permissions", 60))))
                .containsExactlyInAnyOrder(before, after);
    }

    @Test
    void an_answer_of_a_later_reading_is_never_beside_the_copy_though_it_is_the_nearest() {
        Exhibit earlier = exhibit(2, "GET applications", -300);
        Exhibit main = exhibit(10, "GET assignments", 0);
        Exhibit laterButSealedFirst = exhibit(13, "GET applications", 60);
        Exhibit again = exhibit(14, "GET assignments", 60);

        assertThat(SealedCopies.beside(main, List.of(main, laterButSealedFirst, again)))
                .isEmpty();
        assertThat(SealedCopies.beside(main, List.of(earlier, main, laterButSealedFirst, again)))
                .containsExactly(earlier);
        assertThat(SealedCopies.beside(main, List.of(earlier, main, again, exhibit(15, "GET applications", 60))))
                .containsExactly(earlier);
    }

    private static JournalEntry intended(String key) {
        return new EngineEntry.EffectIntended(STEP, key, key, RULE.id(), List.of(RULE), List.of(ExhibitId.of(7)));
    }

    private static JournalEntry concluded(String key, EffectOutcome result) {
        return new EngineEntry.EffectConcluded(STEP, key, result, "", Optional.empty(), Optional.empty());
    }

    private static JournalEntry became(ItemOutcome outcome) {
        return new CaseEntry.ItemConcluded(RULE, outcome, "");
    }

    private static boolean isLeft(Optional<ItemOutcome> outcome, JournalEntry... entries) {
        List<Recorded> rows = new ArrayList<>();
        for (JournalEntry entry : entries) {
            rows.add(new Recorded(
                    rows.size() + 1, new IncidentId("INC-20260302-K7QF"), AT, AT, Actor.CORDON, entry, NONE, NONE));
        }
        Item found = Item.found(RULE, "Invoices", Verdict.BENIGN, List.of(), Optional.empty());
        return SealedCopies.isLeft(rows, outcome.map(found::concluded).orElse(found));
    }

    @Test
    void a_rule_that_was_disabled_and_not_deleted_may_be_given_back() {
        JournalEntry[] disabled = {intended("disable"), concluded("disable", EffectOutcome.DONE)};
        assertThat(isLeft(Optional.empty(), disabled)).isTrue();
        assertThat(isLeft(Optional.empty(), intended("disable"))).isTrue();
        assertThat(isLeft(
                        Optional.of(ItemOutcome.FAILED),
                        disabled[0],
                        disabled[1],
                        intended("delete"),
                        concluded("delete", EffectOutcome.REFUSED),
                        became(ItemOutcome.FAILED)))
                .isTrue();
        assertThat(isLeft(Optional.of(ItemOutcome.KEPT), disabled[0], disabled[1], became(ItemOutcome.KEPT)))
                .isTrue();
    }

    @Test
    void what_no_call_touched_since_it_was_seen_to_be_gone_is_not_left() {
        assertThat(isLeft(Optional.of(ItemOutcome.KEPT), became(ItemOutcome.KEPT)))
                .isFalse();
        assertThat(isLeft(
                        Optional.of(ItemOutcome.FAILED),
                        intended("disable"),
                        concluded("disable", EffectOutcome.REFUSED),
                        became(ItemOutcome.FAILED)))
                .isFalse();
        assertThat(isLeft(
                        Optional.of(ItemOutcome.STILL_THERE),
                        intended("delete"),
                        concluded("delete", EffectOutcome.DONE),
                        became(ItemOutcome.REMOVED)))
                .isFalse();
    }
}

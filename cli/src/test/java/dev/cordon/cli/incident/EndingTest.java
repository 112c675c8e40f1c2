package dev.cordon.cli.incident;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.StepOutcome.Failed.Cause;
import dev.cordon.procedure.Unsettled;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.LeftOpen;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EndingTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:20:00Z");
    private static final IncidentId ID = new IncidentId("INC-20260302-K7QF");
    private static final Digest HASH = new Digest("9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08");
    private static final ItemKey RULE = new ItemKey("inbox-rule", "17146492835123003393");

    private final List<Recorded> journal = new ArrayList<>();

    @Test
    void an_account_that_may_not_be_acted_on_was_not_contained_and_nothing_was_changed() {
        opened();
        ended("pre-flight", new StepOutcome.Failed("The account is protected.", "Ask a Global Administrator."));
        moved(IncidentState.OPEN, IncidentState.NEEDS_OPERATOR);

        assertThat(ending().headline())
                .startsWith("NOT CONTAINED. Nothing was changed.")
                .contains("The account is protected.");
        assertThat(ending().advice())
                .contains("Ask a Global Administrator.")
                .anyMatch(line -> line.contains("cordon incident resume " + ID));
    }

    @Test
    void what_waits_for_a_decision_is_why_it_is_not_verified() {
        opened();
        found(Verdict.REVIEW, ItemDecision.KEEP, Actor.CORDON);
        moved(IncidentState.OPEN, IncidentState.CONTAINED);

        assertThat(ending().headline()).isEqualTo("CONTAINED, NOT VERIFIED: 1 thing was kept until you decide.");
        assertThat(ending().advice()).first().asString().contains("cordon incident decide " + ID);
    }

    @Test
    void logs_are_to_be_collected_until_the_task_is_done_and_a_refusal_has_collected_nothing() {
        opened();
        moved(IncidentState.OPEN, IncidentState.CONTAINED);
        record(new CaseEntry.TaskOpened("collect-logs", "Collect them.", "the operator", false));
        record(collected(CollectionOutcome.COMPLETE));
        assertThat(ending().advice()).anyMatch(line -> line.contains("cordon incident collect " + ID));

        record(new CaseEntry.TaskClosed("collect-logs", "the logs were collected"));
        assertThat(ending().advice()).noneMatch(line -> line.contains("cordon incident collect"));
    }

    @Test
    void a_log_that_was_refused_was_not_collected() {
        opened();
        moved(IncidentState.OPEN, IncidentState.CONTAINED);
        record(collected(CollectionOutcome.NOT_PERMITTED));

        assertThat(ending().advice()).anyMatch(line -> line.contains("cordon incident collect " + ID));
    }

    private static CaseEntry.CollectionEnded collected(CollectionOutcome outcome) {
        return new CaseEntry.CollectionEnded(
                "sign-ins-interactive",
                "anna.berg@contoso.example",
                1,
                AT.minusSeconds(60),
                AT,
                Optional.empty(),
                0,
                0,
                0,
                outcome,
                outcome == CollectionOutcome.COMPLETE ? "" : "It was refused.",
                Optional.empty());
    }

    @Test
    void what_a_person_gave_back_to_the_attacker_is_named_beside_verified() {
        opened();
        found(Verdict.MALICIOUS, ItemDecision.REMOVE, Actor.CORDON);
        record(new CaseEntry.ItemGivenBack(
                RULE, RULE, new ExhibitId("E-000001"), List.of(), List.of(), "read back equal"));
        moved(IncidentState.OPEN, IncidentState.VERIFIED);

        assertThat(ending().advice())
                .first()
                .asString()
                .startsWith("Judged malicious, and there again because a person gave it back: inbox-rule ");
    }

    @Test
    void what_the_attacker_goes_on_without_is_the_first_thing_to_do() {
        opened();
        record(new CaseEntry.TaskOpened("tell-user", "Telephone the user.", "the operator", false));
        record(new CaseEntry.TaskOpened(
                "block-on-premises", "Run Disable-ADAccount there.", "an on-premises administrator", true));
        moved(IncidentState.OPEN, IncidentState.NEEDS_OPERATOR);

        assertThat(ending().advice())
                .first()
                .isEqualTo("Before anything else, for an on-premises administrator: Run Disable-ADAccount there.");
    }

    @Test
    void a_look_is_promised_only_where_one_is_scheduled() {
        opened();
        record(new CaseEntry.RecheckScheduled("after-15-minutes", AT));
        moved(IncidentState.OPEN, IncidentState.CONTAINING);
        assertThat(ending().advice()).noneMatch(line -> line.contains("The next look is due"));

        moved(IncidentState.CONTAINING, IncidentState.CONTAINED);
        assertThat(ending().advice()).anyMatch(line -> line.contains("The next look is due"));
    }

    @Test
    void what_must_be_done_by_hand_is_told_apart_from_what_waits_for_a_decision() {
        opened();
        found(new ItemKey("connector", "c1"), Verdict.MALICIOUS, ItemDecision.KEEP, Actor.CORDON);
        found(new ItemKey("connector", "c2"), Verdict.MALICIOUS, ItemDecision.KEEP, Actor.CORDON);
        found(new ItemKey("remote-domain", "r1"), Verdict.REVIEW, ItemDecision.KEEP, Actor.CORDON);
        moved(IncidentState.OPEN, IncidentState.CONTAINED);

        assertThat(ending().headline())
                .isEqualTo("CONTAINED, NOT VERIFIED: 2 things must be removed by hand, and 1 thing was kept until you"
                        + " decide.");
        assertThat(ending().advice())
                .anyMatch(line -> line.startsWith("Remove by hand what is listed above"))
                .anyMatch(line -> line.contains("cordon incident decide " + ID));
        assertThat(state().items().values())
                .filteredOn(Unsettled::isForAHand)
                .extracting(item -> item.key().kind())
                .containsExactly("connector", "connector");
    }

    @Test
    void where_all_of_it_is_to_be_done_by_hand_nobody_is_asked_to_decide() {
        opened();
        found(new ItemKey("connector", "c1"), Verdict.MALICIOUS, ItemDecision.KEEP, Actor.CORDON);
        moved(IncidentState.OPEN, IncidentState.CONTAINED);

        assertThat(ending().headline()).isEqualTo("CONTAINED, NOT VERIFIED: 1 thing must be removed by hand.");
        assertThat(ending().advice()).noneMatch(line -> line.contains("incident decide"));
    }

    @Test
    void verified_says_so_and_asks_for_nothing_but_the_logs() {
        opened();
        found(Verdict.REVIEW, ItemDecision.KEEP, Actor.person("anna"));
        moved(IncidentState.OPEN, IncidentState.VERIFIED);

        assertThat(ending().headline()).isEqualTo("CONTAINED AND VERIFIED.");
        assertThat(ending().advice()).singleElement().asString().contains("cordon incident collect " + ID);
    }

    @Test
    void what_was_put_back_is_not_called_kept_until_you_decide() {
        opened();
        ended("verify", new StepOutcome.Failed("Invoices (inbox-rule) came back after it was removed.", "Again."));
        record(new CaseEntry.ItemFound(
                new StepId("verify"), RULE, "Invoices", Verdict.MALICIOUS, List.of(), Optional.empty()));
        record(new CaseEntry.ItemConcluded(RULE, ItemOutcome.STILL_THERE, "seen after the clean-up"));
        moved(IncidentState.OPEN, IncidentState.CONTAINED);

        assertThat(ending().headline()).contains("came back after it was removed");
        assertThat(ending().advice())
                .noneMatch(line -> line.contains("incident decide"))
                .anyMatch(line -> line.contains("cordon incident resume " + ID));
        assertThat(state().items().values()).allMatch(Unsettled::isOpen);
    }

    @Test
    void a_removal_decided_afterwards_is_shown_as_not_done_yet() {
        opened();
        found(Verdict.BENIGN, ItemDecision.KEEP, Actor.CORDON);
        record(new CaseEntry.ItemConcluded(RULE, ItemOutcome.KEPT, "kept"));
        record(new CaseEntry.ItemDecided(RULE, ItemDecision.REMOVE, Actor.person("anna"), ""));
        moved(IncidentState.OPEN, IncidentState.VERIFIED);

        assertThat(state().items().values()).allMatch(Unsettled::isUndone);
        assertThat(ending().advice()).anyMatch(line -> line.contains("cordon incident resume " + ID));
    }

    @Test
    void what_an_incident_leaves_when_it_is_closed_is_counted_kind_by_kind() {
        opened();
        assertThat(new LeftOpen(state()).clauses()).isEmpty();

        found(new ItemKey("inbox-rule", "r1"), Verdict.REVIEW, ItemDecision.KEEP, Actor.CORDON);
        found(new ItemKey("connector", "c1"), Verdict.MALICIOUS, ItemDecision.KEEP, Actor.CORDON);
        found(new ItemKey("device", "d1"), Verdict.MALICIOUS, ItemDecision.REMOVE, Actor.person("anna"));
        found(new ItemKey("device", "d2"), Verdict.MALICIOUS, ItemDecision.REMOVE, Actor.person("anna"));
        found(RULE, Verdict.MALICIOUS, ItemDecision.KEEP, Actor.person("anna"));
        record(new CaseEntry.ItemConcluded(RULE, ItemOutcome.GIVEN_BACK, "as it was"));
        record(new CaseEntry.TaskOpened("call-user", "Call the user", "the operator", false));

        assertThat(new LeftOpen(state()).work()).containsExactly("1 task is open");
        assertThat(new LeftOpen(state()).clauses())
                .containsExactly(
                        "1 task is open",
                        "1 thing was kept until you decide",
                        "1 thing must be removed by hand",
                        "2 things were to be removed, and that is not done",
                        "1 thing that was judged the attacker's was given back");
    }

    @Test
    void is_not_permitted_only_while_no_act_that_contains_the_account_may_have_worked() {
        opened();
        ended("pre-flight", new StepOutcome.Failed("No role.", "Ask for it.", Cause.NOT_PERMITTED));
        ended("revoke-sessions", new StepOutcome.Skipped("pre-flight ended failed", Actor.CORDON));
        assertThat(ending().isNotPermitted()).isTrue();

        ended("reset-password", new StepOutcome.Indeterminate("No answer came.", "Look."));
        assertThat(ending().isNotPermitted()).isFalse();
    }

    @Test
    void is_not_a_question_of_permission_where_the_account_is_protected_or_the_service_fails() {
        opened();
        ended("pre-flight", new StepOutcome.Failed("The account is protected.", "Ask a Global Administrator."));
        ended("revoke-sessions", new StepOutcome.Failed("Microsoft answered 503.", "Try again."));
        assertThat(ending().isNotPermitted()).isFalse();
    }

    private void opened() {
        record(new CaseEntry.IncidentOpened(new Incident(
                ID,
                IncidentType.COMPROMISED_ACCOUNT,
                "contoso",
                new Account("5f1c0a44", "anna.berg@contoso.example", "Anna Berg"),
                Severity.HIGH,
                DetectionSource.OTHER,
                AT,
                AT,
                AttackActivity.UNKNOWN,
                false)));
    }

    private void ended(String step, StepOutcome outcome) {
        record(new EngineEntry.StepStarted(new StepId(step)));
        record(new EngineEntry.StepEnded(new StepId(step), outcome, 10));
    }

    private void found(Verdict verdict, ItemDecision decision, Actor by) {
        found(RULE, verdict, decision, by);
    }

    private void found(ItemKey key, Verdict verdict, ItemDecision decision, Actor by) {
        record(new CaseEntry.ItemFound(
                new StepId("inbox-rules"), key, "Invoices", verdict, List.of(), Optional.empty()));
        record(new CaseEntry.ItemDecided(key, decision, by, ""));
    }

    private void moved(IncidentState from, IncidentState to) {
        record(new CaseEntry.StateChanged(from, to, "for the test"));
    }

    private void record(JournalEntry entry) {
        journal.add(new Recorded(journal.size() + 1L, ID, AT, AT, Actor.CORDON, entry, HASH, HASH));
    }

    private RunState state() {
        return RunState.of(journal);
    }

    private Ending ending() {
        return new Ending(state());
    }
}

package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.incident.IncidentId;
import dev.cordon.investigation.Confidence;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.review.FindingKind;
import dev.cordon.investigation.review.FindingState;
import dev.cordon.investigation.review.ReviewFinding;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.journal.InMemoryRunJournal;
import dev.cordon.procedure.journal.ReviewEntry;
import dev.cordon.response.TenantReview.Item;
import dev.cordon.response.TenantReview.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReviewMemoryTest {
    private static final Instant MONDAY = Instant.parse("2026-03-02T08:00:00Z");
    private static final IncidentId REVIEW = new IncidentId("REV-20260302-K7QF");
    private static final IncidentId INCIDENT = new IncidentId("INC-20260302-K7QF");

    private final InMemoryRunJournal journal = new InMemoryRunJournal(() -> MONDAY);

    private static ReviewFinding finding(FindingState state, Verdict verdict, String... rows) {
        return new ReviewFinding(
                FindingKind.FORWARDING,
                "anna@contoso.example to vendor@mail.example",
                state,
                List.of(rows),
                0,
                "anna@contoso.example",
                MONDAY,
                verdict,
                Confidence.LIKELY,
                List.of(new Reason("forwards-outside", "All mail was sent out.", Optional.of("T1114.003"))));
    }

    private static final ReviewFinding FOUND = finding(FindingState.REVERTED, Verdict.REVIEW, "a");

    private ReviewMemory memory(String tenant, boolean hasEnded) {
        return ReviewMemory.of(journal, tenant, _ -> hasEnded);
    }

    private Item told(ReviewFinding finding) {
        return told(finding, MONDAY.minusSeconds(60), MONDAY);
    }

    private Item told(ReviewFinding finding, Instant from, Instant until) {
        Item item = memory("contoso", false).items(List.of(finding)).getFirst();
        journal.append(
                REVIEW,
                until,
                Actor.CORDON,
                new ReviewEntry.ReviewMade(
                        "contoso",
                        from,
                        until,
                        List.of(
                                new ReviewEntry.Source("sign-ins", from, Optional.empty(), 1, Optional.empty()),
                                new ReviewEntry.Source(
                                        "audit-log", from, Optional.empty(), 0, Optional.of("No role."))),
                        List.of(ReviewMemory.told(item)),
                        Map.of(),
                        Map.of()));
        return item;
    }

    private void dismissed(Item item, Instant at) {
        journal.append(
                REVIEW,
                at,
                Actor.person("admin"),
                new ReviewEntry.FindingDismissed("contoso", ReviewMemory.told(item), "a vendor's contract"));
    }

    private Standing standing(ReviewFinding now) {
        return memory("contoso", false).items(List.of(now)).getFirst().standing();
    }

    @Test
    void what_was_told_and_not_answered_is_told_again_also_when_it_is_not_seen_any_more() {
        told(FOUND);

        assertThat(standing(FOUND)).isEqualTo(new Standing.ToldBefore(MONDAY, true));
        List<Item> later = memory("contoso", false).items(List.of());
        assertThat(later).extracting(Item::finding).containsExactly(FOUND);
        assertThat(later.getFirst().standing()).isEqualTo(new Standing.ToldBefore(MONDAY, false));
        assertThat(later.getFirst().isOpen()).isTrue();
    }

    @Test
    void what_was_dismissed_stays_so_with_who_and_why_until_something_about_it_changes() {
        dismissed(told(FOUND), MONDAY.plusSeconds(60));

        assertThat(standing(FOUND))
                .isEqualTo(new Standing.Dismissed(MONDAY.plusSeconds(60), "admin", "a vendor's contract"));
        assertThat(memory("contoso", false).items(List.of())).isEmpty();
        assertThat(standing(finding(FindingState.REVERTED, Verdict.REVIEW, "a", "b")))
                .isEqualTo(new Standing.Changed(
                        MONDAY.plusSeconds(60), "a vendor's contract", "There is a new row about it."));
        assertThat(standing(finding(FindingState.ACTIVE, Verdict.REVIEW, "a"))).isInstanceOf(Standing.Changed.class);
        assertThat(standing(finding(FindingState.REVERTED, Verdict.MALICIOUS, "a")))
                .isInstanceOf(Standing.Changed.class);
        assertThat(standing(finding(FindingState.REVERTED, Verdict.BENIGN, "a")))
                .isInstanceOf(Standing.Dismissed.class);
    }

    @Test
    void what_became_an_incident_is_answered_and_comes_back_only_if_it_changes_after_that_was_closed() {
        Item item = told(FOUND);
        journal.append(
                REVIEW,
                MONDAY,
                Actor.CORDON,
                new ReviewEntry.FindingOpened("contoso", ReviewMemory.told(item), INCIDENT));
        ReviewFinding more = finding(FindingState.ACTIVE, Verdict.REVIEW, "a", "b");

        assertThat(standing(more)).isEqualTo(new Standing.Opened(MONDAY, INCIDENT, false));
        assertThat(memory("contoso", true).items(List.of(FOUND)).getFirst().standing())
                .isEqualTo(new Standing.Opened(MONDAY, INCIDENT, true));
        assertThat(memory("contoso", true).items(List.of(more)).getFirst().standing())
                .isInstanceOf(Standing.Changed.class);
    }

    @Test
    void what_changed_since_it_was_dismissed_is_told_until_that_is_answered_too() {
        dismissed(told(FOUND), MONDAY.plusSeconds(60));
        Item changed = told(finding(FindingState.ACTIVE, Verdict.REVIEW, "a", "b"));

        List<Item> later = memory("contoso", false).items(List.of());
        assertThat(later).extracting(Item::id).containsExactly(changed.id());
        assertThat(later.getFirst().standing()).isInstanceOf(Standing.Changed.class);
        assertThat(later.getFirst().isOpen()).isTrue();

        dismissed(changed, MONDAY.plusSeconds(120));
        assertThat(memory("contoso", false).items(List.of())).isEmpty();
    }

    @Test
    void an_incident_that_is_not_closed_is_told_also_when_nothing_of_it_is_seen_any_more() {
        Item item = told(FOUND);
        journal.append(
                REVIEW,
                MONDAY,
                Actor.CORDON,
                new ReviewEntry.FindingOpened("contoso", ReviewMemory.told(item), INCIDENT));

        assertThat(memory("contoso", false).items(List.of()))
                .extracting(Item::standing)
                .containsExactly(new Standing.Opened(MONDAY, INCIDENT, false));
        assertThat(memory("contoso", true).items(List.of())).isEmpty();
    }

    @Test
    void more_rows_than_are_listed_are_new_rows_too() {
        ReviewFinding many = unlisted(50);
        dismissed(told(many), MONDAY.plusSeconds(60));

        assertThat(standing(many)).isInstanceOf(Standing.Dismissed.class);
        assertThat(standing(unlisted(52)))
                .isEqualTo(new Standing.Changed(
                        MONDAY.plusSeconds(60), "a vendor's contract", "There are 2 new rows about it."));
    }

    private static ReviewFinding unlisted(long number) {
        return new ReviewFinding(
                FindingKind.SIGN_IN,
                "anna@contoso.example",
                FindingState.ACTIVE,
                List.of("a", "b"),
                number,
                "anna@contoso.example",
                MONDAY,
                Verdict.REVIEW,
                Confidence.UNKNOWN,
                List.of(new Reason("seen", "Many.", Optional.empty())));
    }

    @Test
    void a_click_is_the_same_thing_whoever_clicks_next_and_an_incident_of_defender_whomever_it_names_next() {
        told(of(FindingKind.PHISHING_CLICK, "https://evil.example/", "click-1", ""));
        assertThat(standing(of(FindingKind.PHISHING_CLICK, "https://evil.example/", "click-2", "anna@contoso.example")))
                .isInstanceOf(Standing.ToldBefore.class);

        told(of(FindingKind.SECURITY_INCIDENT, "Suspicious sign-in (anna)", "17", "anna@contoso.example"));
        assertThat(standing(of(FindingKind.SECURITY_INCIDENT, "Multi-stage (anna, bo)", "17", "bo@contoso.example")))
                .isInstanceOf(Standing.ToldBefore.class);
        assertThat(standing(of(FindingKind.SECURITY_INCIDENT, "Multi-stage (anna, bo)", "18", "bo@contoso.example")))
                .isInstanceOf(Standing.New.class);
    }

    private static ReviewFinding of(FindingKind kind, String subject, String row, String account) {
        return new ReviewFinding(
                kind,
                subject,
                FindingState.ACTIVE,
                List.of(row),
                0,
                "",
                MONDAY,
                Verdict.REVIEW,
                Confidence.UNKNOWN,
                List.of(new Reason("seen", "Once.", Optional.empty())),
                account);
    }

    @Test
    void tenants_remember_each_for_itself() {
        told(FOUND);

        assertThat(memory("fabrikam", false).items(List.of())).isEmpty();
        assertThat(memory("fabrikam", false).last()).isEmpty();
    }

    @Test
    void a_source_that_was_not_read_is_read_again_from_where_it_was_read_the_last_time() {
        told(FOUND);

        assertThat(memory("contoso", false).readUntil("sign-ins")).contains(MONDAY);
        assertThat(memory("contoso", false).readUntil("audit-log")).isEmpty();
    }

    @Test
    void a_review_of_an_hour_leaves_the_gap_before_it_to_the_next_one() {
        told(FOUND);
        Instant month = MONDAY.plusSeconds(30 * 86_400);
        told(FOUND, month.minusSeconds(3600), month);

        assertThat(memory("contoso", false).readUntil("sign-ins")).contains(MONDAY);

        told(FOUND, MONDAY.minusSeconds(86_400), month.plusSeconds(60));
        assertThat(memory("contoso", false).readUntil("sign-ins")).contains(month.plusSeconds(60));
    }

    @Test
    void two_things_of_one_name_are_two_findings() {
        List<Item> items = memory("contoso", false).items(List.of(FOUND, FOUND));

        assertThat(items).extracting(Item::id).doesNotHaveDuplicates().hasSize(2);
    }
}

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
        Item item = memory("contoso", false).items(List.of(finding)).getFirst();
        journal.append(
                REVIEW,
                MONDAY,
                Actor.CORDON,
                new ReviewEntry.ReviewMade(
                        "contoso",
                        MONDAY.minusSeconds(60),
                        MONDAY,
                        List.of(
                                new ReviewEntry.Source("sign-ins", MONDAY, Optional.empty(), 1, Optional.empty()),
                                new ReviewEntry.Source(
                                        "audit-log", MONDAY, Optional.empty(), 0, Optional.of("No role."))),
                        List.of(ReviewMemory.told(item)),
                        Map.of(),
                        Map.of()));
        return item;
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
        Item item = told(FOUND);
        journal.append(
                REVIEW,
                MONDAY.plusSeconds(60),
                Actor.person("admin"),
                new ReviewEntry.FindingDismissed("contoso", ReviewMemory.told(item), "a vendor's contract"));

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
    void two_things_of_one_name_are_two_findings() {
        List<Item> items = memory("contoso", false).items(List.of(FOUND, FOUND));

        assertThat(items).extracting(Item::id).doesNotHaveDuplicates().hasSize(2);
    }
}

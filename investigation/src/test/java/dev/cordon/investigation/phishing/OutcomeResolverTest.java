package dev.cordon.investigation.phishing;

import static dev.cordon.investigation.phishing.Clicks.ANNA;
import static dev.cordon.investigation.phishing.Clicks.BO;
import static dev.cordon.investigation.phishing.Clicks.CLICKED;
import static dev.cordon.investigation.phishing.Clicks.HUNTING_NOT_LICENSED;
import static dev.cordon.investigation.phishing.Clicks.HUNTING_READ;
import static dev.cordon.investigation.phishing.Clicks.LINK;
import static dev.cordon.investigation.phishing.Clicks.LURE;
import static dev.cordon.investigation.phishing.Clicks.NOW;
import static dev.cordon.investigation.phishing.Clicks.REPORT_NOT_LICENSED;
import static dev.cordon.investigation.phishing.Clicks.REPORT_READ;
import static dev.cordon.investigation.phishing.Clicks.click;
import static dev.cordon.investigation.phishing.Clicks.denying;
import static dev.cordon.investigation.phishing.Clicks.evidence;
import static dev.cordon.investigation.phishing.Clicks.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Answer;
import dev.cordon.investigation.Rows;
import dev.cordon.investigation.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeResolverTest {
    private static List<String> signals(ClickOutcome outcome) {
        return outcome.reasons().stream().map(OutcomeReason::signal).toList();
    }

    @Test
    void a_click_that_was_blocked_and_nothing_else_is_blocked_and_needs_no_account_response() {
        ClickOutcome outcome = evidence().recorded(click(ClickAction.BLOCKED)).resolved();

        assertThat(outcome.word()).isEqualTo("blocked");
        assertThat(outcome.needsAccountResponse()).isFalse();
        assertThat(outcome.firstMoves()).isEmpty();
        assertThat(signals(outcome)).containsExactly("blocked", "not-asked", "not-licensed");
    }

    @Test
    void each_reason_names_its_source_its_age_and_until_when_that_source_reaches() {
        OutcomeReason reason = evidence()
                .recorded(click(ClickAction.BLOCKED))
                .resolved()
                .reasons()
                .getFirst();

        assertThat(reason.source()).isEqualTo(Source.SAFE_LINKS_REPORT);
        assertThat(reason.at()).contains(CLICKED);
        assertThat(reason.age()).contains(Duration.ofHours(3));
        assertThat(reason.reachesUntil()).contains(NOW.minus(Duration.ofHours(1)));
        assertThat(reason.text()).contains("evil[.]example").doesNotContain("https://");
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD_TYPED,CREDENTIAL_PAGE,RESPOND_TO_ACCOUNT",
        "PROMPT_APPROVED,AITM,RESPOND_TO_ACCOUNT",
        "CODE_ENTERED,DEVICE_CODE,END_SESSIONS_AND_NEW_DEVICES",
        "CONSENT_GIVEN,CONSENT,REMOVE_CONSENT",
        "FILE_OPENED,MALWARE,ISOLATE_DEVICE",
        "FILE_DOWNLOADED,MALWARE,ISOLATE_DEVICE",
        "COMMAND_RUN,PASTED_COMMAND,ISOLATE_DEVICE",
    })
    void what_the_user_says_he_did_decides_and_names_the_first_move(
            Question question, PhishingKind kind, FirstMove firstMove) {
        ClickOutcome outcome = evidence().said(saying(question, Answer.YES)).resolved();

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        ClickOutcome.Reached.class,
                        reached -> assertThat(reached.kinds()).containsExactly(kind));
        assertThat(outcome.firstMoves()).containsExactly(firstMove);
        assertThat(outcome.needsAccountResponse()).isTrue();
    }

    @Test
    void of_several_things_that_were_done_each_has_its_first_move_and_a_consent_comes_first() {
        ClickOutcome outcome = evidence()
                .said(denying(Map.of(
                        Question.PASSWORD_TYPED, Answer.YES,
                        Question.COMMAND_RUN, Answer.YES,
                        Question.CONSENT_GIVEN, Answer.YES)))
                .resolved();

        assertThat(outcome.firstMoves())
                .containsExactly(FirstMove.REMOVE_CONSENT, FirstMove.ISOLATE_DEVICE, FirstMove.RESPOND_TO_ACCOUNT);
    }

    @Test
    void typed_although_the_log_says_blocked_is_reached_and_the_contradiction_is_a_reason() {
        ClickOutcome outcome = evidence()
                .said(saying(Question.PASSWORD_TYPED, Answer.YES))
                .recorded(click(ClickAction.BLOCKED))
                .resolved();

        assertThat(outcome.word()).isEqualTo("reached");
        assertThat(signals(outcome))
                .startsWith("said-password-typed", "contradiction")
                .contains("blocked");
        assertThat(outcome.reason("contradiction").orElseThrow().text()).contains("The worse is taken");
    }

    @Test
    void clicked_nothing_although_the_log_says_let_through_is_reached_and_contradicts() {
        ClickOutcome outcome = evidence()
                .said(denying(Map.of(Question.CLICKED, Answer.NO)))
                .recorded(click(ClickAction.LET_THROUGH))
                .resolved();

        assertThat(outcome.word()).isEqualTo("reached");
        assertThat(signals(outcome)).startsWith("let-through", "contradiction", "contradiction");
    }

    @Test
    void let_through_and_nobody_asked_is_taken_for_a_page_that_asks_for_the_password() {
        ClickOutcome outcome =
                evidence().recorded(click(ClickAction.LET_THROUGH)).resolved();

        assertThat(outcome.firstMoves()).containsExactly(FirstMove.RESPOND_TO_ACCOUNT);
    }

    @Test
    void let_through_and_all_denied_is_watched_on_the_users_word_alone() {
        ClickOutcome outcome = evidence()
                .said(denying(Map.of(Question.PAGE_SEEN, Answer.YES)))
                .recorded(click(ClickAction.LET_THROUGH))
                .resolved();

        assertThat(outcome.firstMoves()).containsExactly(FirstMove.WATCH);
        assertThat(outcome.needsAccountResponse()).isFalse();
        assertThat(outcome.reason("only-users-word").orElseThrow().text()).contains("72 hours");
    }

    @Test
    void whoever_does_not_know_whether_he_typed_is_unknown_and_treated_as_reached() {
        ClickOutcome outcome = evidence()
                .said(denying(Map.of(Question.PASSWORD_TYPED, Answer.DOES_NOT_KNOW)))
                .recorded(click(ClickAction.BLOCKED))
                .resolved();

        assertThat(outcome.word()).isEqualTo("unknown");
        assertThat(outcome.isTreatedAsReached()).isTrue();
        assertThat(outcome.needsAccountResponse()).isTrue();
        assertThat(signals(outcome)).startsWith("does-not-know");
    }

    @Test
    void nobody_having_asked_is_not_a_no_and_is_told() {
        ClickOutcome outcome = evidence()
                .said(saying(Question.PASSWORD_TYPED, Answer.NO))
                .recorded(click(ClickAction.BLOCKED))
                .resolved();

        assertThat(outcome.word()).isEqualTo("blocked");
        assertThat(outcome.reason("not-asked").orElseThrow().text())
                .contains("was not asked whether")
                .contains("a pasted command was run");
    }

    @Test
    void went_on_behind_the_warning_is_reached() {
        ClickOutcome outcome = evidence()
                .recorded(click(ClickAction.BLOCKED), click(ClickAction.WENT_ON))
                .resolved();

        assertThat(signals(outcome)).startsWith("went-on");
        assertThat(outcome.word()).isEqualTo("reached");
    }

    @Test
    void a_word_of_microsofts_that_says_both_is_decided_by_the_user() {
        var both = click(ClickAction.BLOCKED_PERHAPS_WENT_ON);

        assertThat(evidence().recorded(both).resolved().word()).isEqualTo("unknown");
        assertThat(evidence().said(denying(Map.of())).recorded(both).resolved().word())
                .isEqualTo("blocked");
        assertThat(evidence()
                        .said(denying(Map.of(Question.PAGE_SEEN, Answer.YES)))
                        .recorded(both)
                        .resolved()
                        .word())
                .isEqualTo("reached");
    }

    @Test
    void that_word_is_decided_by_the_hunting_table_where_it_has_the_same_click() {
        ClickRecord hunted = ClickRecord.ofHunting(CLICKED.plusSeconds(30), ANNA, LINK, "ClickBlocked", false, "");

        ClickOutcome outcome = evidence()
                .recorded(click(ClickAction.BLOCKED_PERHAPS_WENT_ON), hunted)
                .read(REPORT_READ, HUNTING_READ)
                .resolved();

        assertThat(outcome.word()).isEqualTo("blocked");
    }

    @ParameterizedTest
    @EnumSource(
            value = ClickAction.class,
            names = {"PENDING", "NOT_SAID"})
    void no_verdict_yet_is_unknown(ClickAction action) {
        assertThat(evidence()
                        .recorded(click(ClickAction.BLOCKED), click(action))
                        .resolved()
                        .word())
                .isEqualTo("unknown");
    }

    @Test
    void no_record_is_unknown_and_says_how_far_was_looked() {
        ClickOutcome outcome = evidence().resolved();

        assertThat(outcome.word()).isEqualTo("unknown");
        assertThat(outcome.reason("no-record").orElseThrow().text()).contains("2026-03-02 07:00 UTC");
    }

    @Test
    void where_nothing_records_clicks_that_is_said_and_what_it_is_for_want_of() {
        ClickOutcome outcome =
                evidence().read(REPORT_NOT_LICENSED, HUNTING_NOT_LICENSED).resolved();

        assertThat(outcome.word()).isEqualTo("unknown");
        assertThat(signals(outcome)).containsExactly("nothing-records-clicks", "not-licensed", "not-licensed");
    }

    @Test
    void the_same_attack_gets_the_same_decision_with_less_certainty_where_less_is_licensed() {
        PostClickSignIns theft = PostClickSignInsTest.after(Rows.attacked());

        ClickOutcome all = evidence()
                .recorded(click(ClickAction.LET_THROUGH))
                .after(theft)
                .read(REPORT_READ, HUNTING_READ)
                .resolved();
        ClickOutcome some = evidence()
                .after(theft)
                .read(REPORT_NOT_LICENSED, HUNTING_NOT_LICENSED)
                .resolved();

        assertThat(all.word()).isEqualTo("reached").isEqualTo(some.word());
        assertThat(all.firstMoves()).isEqualTo(some.firstMoves());
        assertThat(signals(all)).startsWith("let-through", "theft-after-click").doesNotContain("not-licensed");
        assertThat(signals(some)).containsExactly("theft-after-click", "not-licensed", "not-licensed");
    }

    @Test
    void a_theft_after_a_blocked_click_is_reached_whatever_the_user_says() {
        ClickOutcome outcome = evidence()
                .said(denying(Map.of()))
                .recorded(click(ClickAction.BLOCKED))
                .after(PostClickSignInsTest.after(Rows.attacked()))
                .resolved();

        assertThat(outcome.word()).isEqualTo("reached");
        assertThat(signals(outcome)).startsWith("theft-after-click").contains("contradiction");
        assertThat(outcome.firstMoves()).containsExactly(FirstMove.RESPOND_TO_ACCOUNT);
    }

    @Test
    void a_journey_after_a_blocked_click_resets_nobody_and_is_asked_about() {
        ClickOutcome outcome = evidence()
                .recorded(click(ClickAction.BLOCKED))
                .after(PostClickSignInsTest.after(Rows.journey()))
                .resolved();

        assertThat(outcome.word()).isEqualTo("blocked");
        assertThat(signals(outcome)).contains("odd-after-click");
    }

    @Test
    void an_attacker_who_was_there_before_the_click_keeps_it_from_being_called_blocked() {
        PostClickSignIns before = PostClickSignIns.of(
                Rows.attacked(), Rows.NOW.minus(Duration.ofHours(3)), List.of(), PostClickSignInsTest.SIGN_INS);

        ClickOutcome outcome =
                evidence().recorded(click(ClickAction.BLOCKED)).after(before).resolved();

        assertThat(outcome.word()).isEqualTo("unknown");
        assertThat(signals(outcome)).startsWith("attacker-before-click");
    }

    @Test
    void an_application_that_was_given_access_after_the_click_is_taken_away_first() {
        var consent = new PostClickSignIns.Appeared(
                PostClickSignIns.Appeared.What.CONSENT,
                "Doc Viewer",
                CLICKED.plusSeconds(120),
                PostClickSignInsTest.judged(Verdict.MALICIOUS, 80));
        PostClickSignIns after =
                PostClickSignIns.of(Rows.quiet(), CLICKED, List.of(consent), PostClickSignInsTest.SIGN_INS);

        ClickOutcome outcome = evidence().after(after).resolved();

        assertThat(signals(outcome)).startsWith("appeared-after-click");
        assertThat(outcome.firstMoves()).containsExactly(FirstMove.REMOVE_CONSENT);
    }

    @ParameterizedTest
    @EnumSource(
            value = Arrival.class,
            names = {"QR_CODE", "PERSONAL_MAILBOX", "TEXT_MESSAGE", "OTHER_WAY"})
    void what_safe_links_cannot_see_is_not_blocked_for_a_record_of_it(Arrival arrival) {
        ClickOutcome outcome =
                evidence().came(arrival).recorded(click(ClickAction.BLOCKED)).resolved();

        assertThat(outcome.word()).isEqualTo("unknown");
        assertThat(signals(outcome)).startsWith("not-seen-by-safe-links");
    }

    @Test
    void opened_outside_the_mail_is_unknown() {
        assertThat(signals(evidence()
                        .said(denying(Map.of(Question.OPENED_ELSEWHERE, Answer.YES)))
                        .recorded(click(ClickAction.BLOCKED))
                        .resolved()))
                .startsWith("opened-elsewhere");
    }

    @Test
    void a_click_that_the_user_remembers_at_another_time_than_the_record_is_unknown() {
        Instant before = CLICKED.minus(Duration.ofDays(2));
        Interview other = new Interview(ANNA, Optional.of(before), "", Map.of());

        ClickOutcome outcome =
                evidence().said(other).recorded(click(ClickAction.BLOCKED)).resolved();

        assertThat(signals(outcome)).startsWith("said-click-not-recorded");
    }

    @Test
    void a_record_that_was_not_read_to_its_end_blocks_nothing() {
        Reach cut = new Reach.Read(
                Source.SAFE_LINKS_REPORT,
                NOW.minus(Duration.ofDays(7)),
                Optional.of(NOW),
                NOW,
                1,
                Optional.of("Page 2 could not be read."));

        ClickOutcome outcome =
                evidence().recorded(click(ClickAction.BLOCKED)).read(cut).resolved();

        assertThat(outcome.word()).isEqualTo("unknown");
        assertThat(outcome.reasons().getFirst().text()).contains("Page 2 could not be read.");
    }

    @Test
    void clicks_of_others_and_clicks_on_other_links_are_not_this_persons() {
        ClickOutcome outcome = evidence()
                .recorded(
                        click(BO, LINK, ClickAction.LET_THROUGH, CLICKED),
                        click(ANNA, "https://intranet.contoso.example/", ClickAction.LET_THROUGH, CLICKED),
                        click(ClickAction.BLOCKED))
                .resolved();

        assertThat(outcome.word()).isEqualTo("blocked");
    }

    @Test
    void a_link_with_another_persons_name_in_it_leads_to_the_same_page() {
        ClickOutcome outcome = evidence()
                .recorded(click(ANNA, "https://evil.example/other?u=ann", ClickAction.WENT_ON, CLICKED))
                .resolved();

        assertThat(outcome.word()).isEqualTo("reached");
    }

    @Test
    void on_a_host_that_many_share_only_the_same_file_counts() {
        Lure shared = new Lure(
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                List.of(SafeLinksUrl.of("https://www.dropbox.com/s/abc/pay?dl=0")));

        assertThat(evidence()
                        .of(shared)
                        .recorded(
                                click(
                                        ANNA,
                                        "https://www.dropbox.com/s/xyz/holiday?dl=0",
                                        ClickAction.LET_THROUGH,
                                        CLICKED),
                                click(ANNA, "https://www.dropbox.com/s/abc/pay?dl=0", ClickAction.BLOCKED, CLICKED))
                        .resolved()
                        .word())
                .isEqualTo("blocked");
    }

    @Test
    void where_no_link_is_known_those_that_were_blocked_for_anybody_count() {
        Lure bySubject = new Lure(Set.of(), Set.of("Invoice"), Set.of(), Set.of(), List.of());

        ClickOutcome outcome = evidence()
                .of(bySubject)
                .recorded(
                        click(ANNA, LINK, ClickAction.LET_THROUGH, CLICKED),
                        click(BO, LINK, ClickAction.BLOCKED, NOW),
                        click(ANNA, "https://news.example/", ClickAction.LET_THROUGH, CLICKED))
                .resolved();

        assertThat(outcome.word()).isEqualTo("reached");
        assertThat(outcome.reasons().getFirst().text()).contains("once");
    }

    @Test
    void ids_that_match_no_click_do_not_hide_the_clicks_that_are_there() {
        Lure byId = LURE.and(
                new Lure(Set.of(), Set.of(), Set.of(), Set.of("0d4f3a1e-0000-4000-8000-000000000001"), List.of()));
        Lure idOnly = new Lure(Set.of(), byId.subjects(), Set.of(), byId.networkMessageIds(), List.of());

        assertThat(evidence()
                        .of(idOnly)
                        .recorded(click(ClickAction.BLOCKED))
                        .resolved()
                        .word())
                .isEqualTo("blocked");
    }

    @Test
    void a_click_in_another_mail_is_another_campaigns() {
        Lure idOnly = new Lure(Set.of(), Set.of("Invoice"), Set.of(), Set.of("n1"), List.of());
        ClickRecord elsewhere =
                new ClickRecord(Source.SAFE_LINKS_REPORT, CLICKED, ANNA, LINK, ClickAction.BLOCKED, "Blocked", "n2");

        assertThat(signals(evidence().of(idOnly).recorded(elsewhere).resolved()))
                .startsWith("no-record");
    }

    @Test
    void a_click_that_two_sources_tell_is_told_by_each_and_counted_by_none_twice() {
        ClickRecord hunted = ClickRecord.ofHunting(CLICKED.plusSeconds(5), ANNA, LINK, "ClickBlocked", false, "");

        ClickOutcome outcome = evidence()
                .recorded(click(ClickAction.BLOCKED), hunted)
                .read(REPORT_READ, HUNTING_READ)
                .resolved();

        assertThat(outcome.reasons())
                .filteredOn(reason -> reason.signal().equals("blocked"))
                .extracting(OutcomeReason::source)
                .containsExactly(Source.HUNTING, Source.SAFE_LINKS_REPORT);
        assertThat(outcome.reasons().getFirst().text()).contains("once");
    }

    @Test
    void hostile_names_stay_text() {
        ClickEvidence evidence = new ClickEvidence(
                "a\u001b[2J@contoso.example",
                Set.of(),
                Interview.notAsked("x"),
                Arrival.MAIL,
                LURE,
                List.of(),
                Optional.empty(),
                List.of(),
                NOW);

        OutcomeResolver.resolve(evidence)
                .reasons()
                .forEach(reason -> assertThat(reason.text().chars()).noneMatch(Character::isISOControl));
    }
}

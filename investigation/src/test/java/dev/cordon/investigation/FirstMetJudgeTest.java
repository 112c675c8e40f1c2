package dev.cordon.investigation;

import static dev.cordon.investigation.InboxRuleJudgeTest.rule;
import static dev.cordon.investigation.Rows.NOW;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.Forwarding;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.PublishedCalendar;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The unified audit log is late: what it would date may have been made after its end, and before the response. */
class FirstMetJudgeTest {
    private static final Instant LOG_ENDS = NOW.minus(ofMinutes(90));
    private static final MailboxDelegate BO = new MailboxDelegate(
            "FullAccess bo", MailboxDelegate.Scope.MAILBOX, "", "bo.lund@contoso.example", List.of("FullAccess"));

    private static Judge judge(boolean attacked) {
        return new Judge(
                Organisation.ofDomains("contoso.example"),
                MailboxAuditJudgeTest.picture(
                        attacked ? MailboxAuditJudgeTest.withAttacker() : Rows.month(),
                        MailboxAuditJudgeTest.reach(ofDays(180), ofMinutes(90))));
    }

    @Test
    void a_right_that_may_have_been_given_after_the_end_of_the_log_is_for_a_person() {
        Judgement judgement = judge(true).delegate(BO);

        assertThat(judgement.verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(judgement.reasons())
                .extracting(Reason::text)
                .contains(
                        "It may have been made after 2026-03-02 06:30 UTC, until when the audit log usually is whole so far.");
    }

    @Test
    void a_mailbox_that_was_not_changed_since_the_end_of_the_log_got_no_right_since() {
        assertThat(judge(true)
                        .ofMailboxChangedAt(Optional.of(LOG_ENDS))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
        assertThat(judge(true)
                        .ofMailboxChangedAt(Optional.of(LOG_ENDS.plusSeconds(1)))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void it_is_older_than_the_attack_once_the_log_reaches_to_when_it_was_first_met() {
        assertThat(judge(true).ofMetAt(LOG_ENDS).delegate(BO).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(judge(true).ofMetAt(LOG_ENDS.plusSeconds(1)).delegate(BO).verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void what_was_done_after_it_was_met_makes_it_no_younger() {
        MailboxEvent unclear = MailboxAuditJudgeTest.given(ofMinutes(95), "cordon", "", "");
        Judge judge = new Judge(
                Organisation.ofDomains("contoso.example"),
                MailboxAuditJudgeTest.picture(
                        MailboxAuditJudgeTest.withAttacker(),
                        MailboxAuditJudgeTest.reach(ofDays(180), ofMinutes(90)),
                        unclear));

        assertThat(judge.ofMetAt(unclear.at()).delegate(BO).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(judge.ofMetAt(unclear.at().minusSeconds(1)).delegate(BO).verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void what_the_attacker_did_after_it_was_met_makes_it_doubtful_all_the_same() {
        MailboxEvent his = MailboxAuditJudgeTest.given(ofMinutes(95), "cordon", Rows.ATTACKER, "");
        Judge judge = new Judge(
                Organisation.ofDomains("contoso.example"),
                MailboxAuditJudgeTest.picture(
                        MailboxAuditJudgeTest.withAttacker(),
                        MailboxAuditJudgeTest.reach(ofDays(180), ofMinutes(90)),
                        his));

        assertThat(judge.ofMetAt(his.at().minusSeconds(1)).delegate(BO).verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void what_the_attacker_did_before_its_place_was_empty_did_not_make_what_stands_there_now() {
        MailboxEvent his = MailboxAuditJudgeTest.given(ofMinutes(95), "anna.berg", Rows.ATTACKER, BO.trustee());
        Judge judge = new Judge(
                Organisation.ofDomains("contoso.example"),
                MailboxAuditJudgeTest.picture(
                        MailboxAuditJudgeTest.withAttacker(),
                        MailboxAuditJudgeTest.reach(ofDays(180), ofMinutes(90)),
                        his));

        assertThat(judge.delegate(BO).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(judge.ofOtherwiseAt(Optional.of(his.at().minusSeconds(1)))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(judge.ofOtherwiseAt(Optional.of(his.at())).delegate(BO).verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void when_it_was_met_says_nothing_for_what_appeared_since() {
        assertThat(judge(true).ofMetAt(LOG_ENDS).ofAppeared().delegate(BO).verdict())
                .isNotEqualTo(Verdict.BENIGN);
    }

    @Test
    void forwarding_to_a_colleague_a_rule_to_one_and_a_published_calendar_are_for_a_person_too() {
        Forwarding forwarding = MailboxAuditJudgeTest.forwardingTo("bo.lund@contoso.example");
        PublishedCalendar calendar = new PublishedCalendar("c", "Calendar", List.of("https://x"), "FullDetails", false);
        assertThat(List.of(
                        judge(true).forwarding(forwarding).verdict(),
                        judge(true).inboxRule(toColleague()).verdict(),
                        judge(true).calendarPublishing(calendar).verdict()))
                .containsOnly(Verdict.REVIEW);
        assertThat(List.of(
                        judge(true).ofMetAt(LOG_ENDS).forwarding(forwarding).verdict(),
                        judge(true).ofMetAt(LOG_ENDS).inboxRule(toColleague()).verdict(),
                        judge(true)
                                .ofMetAt(LOG_ENDS)
                                .calendarPublishing(calendar)
                                .verdict()))
                .containsOnly(Verdict.BENIGN);
    }

    private static InboxRule toColleague() {
        return rule("Holiday").about("holiday").to("bo.lund@contoso.example").rule();
    }

    @Test
    void somebody_from_outside_is_no_worse_off_than_with_a_log_that_is_in_time() {
        MailboxDelegate outside = new MailboxDelegate(
                "FullAccess x", MailboxDelegate.Scope.MAILBOX, "", "books@accountant.example", List.of("FullAccess"));

        assertThat(judge(true).delegate(outside).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(judge(true)
                        .inboxRule(rule("Copy for the accountant")
                                .about("invoice")
                                .to("books@accountant.example")
                                .rule())
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void where_no_attacker_was_a_late_log_blackens_nobody() {
        assertThat(judge(false).delegate(BO).verdict()).isEqualTo(Verdict.BENIGN);
    }
}

package dev.cordon.investigation;

import static dev.cordon.investigation.InboxRuleJudgeTest.rule;
import static dev.cordon.investigation.MailboxAuditJudgeTest.ANNA;
import static dev.cordon.investigation.MailboxAuditJudgeTest.BO;
import static dev.cordon.investigation.MailboxAuditJudgeTest.attacked;
import static dev.cordon.investigation.MailboxAuditJudgeTest.event;
import static dev.cordon.investigation.MailboxAuditJudgeTest.forwardingTo;
import static dev.cordon.investigation.MailboxAuditJudgeTest.given;
import static dev.cordon.investigation.MailboxAuditJudgeTest.judge;
import static dev.cordon.investigation.MailboxAuditJudgeTest.reach;
import static dev.cordon.investigation.Rows.ATTACKER;
import static dev.cordon.investigation.Rows.NOW;
import static dev.cordon.investigation.Rows.OFFICE;
import static dev.cordon.investigation.Rows.signIn;
import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.MailboxAudit.MailboxEvent;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.SignIn;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A name, a namesake or what once was is no alibi for what stands in the mailbox now. */
class AlibiJudgeTest {
    @Test
    void a_delegate_rules_name_is_no_alibi_against_the_log() {
        MailboxEvent made = event(
                "New-InboxRule",
                ofHours(19),
                ANNA,
                ATTACKER,
                Map.of("Name", "Delegate Rule 4711", "RedirectTo", "dora@contoso.example"));

        assertThat(attacked(made)
                        .inboxRule(rule("Delegate Rule 4711")
                                .hidden()
                                .to("dora@contoso.example")
                                .rule())
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void somebody_of_the_same_name_at_another_address_is_another_person() {
        MailboxEvent his = given(ofHours(19), ANNA, ATTACKER, "bo.lund@contoso-sub.example");
        MailboxDelegate twin = new MailboxDelegate(
                "FullAccess x",
                MailboxDelegate.Scope.MAILBOX,
                "",
                "bo.lund@contoso-sub.example",
                List.of("FullAccess"));

        assertThat(attacked(his).delegate(twin).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(attacked(his).delegate(BO).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(attacked(given(ofDays(20), ANNA, OFFICE, "bo.lund@contoso-sub.example"))
                        .ofMetAt(NOW)
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
    }

    @Test
    void what_once_stood_in_a_place_says_nothing_about_what_stands_there_after_the_end_of_the_log() {
        MailboxEvent own =
                event("Set-Mailbox", ofDays(20), ANNA, OFFICE, Map.of("ForwardingAddress", "bo.lund@contoso.example"));

        assertThat(attacked(own).forwarding(forwardingTo("Bo Lund")).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(attacked(own)
                        .ofMetAt(NOW)
                        .forwarding(forwardingTo("Dora Engel"))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(attacked(own)
                        .ofMetAt(NOW)
                        .ofMailboxChangedAt(Optional.of(NOW.minus(ofDays(20))))
                        .forwarding(forwardingTo("Bo Lund"))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void an_own_rule_may_have_been_turned_after_the_end_of_the_log() {
        MailboxEvent own = event(
                "New-InboxRule",
                ofDays(20),
                ANNA,
                OFFICE,
                Map.of("Name", "Holiday", "SubjectContainsWords", "holiday"));
        InboxRule turned =
                rule("Holiday").about("holiday").to("bo.lund@contoso.example").rule();

        assertThat(attacked(own).inboxRule(turned).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(attacked(own).ofMetAt(NOW).inboxRule(turned).verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void a_right_that_was_given_once_may_have_been_given_again_after_the_end_of_the_log() {
        Judge judge = attacked(given(ofDays(20), ANNA, OFFICE, "bo.lund@contoso.example"))
                .ofMetAt(NOW);

        assertThat(judge.ofMailboxChangedAt(Optional.of(NOW)).delegate(BO).verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(judge.ofMailboxChangedAt(Optional.of(NOW.minus(ofDays(20))))
                        .delegate(BO)
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void mail_that_goes_to_a_colleague_since_lately_while_the_sign_ins_tell_nothing_is_for_a_person() {
        List<SignIn> tooFew = List.of(signIn(ofHours(20)).from(ATTACKER, "NL").row());
        MailboxEvent set = event(
                "Set-Mailbox", ofHours(19), ANNA, ATTACKER, Map.of("ForwardingAddress", "bo.lund@contoso.example"));
        MailboxEvent made = event(
                "New-InboxRule",
                ofHours(19),
                ANNA,
                ATTACKER,
                Map.of("Name", "Holiday", "ForwardTo", "bo.lund@contoso.example"));
        InboxRule rule =
                rule("Holiday").about("holiday").to("bo.lund@contoso.example").rule();
        Coverage read = reach(ofDays(180), ofMinutes(90));

        assertThat(judge(tooFew, read, set)
                        .forwarding(forwardingTo("bo.lund@contoso.example"))
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(judge(tooFew, read, made).inboxRule(rule).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(judge(tooFew, read)
                        .forwarding(forwardingTo("bo.lund@contoso.example"))
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
        assertThat(judge(tooFew, read).inboxRule(rule).verdict()).isEqualTo(Verdict.BENIGN);
    }
}

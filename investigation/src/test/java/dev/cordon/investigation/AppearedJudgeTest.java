package dev.cordon.investigation;

import static dev.cordon.investigation.InboxRuleJudgeTest.rule;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.Mailbox;
import dev.cordon.tenant.MailboxDelegate;
import dev.cordon.tenant.Mailboxes.AutoReply;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AppearedJudgeTest {
    private static final Organisation CONTOSO = Organisation.ofDomains("contoso.example");
    private static final Judge ATTACKED = new Judge(CONTOSO, Rows.attacked());
    private static final Judge QUIET = new Judge(CONTOSO, Rows.quiet());

    @Test
    void a_rule_that_appeared_during_the_response_is_never_taken_for_the_owners() {
        var innocent = rule("Team").about("lunch").into("Lunch").rule();

        assertThat(ATTACKED.inboxRule(innocent).verdict()).isEqualTo(Verdict.BENIGN);
        assertThat(ATTACKED.ofAppeared().inboxRule(innocent).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(ATTACKED.ofAppeared()
                        .inboxRule(rule("Team")
                                .from("cfo@contoso.example")
                                .deleting()
                                .rule())
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void forwarding_that_appeared_during_the_response_is_the_attackers_unless_it_leads_to_a_colleague() {
        assertThat(appeared(Optional.of("smtp:bo@mail.example"), Optional.empty()))
                .isEqualTo(Verdict.MALICIOUS);
        assertThat(appeared(Optional.empty(), Optional.of("bo.lund@contoso.example")))
                .as("an administrator may have set it")
                .isEqualTo(Verdict.REVIEW);
    }

    private static Verdict appeared(Optional<String> smtpAddress, Optional<String> address) {
        Mailbox mailbox = new Mailbox(
                "g",
                "UserMailbox",
                smtpAddress,
                address,
                true,
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return ATTACKED.ofAppeared()
                .forwarding(mailbox.forwardings().getFirst())
                .verdict();
    }

    @Test
    void an_automatic_reply_that_appeared_during_the_response_is_for_a_person_whatever_it_says() {
        AutoReply reply = new AutoReply("Enabled", "All", "I am away.", "I am away.");

        assertThat(ATTACKED.ofAppeared().autoReply(reply).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(QUIET.ofAppeared().autoReply(reply).verdict()).isEqualTo(Verdict.BENIGN);
    }

    @Test
    void a_consent_that_appeared_during_the_response_is_the_attackers_if_it_may_do_anything() {
        ConsentGrant files = grant("PDF Viewer", "Files.Read.All", "offline_access");
        ConsentGrant little = grant("Planner", "User.Read");

        assertThat(ATTACKED.consent(files).verdict()).isNotEqualTo(Verdict.MALICIOUS);
        assertThat(ATTACKED.ofAppeared().consent(files).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(ATTACKED.ofAppeared().consent(little).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(QUIET.ofAppeared().consent(little).verdict()).isEqualTo(Verdict.BENIGN);
    }

    private static ConsentGrant grant(String name, String... scopes) {
        return OtherKindsJudgeTest.grant(name, "33333333-0000-4000-8000-000000000000", scopes);
    }

    @Test
    void a_delegate_who_appeared_during_the_response_is_for_a_person_who_may_know_the_investigator() {
        MailboxDelegate bo = new MailboxDelegate(
                "d", MailboxDelegate.Scope.MAILBOX, "", "bo.lund@contoso.example", List.of("FullAccess"));

        assertThat(ATTACKED.ofAppeared().delegate(bo).verdict()).isNotEqualTo(Verdict.BENIGN);
        assertThat(QUIET.ofAppeared().delegate(bo).verdict()).isEqualTo(Verdict.BENIGN);
    }
}

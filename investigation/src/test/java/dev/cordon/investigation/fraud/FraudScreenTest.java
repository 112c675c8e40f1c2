package dev.cordon.investigation.fraud;

import static dev.cordon.investigation.fraud.Mails.CONTOSO;
import static dev.cordon.investigation.fraud.Mails.LOOK_ALIKES;
import static dev.cordon.investigation.fraud.Mails.audited;
import static dev.cordon.investigation.fraud.Mails.item;
import static dev.cordon.investigation.fraud.Mails.judged;
import static dev.cordon.investigation.fraud.Mails.read;
import static dev.cordon.investigation.fraud.Mails.received;
import static dev.cordon.investigation.fraud.Mails.ref;
import static dev.cordon.investigation.fraud.Mails.sent;
import static dev.cordon.investigation.fraud.Mails.traced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.incident.Party;
import dev.cordon.investigation.Answer;
import dev.cordon.investigation.Certainty;
import dev.cordon.investigation.Judge;
import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Rows;
import dev.cordon.investigation.Verdict;
import dev.cordon.tenant.InboxRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FraudScreenTest {
    private static List<FraudSignal> signals(FraudVerdict verdict) {
        return verdict.indicators().stream().map(FraudIndicator::signal).toList();
    }

    /** Facts being described; the mailbox was read and nothing is in it. */
    private static final class Facts {
        private final List<FraudFacts.Item> items = new ArrayList<>();
        private final List<FraudFacts.Search> searches = new ArrayList<>();
        private final List<FraudFacts.FolderSync> syncs = new ArrayList<>();
        private Optional<FraudMails> mails = Optional.empty();
        private final List<MailSeen> threads = new ArrayList<>();
        private Answer changeRequested = Answer.NOT_ASKED;

        FraudVerdict screened() {
            return FraudScreen.screen(new FraudFacts(
                    CONTOSO,
                    items,
                    searches,
                    syncs,
                    mails,
                    threads,
                    LOOK_ALIKES,
                    changeRequested,
                    List.of(read("inboxRules"))));
        }
    }

    private static InboxRule rule(String folder, boolean read) {
        return new InboxRule(
                "1",
                Optional.empty(),
                InboxRule.Kind.SERVER,
                ".",
                true,
                Optional.of(false),
                Map.of("SubjectContainsWords", List.of("invoice")),
                Map.of(),
                List.of(),
                Optional.of(folder),
                false,
                read,
                false,
                "");
    }

    @Test
    void a_rule_that_takes_payment_mail_away_makes_fraud_possible_by_the_judgement_that_there_is() {
        Judgement judgement = new Judge(CONTOSO, Rows.attacked()).inboxRule(rule("RSS Feeds", true));
        Facts facts = new Facts();
        facts.items.add(new FraudFacts.Item("inbox-rule", ".", List.of(), judgement, ref("rule 1")));

        FraudVerdict verdict = facts.screened();

        assertThat(signals(verdict)).containsExactly(FraudSignal.RULE_TAKES_PAYMENT_MAIL, FraudSignal.RULE_HIDES_MAIL);
        assertThat(verdict.word()).isEqualTo("likely");
        assertThat(verdict.indicators().getFirst().shownBy()).containsExactly(ref("rule 1"));
    }

    @Test
    void the_users_own_rule_for_invoices_is_none() {
        Judgement judgement = new Judge(CONTOSO, Rows.quiet()).inboxRule(rule("Rechnungen", false));
        Facts facts = new Facts();
        facts.items.add(new FraudFacts.Item("inbox-rule", "Invoices", List.of(), judgement, ref("rule 2")));

        assertThat(facts.screened()).isInstanceOf(FraudVerdict.None.class);
        assertThat(facts.screened().startsMoneySteps()).isFalse();
    }

    @Test
    void none_is_said_with_what_was_looked_at_and_never_where_nothing_was() {
        assertThat(new Facts().screened().looked()).containsExactly(read("inboxRules"));
        FraudVerdict blind = FraudScreen.screen(new FraudFacts(
                CONTOSO,
                List.of(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                LOOK_ALIKES,
                Answer.NOT_ASKED,
                List.of(Mails.notRead("inboxRules"))));

        assertThat(blind.word()).isEqualTo("not-looked");
    }

    @Test
    void one_indicator_is_enough_to_tell_finance() {
        Facts facts = new Facts();
        facts.searches.add(new FraudFacts.Search(Mails.SENT, "IBAN OR Rechnung", Party.ATTACKER, ref("search")));

        FraudVerdict verdict = facts.screened();

        assertThat(verdict.word()).isEqualTo("possible");
        assertThat(verdict.startsMoneySteps()).isTrue();
        assertThat(verdict.indicators().getFirst().text()).contains("IBAN OR Rechnung");
    }

    @Test
    void searches_of_the_user_and_searches_for_other_words_are_none() {
        Facts facts = new Facts();
        facts.searches.add(new FraudFacts.Search(Mails.SENT, "invoice", Party.USER, ref("own")));
        facts.searches.add(new FraudFacts.Search(Mails.SENT, "holiday", Party.ATTACKER, ref("other")));

        assertThat(facts.screened().indicators()).isEmpty();
    }

    @Test
    void the_same_signal_many_times_counts_once_and_names_all_that_shows_it() {
        Facts facts = new Facts();
        for (int i = 0; i < 5; i++) {
            facts.searches.add(new FraudFacts.Search(Mails.SENT, "payment " + i, Party.ATTACKER, ref("search " + i)));
        }

        FraudVerdict verdict = facts.screened();

        assertThat(verdict.score()).isEqualTo(FraudSignal.SEARCHED_FOR_PAYMENTS.weight());
        assertThat(verdict.indicators().getFirst().shownBy()).hasSize(5);
        assertThat(verdict.indicators().getFirst().text()).contains("and 2 more");
    }

    @Test
    void mail_sent_into_a_conversation_without_a_copy_is_likely_fraud() {
        Facts facts = new Facts();
        facts.mails = Optional.of(sent().traced(traced("<f@x>", "RE: Invoice 12", "pay@client.example"))
                .audited(audited(AuditedMail.Act.SENT, "<f@x>", Rows.ATTACKER))
                .drawn());

        FraudVerdict verdict = facts.screened();

        assertThat(signals(verdict))
                .containsExactly(
                        FraudSignal.ATTACKER_SENT_IN_THREAD,
                        FraudSignal.SENT_WITHOUT_COPY,
                        FraudSignal.PAYMENT_WORDS_IN_SENT_MAIL,
                        FraudSignal.ATTACKER_SENT_MAIL);
        assertThat(verdict.word()).isEqualTo("likely");
    }

    @Test
    void the_users_own_mails_about_money_are_none() {
        Facts facts = new Facts();
        facts.mails = Optional.of(sent().traced(traced("<o@x>", "Invoice 13", "pay@client.example"))
                .audited(audited(AuditedMail.Act.SENT, "<o@x>", Rows.OFFICE))
                .drawn());

        assertThat(facts.screened().indicators()).isEmpty();
    }

    @Test
    void a_look_alike_in_a_conversation_and_answers_that_go_elsewhere_are_found() {
        Facts facts = new Facts();
        facts.threads.add(received("Fabrikam Billing <billing@fabrlkam.example>", "", "RE: delivery"));
        facts.threads.add(received("billing@fabrikam.example", "billing@mail.test", "Invoice 7"));
        facts.threads.add(received("bo.lund@contoso.example", "", "RE: delivery"));

        assertThat(signals(facts.screened()))
                .containsExactly(FraudSignal.LOOK_ALIKE_IN_THREAD, FraudSignal.REPLY_TO_ELSEWHERE);
    }

    @Test
    void forwarding_outside_and_to_a_look_alike_are_told_apart_from_what_is_harmless() {
        Facts facts = new Facts();
        facts.items.add(item("forwarding", judged(Verdict.MALICIOUS, "forwards-outside"), "smtp:a@c0ntoso.example"));
        facts.items.add(item("forwarding", judged(Verdict.BENIGN, "forwards-outside"), "smtp:own@home.example"));
        facts.items.add(item("auto-reply", judged(Verdict.REVIEW, "made-in-attack")));

        assertThat(signals(facts.screened()))
                .containsExactly(
                        FraudSignal.FORWARDS_TO_LOOK_ALIKE,
                        FraudSignal.FORWARDS_OUTSIDE,
                        FraudSignal.AUTO_REPLY_CHANGED);
    }

    @Test
    void a_mailbox_that_was_fetched_whole_weighs_little_by_itself() {
        Facts facts = new Facts();
        facts.syncs.add(new FraudFacts.FolderSync(Mails.SENT, "\\Inbox", Party.ATTACKER, ref("sync")));

        assertThat(facts.screened()).isInstanceOf(FraudVerdict.None.class);
        assertThat(signals(facts.screened())).containsExactly(FraudSignal.SYNCHRONISED_MAILBOX);
    }

    @Test
    void a_change_of_bank_details_that_somebody_reports_is_likely_fraud_with_nothing_else() {
        Facts facts = new Facts();
        facts.changeRequested = Answer.YES;

        assertThat(facts.screened().word()).isEqualTo("likely");
    }

    @Test
    void the_phase_is_the_furthest_that_is_shown_and_says_what_nobody_knows() {
        Facts facts = new Facts();
        facts.searches.add(new FraudFacts.Search(Mails.SENT, "iban", Party.ATTACKER, ref("search")));
        FraudVerdict reading = facts.screened();
        facts.mails = Optional.of(sent().traced(traced("<f@x>", "RE: Invoice 12", "pay@client.example"))
                .audited(audited(AuditedMail.Act.SENT, "<f@x>", Rows.ATTACKER))
                .drawn());
        FraudVerdict sending = facts.screened();

        PhaseEstimate second = PhaseEstimate.of(Certainty.ATTACK, reading, Answer.NO);
        PhaseEstimate third = PhaseEstimate.of(Certainty.ATTACK, sending, Answer.NOT_ASKED);
        PhaseEstimate fourth = PhaseEstimate.of(Certainty.ATTACK, sending, Answer.YES);

        assertThat(second.phase()).contains(FraudPhase.RECONNAISSANCE);
        assertThat(second.open()).isEmpty();
        assertThat(third.phase()).contains(FraudPhase.FRAUD);
        assertThat(third.open()).singleElement().asString().contains("Nobody asked finance");
        assertThat(fourth.phase()).contains(FraudPhase.MONEY_MOVED);
        assertThat(fourth.evidence())
                .extracting(PhaseEstimate.Shown::phase)
                .containsSubsequence(
                        FraudPhase.MONEY_MOVED, FraudPhase.FRAUD, FraudPhase.RECONNAISSANCE, FraudPhase.COMPROMISE);
    }

    @Test
    void where_nothing_shows_any_there_is_no_phase() {
        assertThat(PhaseEstimate.of(Certainty.UNKNOWN, new Facts().screened(), Answer.DOES_NOT_KNOW)
                        .phase())
                .isEmpty();
        assertThat(PhaseEstimate.of(Certainty.ATTACK, new Facts().screened(), Answer.NO)
                        .phase())
                .contains(FraudPhase.COMPROMISE);
    }
}

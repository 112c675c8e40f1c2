package dev.cordon.investigation.fraud;

import static dev.cordon.investigation.fraud.Mails.CONTOSO;
import static dev.cordon.investigation.fraud.Mails.LOOK_ALIKES;
import static dev.cordon.investigation.fraud.Mails.received;
import static dev.cordon.investigation.fraud.Mails.sent;
import static dev.cordon.investigation.fraud.Mails.traced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Certainty;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FraudVariantsTest {
    private static FraudVariants variants(Certainty account) {
        return new FraudVariants(CONTOSO, account, Set.of("Ada Admin"), Set.of("fabrikam.example"), LOOK_ALIKES);
    }

    private static List<FraudVariant> received(Certainty account, MailSeen... mails) {
        return variants(account).judge(List.of(mails), Optional.empty()).stream()
                .map(FraudVariants.Found::variant)
                .toList();
    }

    @Test
    void a_partners_own_mailbox_that_asks_for_money_while_ours_is_clean_needs_no_step_on_an_account() {
        List<FraudVariant> found = received(
                Certainty.NOTHING_SEEN,
                Mails.received("Billing <billing@fabrikam.example>", "", "RE: Invoice 7, new IBAN"));

        assertThat(found).containsExactly(FraudVariant.VENDOR_MAILBOX);
        assertThat(found.getFirst().isOfOwnAccount()).isFalse();
        assertThat(found.getFirst().hasMoneySteps()).isTrue();
    }

    @Test
    void where_our_own_account_shows_an_attacker_the_partners_mail_accuses_the_partner_of_nothing() {
        assertThat(received(Certainty.ATTACK, Mails.received("billing@fabrikam.example", "", "Invoice 7")))
                .isEmpty();
    }

    @Test
    void a_look_alike_domain_is_not_the_partners_mailbox() {
        assertThat(received(
                        Certainty.NOTHING_SEEN, Mails.received("billing@fabrikam-billing.example", "", "Invoice 7")))
                .containsExactly(FraudVariant.LOOK_ALIKE_DOMAIN);
    }

    @Test
    void a_managers_name_before_an_address_outside_is_a_spoofed_executive() {
        assertThat(received(
                        Certainty.UNKNOWN,
                        Mails.received("\"ADA  Ádmin\" <ceo@mail.test>", "", "Are you at your desk?")))
                .containsExactly(FraudVariant.SPOOFED_EXECUTIVE);
        assertThat(received(
                        Certainty.UNKNOWN,
                        Mails.received("Ada Admin <ada@contoso.example>", "", "Are you at your desk?")))
                .isEmpty();
    }

    @Test
    void payroll_gift_cards_and_tax_data_are_known_by_their_words() {
        assertThat(received(Certainty.UNKNOWN, Mails.received("a@mail.test", "", "Update my direct deposit")))
                .containsExactly(FraudVariant.PAYROLL_DIVERSION);
        assertThat(received(Certainty.UNKNOWN, Mails.received("a@mail.test", "", "Need 5 gift cards today")))
                .containsExactly(FraudVariant.GIFT_CARDS);
        assertThat(received(Certainty.UNKNOWN, Mails.received("a@mail.test", "", "Send me all W-2 forms")))
                .containsExactly(FraudVariant.TAX_OR_STAFF_DATA);
        assertThat(FraudVariant.TAX_OR_STAFF_DATA.hasMoneySteps()).isFalse();
    }

    @Test
    void what_left_our_own_account_under_an_attacker_is_our_own_user_impersonated() {
        FraudMails mails = sent().traced(traced("<f@x>", "RE: Invoice 12", "pay@client.example"))
                .drawn();

        List<FraudVariants.Found> found = variants(Certainty.ATTACK).judge(List.of(), Optional.of(mails));

        assertThat(found).extracting(FraudVariants.Found::variant).containsExactly(FraudVariant.OWN_USER_IMPERSONATED);
        assertThat(found.getFirst().shownBy()).isNotEmpty();
        assertThat(variants(Certainty.NOTHING_SEEN).judge(List.of(), Optional.of(mails)))
                .isEmpty();
    }

    @Test
    void ordinary_mail_is_no_fraud() {
        assertThat(received(Certainty.NOTHING_SEEN, Mails.received("news@shop.example", "", "Our summer sale")))
                .isEmpty();
    }
}

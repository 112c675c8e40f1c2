package dev.cordon.investigation.fraud;

import static dev.cordon.investigation.fraud.Mails.CONTOSO;
import static dev.cordon.investigation.fraud.Mails.LOOK_ALIKES;
import static dev.cordon.investigation.fraud.Mails.received;
import static dev.cordon.investigation.fraud.Mails.sent;
import static dev.cordon.investigation.fraud.Mails.traced;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Answer;
import dev.cordon.investigation.Rows;
import dev.cordon.investigation.fraud.RecallSheet.Origin;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MoneyTest {
    private static final Instant PAID = Rows.NOW.minus(Duration.ofHours(30));
    private static final FraudMails FRAUD = sent().traced(
                    traced("<f@x>", "RE: Invoice 12", "pay@client.example"),
                    traced("<f@x>", "RE: Invoice 12", "jane.doe@gmail.com"))
            .drawn();

    @Test
    void every_change_of_a_payee_is_held_and_each_counterpart_named_once() {
        PaymentHold hold = PaymentHold.of(
                Optional.of(Mails.SINCE),
                Optional.of(FRAUD),
                List.of(
                        received("billing@fabrikam.example", "", "Invoice 7"),
                        received("bo@contoso.example", "", "Invoice")),
                CONTOSO);

        assertThat(hold.items())
                .extracting(PaymentHold.Item::kind)
                .containsExactly(
                        PaymentHold.Kind.PAYEE_CHANGES,
                        PaymentHold.Kind.PAYMENTS_ASKED_BY_MAIL,
                        PaymentHold.Kind.PAYMENTS_FROM,
                        PaymentHold.Kind.PAYMENTS_FROM,
                        PaymentHold.Kind.PAYMENTS_TO);
        assertThat(hold.counterparts()).containsExactly("client.example", "fabrikam.example", "jane.doe@gmail.com");
        assertThat(hold.items().getFirst().text())
                .contains("2026-03-01 12:00 UTC")
                .contains("on file before");
    }

    @Test
    void the_recall_sheet_is_filled_as_far_as_data_and_people_allow_and_asks_for_the_rest() {
        RecallSheet sheet = RecallSheet.of(
                Map.of(
                        RecallField.AMOUNT,
                        "84 000",
                        RecallField.BENEFICIARY_BANK,
                        "  ",
                        RecallField.FRAUD_FIRST_SEEN,
                        "Friday"),
                Optional.of(Mails.SINCE),
                List.of(Rows.ATTACKER),
                Optional.of(FRAUD),
                List.of(received("billing@fabrlkam.example", "drop@mail.test", "Invoice 7")),
                LOOK_ALIKES.among(List.of("fabrlkam.example")));

        assertThat(sheet.entries()).hasSize(RecallField.values().length);
        assertThat(sheet.entry(RecallField.AMOUNT).origin()).isEqualTo(Origin.TOLD);
        assertThat(sheet.entry(RecallField.BENEFICIARY_BANK)).satisfies(open -> {
            assertThat(open.origin()).isEqualTo(Origin.OPEN);
            assertThat(open.note()).isEqualTo("Ask finance.");
        });
        assertThat(sheet.entry(RecallField.FRAUD_FIRST_SEEN)).satisfies(told -> {
            assertThat(told.value()).isEqualTo("Friday");
            assertThat(told.note()).contains("By the evidence: 2026-03-01 12:00 UTC");
        });
        assertThat(sheet.entry(RecallField.IP_ADDRESSES).value()).isEqualTo(Rows.ATTACKER);
        assertThat(sheet.entry(RecallField.FRAUD_RECIPIENTS).value())
                .isEqualTo("jane.doe@gmail.com; pay@client.example");
        assertThat(sheet.entry(RecallField.FRAUD_ADDRESSES).value())
                .isEqualTo("billing@fabrlkam.example; drop@mail.test");
        assertThat(sheet.entry(RecallField.LOOK_ALIKE_DOMAINS).value()).contains("reads like fabrikam.example");
        assertThat(sheet.entry(RecallField.FRAUD_MAILS).value())
                .contains("<f@x>")
                .contains("“Invoice 7”");
        assertThat(sheet.open())
                .extracting(RecallSheet.Entry::field)
                .contains(RecallField.BENEFICIARY_ACCOUNT, RecallField.SUMMARY);
    }

    @Test
    void a_sheet_of_nothing_asks_for_everything() {
        RecallSheet sheet =
                RecallSheet.of(Map.of(), Optional.empty(), List.of(), Optional.empty(), List.of(), List.of());

        assertThat(sheet.open())
                .hasSize(RecallField.values().length)
                .allMatch(entry -> !entry.note().isBlank());
    }

    private static MoneyTransfer transfer(String amount, Answer recall) {
        return new MoneyTransfer(
                Optional.of(PAID), Optional.of(new BigDecimal(amount)), "usd", Answer.YES, Answer.YES, recall);
    }

    @Test
    void the_kill_chain_takes_what_meets_all_its_conditions_and_is_open_while_one_is_not_known() {
        assertThat(KillChain.of(transfer("50000", Answer.YES), Rows.NOW).applies())
                .isEqualTo(Answer.YES);
        assertThat(KillChain.of(transfer("49999.99", Answer.YES), Rows.NOW).applies())
                .isEqualTo(Answer.NO);
        assertThat(KillChain.of(transfer("50000", Answer.DOES_NOT_KNOW), Rows.NOW)
                        .applies())
                .isEqualTo(Answer.DOES_NOT_KNOW);
        assertThat(KillChain.of(transfer("50000", Answer.YES), PAID.plus(Duration.ofHours(73)))
                        .applies())
                .isEqualTo(Answer.NO);
        assertThat(KillChain.of(MoneyTransfer.NOT_ASKED, Rows.NOW).applies()).isEqualTo(Answer.DOES_NOT_KNOW);
    }

    @ParameterizedTest
    @EnumSource(Jurisdiction.class)
    void each_jurisdiction_has_the_banks_at_once_and_a_clock_of_24_48_and_72_hours(Jurisdiction jurisdiction) {
        MoneyClocks clocks = MoneyClocks.of(jurisdiction);

        assertThat(clocks.clocks())
                .extracting(clock -> clock.within().toHours())
                .contains(0L, 24L, 48L, 72L)
                .isSorted();
        assertThat(clocks.clocks()).allMatch(clock -> !clock.source().isBlank());
        assertThat(clocks.clocks()).extracting(MoneyClocks.Clock::id).doesNotHaveDuplicates();
    }

    @Test
    void a_clock_is_over_behind_its_time_and_what_is_done_at_once_never_is() {
        List<MoneyClocks.Running> running = MoneyClocks.of(Jurisdiction.US).running(PAID, Rows.NOW);

        assertThat(running.stream().filter(MoneyClocks.Running::over))
                .extracting(clock -> clock.clock().id())
                .containsExactlyInAnyOrder("best-odds", "ic3-complaint");
        assertThat(running.getFirst().due()).isEqualTo(PAID);
    }

    @Test
    void the_kill_chain_is_a_clock_in_the_united_states_only() {
        assertThat(MoneyClocks.of(Jurisdiction.US).clocks())
                .extracting(MoneyClocks.Clock::id)
                .contains("kill-chain");
        assertThat(MoneyClocks.of(Jurisdiction.UK).clocks())
                .extracting(MoneyClocks.Clock::id)
                .contains("report-fraud")
                .doesNotContain("kill-chain");
    }
}

package dev.cordon.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FraudReaderTest {

    private static final String SMALLEST = """
            schema: cordon-scenario/1
            name: small
            clock: {start: "2026-03-02T08:00:00Z"}
            organisation:
              domains: [{name: contoso.example}]
            operator: {upn: admin@contoso.example, roles: [Security Reader]}
            people:
              - {upn: anna.berg@contoso.example, suspect: true}
            """;

    private static String letter(String rest) {
        return "conversations: [{id: c, subject: s, letters: [{at: -PT1H, " + rest + "}]}]";
    }

    private static Scenario read(String line) {
        return ScenarioLoader.parse("mail", SMALLEST + line + "\n", OptionalLong.empty());
    }

    @Test
    void later_letters_answer_the_first() {
        var letters = read("conversations: [{id: c, subject: Invoice, letters: ["
                        + "{at: -PT2H, from: a@b.example, to: [anna.berg@contoso.example]},"
                        + "{at: -PT1H, from: anna.berg@contoso.example, to: [a@b.example], sentCopy: never-saved}]}]")
                .fraud()
                .conversations()
                .getFirst()
                .letters();

        assertThat(letters).extracting(Conversation.Letter::subject).containsExactly("Invoice", "RE: Invoice");
        assertThat(letters.getLast().sentCopy()).isEqualTo(Conversation.SentCopy.NEVER_SAVED);
    }

    @Test
    void an_account_is_found_in_a_text_however_it_is_spaced() {
        var account = read("fraud: [{id: f, kind: payroll, bankAccounts:"
                        + " [{id: m, holder: H, iban: IE29 AIBK 9311 5212 3456 78}]}]")
                .fraud()
                .campaigns()
                .getFirst()
                .bankAccounts()
                .getFirst();

        assertThat(account.isIn("to IE29AIBK93115212345678, today")).isTrue();
        assertThat(account.isIn("to IE29-AIBK-9311-5212-3456-78")).isTrue();
        assertThat(account.isIn("to IE29AIBK93115212345679")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    from: a@b.example, to: [c@d.example]                                    | is nobody of ours, and neither is from
                    from: a@b.example, to: [anna.berg@contoso.example], fraud: x             | is no fraud of this scenario
                    from: a@b.example, to: [anna.berg@contoso.example], sentCopy: purged     | is outside, where no sent copy is ours
                    from: a@b.example, to: []                                               | is nobody of ours, and neither is from
                    from: anna.berg@contoso.example, to: []                                 | a letter needs to
                    from: a@b.example, to: [anna.berg@contoso.example], authentication: odd  | 'odd' is unknown
                    from: anna.berg@contoso.example, to: [a@b.example], colour: red          | unknown key 'colour'
                    """)
    void refuses_a_letter_with_its_reason(String letter, String reason) {
        var refusal = catchThrowableOfType(ScenarioException.class, () -> read(letter(letter)));

        assertThat(refusal.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(9);
            assertThat(problem.reason()).contains(reason);
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    fraud: [{id: f, kind: theft}]                                              | 'theft' is unknown
                    fraud: [{id: f}]                                                          | is missing
                    fraud: [{id: f, kind: payroll}, {id: f, kind: payroll}]                    | stands here twice
                    fraud: [{id: f, kind: payroll, account: nobody@contoso.example}]           | neither in people nor the operator
                    fraud: [{id: f, kind: payroll, bankAccounts: [{id: m, holder: H, iban: X}]}] | at least eight
                    fraud: [{id: f, kind: payroll, payments: [{at: -PT1H, amount: "1", currency: EUR, account: m, payer: p}]}] | is no bank account of this fraud
                    conversations: [{id: c, subject: s, letters: [{at: PT1H, from: anna.berg@contoso.example, to: [a@b.example], by: attacker}]}] | use the attacker's plan
                    """)
    void refuses_a_fraud_with_its_reason(String line, String reason) {
        var refusal = catchThrowableOfType(ScenarioException.class, () -> read(line));

        assertThat(refusal.problems())
                .anySatisfy(problem -> assertThat(problem.reason()).contains(reason));
    }
}

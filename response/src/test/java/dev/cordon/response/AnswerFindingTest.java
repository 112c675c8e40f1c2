package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.journal.ReviewEntry.Told;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerFindingTest {
    private static Told about(String account) {
        return new Told(
                "F-7K2QW9XA",
                "forwarding",
                "x",
                "active",
                List.of("a"),
                0,
                "",
                account,
                Instant.parse("2026-03-02T08:00:00Z"),
                Verdict.MALICIOUS,
                "likely",
                List.of());
    }

    @Test
    void findings_about_one_account_and_those_that_name_nobody_are_about_that_account() {
        assertThat(AnswerFinding.account(
                        List.of(about(""), about("Anna@contoso.example"), about("anna@contoso.example"))))
                .isEqualTo("Anna@contoso.example");
    }

    @Test
    void findings_about_several_accounts_are_no_one_incident() {
        assertThatThrownBy(() ->
                        AnswerFinding.account(List.of(about("anna@contoso.example"), about("bo@contoso.example"))))
                .isInstanceOfSatisfying(
                        RequestRefusedException.class,
                        refused -> assertThat(refused.candidates())
                                .containsExactly("anna@contoso.example", "bo@contoso.example"));
    }

    @Test
    void a_finding_that_names_nobody_needs_a_user() {
        assertThatThrownBy(() -> AnswerFinding.account(List.of(about(""))))
                .isInstanceOf(RequestRefusedException.class)
                .hasMessageContaining("names nobody");
    }
}

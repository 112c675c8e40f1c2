package dev.cordon.playbooks.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.playbooks.yaml.MalformedFileException;
import dev.cordon.procedure.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecisionFileTest {
    private static final String TWO_ITEMS = """
            schema: cordon-decisions/1
            default: keep
            items:
              - {kind: inbox-rule, match: {name: "Junk E-Mail Rule."}, decision: remove, because: not ours}
              - {kind: consent, match: {clientId: 9f2c}, decision: keep, because: payroll}
            """;

    @Test
    void decides_by_the_first_item_that_matches_and_otherwise_by_the_default() {
        DecisionFile file = DecisionFile.parse("d.yaml", TWO_ITEMS);
        assertThat(file.decide(rule("17", "Junk E-Mail Rule.", Verdict.BENIGN)).remove())
                .isTrue();
        assertThat(file.decide(rule("18", "Invoices", Verdict.MALICIOUS)).remove())
                .isFalse();
    }

    @Test
    void matches_names_exactly_and_case_sensitively() {
        DecisionFile file = DecisionFile.parse("d.yaml", TWO_ITEMS);
        assertThat(file.decide(rule("17", "Junk E-mail Rule.", Verdict.BENIGN)).remove())
                .isFalse();
    }

    @Test
    void names_the_items_that_match_nothing_with_their_lines() {
        DecisionFile file = DecisionFile.parse("d.yaml", TWO_ITEMS);
        assertThat(file.unmatched(List.of(rule("17", "Junk E-Mail Rule.", Verdict.MALICIOUS))))
                .extracting(DecisionFile.Item::line)
                .containsExactly(5);
    }

    @Test
    void follows_the_recommendation_only_where_it_is_the_default() {
        DecisionFile file = DecisionFile.parse("d.yaml", "schema: cordon-decisions/1\ndefault: recommended\n");
        assertThat(file.decide(rule("1", "evil", Verdict.MALICIOUS)).remove()).isTrue();
        assertThat(file.decide(rule("2", "doubtful", Verdict.REVIEW)).remove()).isFalse();
    }

    @Test
    void refuses_a_malformed_file_naming_every_problem_with_its_line() {
        String text = """
                schema: cordon-decisions/2
                default: maybe
                items:
                  - {kind: inbox-rules, match: {name: a, id: b}, decision: recommended}
                  - {kind: consent, decision: keep, colour: red}
                """;
        assertThatThrownBy(() -> DecisionFile.parse("d.yaml", text))
                .isInstanceOfSatisfying(
                        MalformedFileException.class,
                        refused -> assertThat(refused.problems())
                                .anyMatch(problem -> problem.startsWith("line 1:"))
                                .anyMatch(problem -> problem.startsWith("line 2:"))
                                .anyMatch(problem -> problem.contains("inbox-rules"))
                                .anyMatch(problem -> problem.contains("exactly one of"))
                                .anyMatch(problem -> problem.contains("'match' is missing"))
                                .anyMatch(problem -> problem.contains("colour")));
    }

    @Test
    void refuses_tags_aliases_and_what_is_no_mapping() {
        assertThatThrownBy(() -> DecisionFile.parse("d.yaml", "- a\n- b\n")).isInstanceOf(MalformedFileException.class);
        assertThatThrownBy(() -> DecisionFile.parse("d.yaml", "schema: [unclosed"))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("line 1");
    }

    private static Proposal rule(String id, String name, Verdict verdict) {
        return new Proposal(
                ItemKind.INBOX_RULE,
                List.of(id),
                name,
                Set.of(),
                Optional.empty(),
                verdict,
                List.of("because"),
                true,
                "");
    }
}

package dev.cordon.microsoft365.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.exchange.ExchangeRules.Listed;
import dev.cordon.microsoft365.graph.GraphMessageRules.VisibleRule;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.InboxRule.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RuleComparisonTest {
    @Test
    void a_name_that_only_exchange_shows_is_hidden() {
        List<InboxRule> rules = compared(List.of(listed("A", 1, true), listed("B", 2, true)), visible("A", 9, true));

        assertThat(rules).extracting(InboxRule::hidden).containsExactly(Optional.of(false), Optional.of(true));
        assertThat(rules.getFirst().graphId()).contains("graph-A-9");
    }

    @Test
    void a_hidden_twin_of_a_visible_rule_is_told_apart_by_its_place() {
        List<InboxRule> rules = compared(List.of(listed("A", 1, true), listed("A", 2, true)), visible("A", 2, true));

        assertThat(rules).extracting(InboxRule::hidden).containsExactly(Optional.of(true), Optional.of(false));
        assertThat(rules.getFirst().graphId()).isEmpty();
    }

    @Test
    void where_places_do_not_tell_twins_apart_nothing_is_said() {
        List<InboxRule> rules = compared(List.of(listed("A", 1, true), listed("A", 1, true)), visible("A", 1, true));

        assertThat(rules).extracting(InboxRule::hidden).containsOnly(Optional.empty());
        assertThat(rules).extracting(InboxRule::graphId).containsOnly(Optional.empty());
    }

    @Test
    void a_rule_that_the_two_disagree_about_is_left_open() {
        assertThat(compared(List.of(listed("A", 1, true)), visible("A", 1, false))
                        .getFirst()
                        .hidden())
                .isEmpty();
    }

    private static List<InboxRule> compared(List<Listed> all, VisibleRule... visible) {
        return new RuleComparison(all, List.of(visible)).rules();
    }

    private static VisibleRule visible(String name, int sequence, boolean enabled) {
        return new VisibleRule("graph-" + name + "-" + sequence, name, sequence, enabled);
    }

    private static Listed listed(String name, int priority, boolean enabled) {
        return new Listed(
                new InboxRule(
                        name + priority,
                        Optional.empty(),
                        Kind.SERVER,
                        name,
                        enabled,
                        Optional.empty(),
                        Map.of(),
                        Map.of(),
                        List.of(),
                        Optional.empty(),
                        false,
                        false,
                        false,
                        ""),
                priority);
    }
}

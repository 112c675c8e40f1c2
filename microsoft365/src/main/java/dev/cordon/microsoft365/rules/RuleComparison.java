package dev.cordon.microsoft365.rules;

import dev.cordon.microsoft365.exchange.ExchangeRules.Listed;
import dev.cordon.microsoft365.graph.GraphMessageRules.VisibleRule;
import dev.cordon.tenant.InboxRule;
import java.util.List;
import java.util.Optional;

/**
 * Finds for each rule of Exchange the one that Graph shows. The two know it by different ids, so the name, the place and whether it acts
 * must agree, and agree with one rule only; where that is not so, nothing is said.
 *
 * @param all what Exchange shows, hidden rules included
 * @param visible what Graph shows
 */
record RuleComparison(List<Listed> all, List<VisibleRule> visible) {
    List<InboxRule> rules() {
        return all.stream().map(this::compared).toList();
    }

    private InboxRule compared(Listed listed) {
        List<VisibleRule> namesakes = visible.stream()
                .filter(each -> each.name().equals(listed.rule().name()))
                .toList();
        if (namesakes.isEmpty()) {
            return with(listed.rule(), Optional.empty(), Optional.of(true));
        }
        List<Listed> rivals = all.stream()
                .filter(each -> each.rule().name().equals(listed.rule().name()))
                .toList();
        if (namesakes.size() == 1 && rivals.size() == 1) {
            return only(listed.rule(), namesakes.getFirst());
        }
        return byPlace(listed, namesakes, rivals);
    }

    private static InboxRule only(InboxRule rule, VisibleRule visible) {
        return rule.enabled() == visible.enabled()
                ? with(rule, Optional.of(visible.id()), Optional.of(false))
                : with(rule, Optional.empty(), Optional.empty());
    }

    /** Among rules of one name the place decides, if it singles out one on each side; and then those left over are hidden. */
    private static InboxRule byPlace(Listed listed, List<VisibleRule> namesakes, List<Listed> rivals) {
        List<VisibleRule> same =
                namesakes.stream().filter(each -> agree(listed, each)).toList();
        if (same.size() == 1
                && rivals.stream().filter(each -> agree(each, same.getFirst())).count() == 1) {
            return with(listed.rule(), Optional.of(same.getFirst().id()), Optional.of(false));
        }
        boolean everyNamesakeIsAnother = same.isEmpty()
                && namesakes.stream()
                        .allMatch(shown -> rivals.stream()
                                        .filter(each -> agree(each, shown))
                                        .count()
                                == 1);
        return with(listed.rule(), Optional.empty(), everyNamesakeIsAnother ? Optional.of(true) : Optional.empty());
    }

    private static boolean agree(Listed listed, VisibleRule visible) {
        return listed.priority() == visible.sequence() && listed.rule().enabled() == visible.enabled();
    }

    private static InboxRule with(InboxRule rule, Optional<String> graphId, Optional<Boolean> hidden) {
        return new InboxRule(
                rule.id(),
                graphId,
                rule.kind(),
                rule.name(),
                rule.enabled(),
                hidden,
                rule.conditions(),
                rule.exceptions(),
                rule.forwardTo(),
                rule.moveToFolder(),
                rule.deletes(),
                rule.marksAsRead(),
                rule.stopsProcessing(),
                rule.description());
    }
}

package dev.cordon.microsoft365.rules;

import dev.cordon.microsoft365.exchange.ExchangeRules.Listed;
import dev.cordon.microsoft365.exchange.RuleReturn;
import dev.cordon.microsoft365.graph.GraphMessageRules;
import dev.cordon.microsoft365.json.Fields;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.InboxRule;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Gives inbox rules back: what Graph showed through Graph, which spares client-only rules and keeps every word; hidden and sweep rules, and
 * everything where Graph does not let us, through Exchange. They are compared as Exchange shows them, which is where all of them are seen.
 *
 * @param exchange Exchange's rules
 * @param graph Graph's rules
 */
public record InboxRuleReturn(RuleReturn exchange, GraphMessageRules graph) implements Returnable {
    private static final String BODY = "graph";
    private static final String ID = "graph-id";

    @Override
    public boolean reads(String request) {
        return exchange.reads(request) || GraphMessageRules.reads(request);
    }

    @Override
    public List<Former> read(String objectId, List<SealedAnswer> answers) {
        List<RuleReturn.Kept> kept = exchange.readRules(answers);
        List<GraphMessageRules.Kept> visible = GraphMessageRules.read(answers);
        boolean isCompared = answers.stream().anyMatch(answer -> GraphMessageRules.reads(answer.request()));
        List<Listed> listed = kept.stream().map(RuleReturn.Kept::listed).toList();
        List<InboxRule> rules = isCompared
                ? new RuleComparison(
                                listed,
                                visible.stream()
                                        .map(GraphMessageRules.Kept::rule)
                                        .toList())
                        .rules()
                : listed.stream().map(Listed::rule).toList();
        Map<String, String> bodies = visible.stream()
                .collect(Collectors.toMap(one -> one.rule().id(), GraphMessageRules.Kept::body, (one, same) -> one));
        List<Former> formers = new ArrayList<>();
        for (int i = 0; i < kept.size(); i++) {
            formers.add(former(kept.get(i).former(), rules.get(i), bodies));
        }
        formers.addAll(exchange.readSweeps(answers));
        return formers;
    }

    private static Former former(Former kept, InboxRule rule, Map<String, String> bodies) {
        Map<String, String> others = new LinkedHashMap<>(kept.others());
        rule.hidden()
                .ifPresent(hidden ->
                        others.putAll(new Fields().with("hidden", hidden).map()));
        Map<String, String> means = rule.graphId()
                .filter(bodies::containsKey)
                .map(id -> Map.of(BODY, bodies.getOrDefault(id, ""), ID, id))
                .orElse(Map.of());
        return Former.of(kept.id(), kept.likeness(), kept.settable(), others)
                .whenDisabled(kept.whenDisabled())
                .withMeans(means);
    }

    @Override
    public Receipt giveBack(String objectId, Former former) {
        return former.means().containsKey(BODY) && graph.mayChange()
                ? graph.create(objectId, former.means().getOrDefault(BODY, ""))
                : exchange.giveBack(objectId, former);
    }

    @Override
    public Receipt enable(String objectId, Former former) {
        return former.means().containsKey(ID) && graph.mayChange()
                ? graph.enable(objectId, former.means().getOrDefault(ID, ""))
                : exchange.enable(objectId, former);
    }
}

package dev.cordon.app.harness;

import dev.cordon.incident.Word;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.response.PlanResponse.PlannedItem;
import java.util.ArrayList;
import java.util.List;

/**
 * The decision file that somebody would write who knows what is whose: what the attacker holds is removed, everything else is kept. Names
 * some things by their name, where only one has it, and the others by their id.
 *
 * @param yaml the file
 * @param missing what he holds and no item shows
 */
record DerivedDecisions(String yaml, List<String> missing) {
    static DerivedDecisions of(List<PlannedItem> items, List<Possessions.Held> held) {
        List<Proposal> proposals = items.stream().map(PlannedItem::proposal).toList();
        List<String> missing = held.stream()
                .filter(thing -> proposals.stream().noneMatch(proposal -> isIt(thing, proposal)))
                .map(thing -> thing.kind() + " " + thing.id() + " (" + thing.wireId() + ")")
                .toList();
        List<Object> decisions = new ArrayList<>();
        for (int i = 0; i < proposals.size(); i++) {
            Proposal proposal = proposals.get(i);
            boolean his = held.stream().anyMatch(thing -> isIt(thing, proposal));
            boolean byName = i % 3 == 0 && isOnlyOneOfItsName(proposal, proposals);
            decisions.add(Yaml.map(
                    "kind",
                    Word.of(proposal.kind()),
                    "match",
                    byName ? Yaml.map("name", proposal.name()) : Yaml.map("id", proposal.id()),
                    "decision",
                    his ? "remove" : "keep",
                    "because",
                    his ? "his" : "ours"));
        }
        return new DerivedDecisions(
                "schema: cordon-decisions/1\ndefault: recommended\nitems:"
                        + (decisions.isEmpty() ? " []\n" : "\n" + Yaml.block(decisions, "  ")),
                missing);
    }

    private static boolean isIt(Possessions.Held thing, Proposal proposal) {
        return thing.isItem(proposal.kind(), proposal.ids(), proposal.name());
    }

    private static boolean isOnlyOneOfItsName(Proposal proposal, List<Proposal> all) {
        return !proposal.name().isBlank()
                && all.stream()
                                .filter(other -> other.kind() == proposal.kind()
                                        && other.name().equals(proposal.name()))
                                .count()
                        == 1;
    }
}

package dev.cordon.investigation.review;

import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.Fact;
import dev.cordon.tenant.InboxRule;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What the organisation has said of itself that explains changes of one thing. Immutable. */
final class Explanation {
    private final Things.Context context;
    private final Verdicts verdicts;

    Explanation(Things.Context context, Verdicts verdicts) {
        this.context = context;
        this.verdicts = verdicts;
    }

    /**
     * Why it may be meant.
     *
     * @param rest what is said of it where what the fact explains is left out
     */
    record Explained(Fact fact, Verdict rest) {}

    /** Why it may be meant, where every one of its changes is explained: a fact about one says nothing of another. */
    Optional<Explained> of(List<Change> changes) {
        List<Optional<Explained>> each = changes.stream().map(this::of).toList();
        return each.stream().allMatch(Optional::isPresent)
                ? each.stream()
                        .flatMap(Optional::stream)
                        .reduce((one, other) -> one.rest.isAtLeast(other.rest) ? one : other)
                : Optional.empty();
    }

    private Optional<Explained> of(Change change) {
        return switch (change.meaning()) {
            case Meaning.Forward forward ->
                context.facts()
                        .ofForwarding(
                                change.places(), List.of(forward.forwarding().target()))
                        .map(fact -> new Explained(fact, Verdict.BENIGN));
            case Meaning.Rule rule
            when rule.isTold() ->
                context.facts()
                        .ofForwarding(change.places(), rule.rule().forwardTo())
                        .map(fact -> new Explained(fact, besideForwarding(change, rule.rule())));
            case Meaning.Consent _, Meaning.Permission _, Meaning.Assignment _, Meaning.Application _ ->
                context.facts()
                        .ofApplication(Stream.concat(change.places().stream(), change.handles().stream())
                                .filter(Row::isId)
                                .toList())
                        .map(fact -> new Explained(fact, Verdict.BENIGN));
            // Who approved an application has not approved whoever gets a key of it.
            case Meaning.Credential _,
                    Meaning.Rule _,
                    Meaning.Right _,
                    Meaning.Calendar _,
                    Meaning.Reply _,
                    Meaning.Route _,
                    Meaning.Role _,
                    Meaning.Account _,
                    Meaning.Protection _,
                    Meaning.Method _,
                    Meaning.Device _,
                    Meaning.Logging _,
                    Meaning.Search _,
                    Meaning.Link _ -> Optional.empty();
        };
    }

    private Verdict besideForwarding(Change change, InboxRule rule) {
        var without = new InboxRule(
                rule.id(),
                rule.graphId(),
                rule.kind(),
                rule.name(),
                rule.enabled(),
                rule.hidden(),
                rule.conditions(),
                rule.exceptions(),
                List.of(),
                rule.moveToFolder(),
                rule.deletes(),
                rule.marksAsRead(),
                rule.stopsProcessing(),
                rule.description());
        return verdicts.of(change.with(new Meaning.Rule(without, true))).verdict();
    }

    /** A domain that only the facts call the organisation's own, among those that something was given to. */
    Optional<Fact> ownDomain(List<Change> changes) {
        return context.facts()
                .ofOwnDomain(changes.stream()
                        .flatMap(Explanation::getters)
                        .filter(address -> !context.isOwn(address))
                        .toList());
    }

    private static Stream<String> getters(Change change) {
        return switch (change.meaning()) {
            case Meaning.Forward forward -> Stream.of(forward.forwarding().target());
            case Meaning.Rule rule -> rule.rule().forwardTo().stream();
            case Meaning.Right right -> Stream.of(right.right().trustee());
            case Meaning.Route route -> route.sends().stream();
            case Meaning.Calendar _,
                    Meaning.Reply _,
                    Meaning.Role _,
                    Meaning.Consent _,
                    Meaning.Permission _,
                    Meaning.Assignment _,
                    Meaning.Credential _,
                    Meaning.Application _,
                    Meaning.Account _,
                    Meaning.Protection _,
                    Meaning.Method _,
                    Meaning.Device _,
                    Meaning.Logging _,
                    Meaning.Search _,
                    Meaning.Link _ -> Stream.empty();
        };
    }
}

package dev.cordon.investigation.lines;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.SignalTable;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.Fact;
import dev.cordon.investigation.facts.OrganisationFacts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Sign-ins that something explains which the organisation has said of itself. What such a one leaves behind, its address or its session, speaks
 * against no other. One use, one thread.
 */
final class ExplainedSignIns {
    private final OrganisationFacts organisation;
    private final List<Explained> explained = new ArrayList<>();
    private final List<SignInLineFacts> sources = new ArrayList<>();

    ExplainedSignIns(OrganisationFacts organisation) {
        this.organisation = organisation;
    }

    private record Explained(SignInLineFacts signIn, Judgement judged, Fact fact) {
        long number() {
            return signIn.row().number();
        }

        SignalTable<SignInLineFacts> rest() {
            return SignInLineSignals.unexplained(fact.kind());
        }

        boolean isAttackersAllTheSame() {
            return rest().without(Set.of(SignInLineSignals.LINK)).judge(signIn).verdict() == Verdict.MALICIOUS;
        }
    }

    /**
     * Takes one.
     *
     * @param isSource whether it is an attacker's without a link to others
     */
    void take(SignInLineFacts signIn, Judgement judged, boolean isSource) {
        if (isSource) {
            sources.add(signIn);
        }
        SignInLine row = signIn.row();
        if (judged.verdict() != Verdict.BENIGN) {
            organisation
                    .ofSignIn(row.userName(), row.at(), row.address(), row.country())
                    .ifPresent(fact -> explained.add(new Explained(signIn, judged, fact)));
        }
    }

    /** What is said of the explained ones, by the numbers of their lines. */
    Map<Long, Judgement> judgements() {
        AttackersTraces traces = unexplainedTraces();
        Map<Long, Judgement> judgements = new HashMap<>();
        explained.forEach(each -> judgements.put(
                each.number(),
                each.fact()
                        .applied(
                                each.judged(),
                                each.rest().judge(each.signIn().with(traces)).verdict())));
        return judgements;
    }

    private AttackersTraces unexplainedTraces() {
        Set<Long> cleared = new HashSet<>();
        explained.stream().filter(each -> !each.isAttackersAllTheSame()).forEach(each -> cleared.add(each.number()));
        var traces = new AttackersTraces();
        sources.stream()
                .filter(source -> !cleared.contains(source.row().number()))
                .forEach(source -> traces.add(source.row(), source.habits()));
        return traces;
    }
}

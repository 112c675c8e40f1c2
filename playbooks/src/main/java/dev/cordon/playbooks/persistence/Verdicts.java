package dev.cordon.playbooks.persistence;

import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Reason;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.decision.Proposal;
import dev.cordon.procedure.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Turns judgements into proposals. */
final class Verdicts {
    private Verdicts() {}

    static Proposal proposal(
            ItemKind kind,
            List<String> ids,
            String name,
            Set<String> addresses,
            Judgement judgement,
            String whatIsLost) {
        return new Proposal(
                kind, ids, name, addresses, Optional.empty(), verdict(judgement), reasons(judgement), true, whatIsLost);
    }

    static Proposal proposal(
            ItemKind kind,
            List<String> ids,
            String name,
            Set<String> addresses,
            Optional<String> clientId,
            Judgement judgement,
            String whatIsLost) {
        return new Proposal(
                kind, ids, name, addresses, clientId, verdict(judgement), reasons(judgement), true, whatIsLost);
    }

    static Proposal byHand(ItemKind kind, List<String> ids, String name, Set<String> addresses, Judgement judgement) {
        return new Proposal(
                kind,
                ids,
                name,
                addresses,
                Optional.empty(),
                verdict(judgement),
                reasons(judgement),
                false,
                "Removed by hand.");
    }

    private static Verdict verdict(Judgement judgement) {
        return switch (judgement.verdict()) {
            case MALICIOUS -> Verdict.MALICIOUS;
            case REVIEW -> Verdict.REVIEW;
            case BENIGN -> Verdict.BENIGN;
        };
    }

    private static List<String> reasons(Judgement judgement) {
        return judgement.reasons().stream().map(Verdicts::sentence).toList();
    }

    private static String sentence(Reason reason) {
        return reason.technique().map(id -> reason.text() + " [" + id + "]").orElse(reason.text());
    }
}

package dev.cordon.playbooks.decision;

import dev.cordon.procedure.Actor;

/** Decides about one thing at a time. Implementations are safe for many threads; one that asks a person asks one question at a time. */
@FunctionalInterface
public interface Decider {
    /**
     * Keep or remove.
     *
     * @throws InterruptedException when the person who was asked interrupted
     */
    Decision decide(Proposal proposal) throws InterruptedException;

    /** Follows the recommendation: removes what is judged malicious, keeps and lists the rest. */
    static Decider recommended() {
        return proposal -> new Decision(proposal.isRemovalRecommended(), Actor.CORDON, "");
    }
}

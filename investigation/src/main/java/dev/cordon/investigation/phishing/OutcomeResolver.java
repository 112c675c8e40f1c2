package dev.cordon.investigation.phishing;

/**
 * Says what became of a click, from several sources of which the first that tells decides: what the user says he did, what Safe Links
 * recorded, what his account shows in the 72 hours after it. What no source tells is unknown and treated as reached. Where what the user says
 * and what is recorded contradict each other, the worse is taken, and that they do is a reason.
 */
public final class OutcomeResolver {
    private OutcomeResolver() {}

    /** Resolves it. Total: any evidence is answered; the order in which it is given changes nothing. */
    public static ClickOutcome resolve(ClickEvidence evidence) {
        return new Resolving(evidence).outcome();
    }
}

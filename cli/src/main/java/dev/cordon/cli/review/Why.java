package dev.cordon.cli.review;

import dev.cordon.investigation.Reason;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.review.ReviewFinding;
import java.util.List;
import java.util.Set;

/** Why something was found, in as few words as a list has room for. */
final class Why {
    private Why() {}

    /** As {@code judge} calls it: true of every sign-in beside an attacker's, and no answer to why that one is his. */
    private static final String LINK = "linked-to-attacker";

    /** Why it may be meant, and whose hand it was: neither says what it is about. */
    private static final Set<String> BESIDE =
            Set.of(OrganisationFacts.SIGNAL, "attackers-deed", "attackers-place", "from-where-he-works");

    /** The weightiest reason that says something by itself, before a fact or a hand that stands first. */
    static String inShort(ReviewFinding finding) {
        List<Reason> reasons = finding.reasons();
        String first = reasons.getFirst().text();
        if (BESIDE.contains(reasons.getFirst().signal()) && reasons.size() > 1) {
            return reasons.get(1).text() + " " + first;
        }
        return reasons.stream()
                .filter(reason -> !reason.signal().equals(LINK))
                .findFirst()
                .map(Reason::text)
                .orElse(first);
    }
}

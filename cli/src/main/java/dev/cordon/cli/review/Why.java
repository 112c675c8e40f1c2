package dev.cordon.cli.review;

import dev.cordon.investigation.Reason;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.review.ReviewFinding;
import java.util.List;

/** Why something was found, in as few words as a list has room for. */
final class Why {
    private Why() {}

    /** The weightiest reason; a fact that stands before it does not hide what it is about. */
    static String inShort(ReviewFinding finding) {
        List<Reason> reasons = finding.reasons();
        String first = reasons.getFirst().text();
        boolean isFact = reasons.getFirst().signal().equals(OrganisationFacts.SIGNAL);
        return isFact && reasons.size() > 1 ? reasons.get(1).text() + " " + first : first;
    }
}

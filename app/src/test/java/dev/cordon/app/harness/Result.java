package dev.cordon.app.harness;

import java.util.List;

/**
 * How one unit of work came out.
 *
 * @param findings what is not as it must be; empty when everything is
 * @param note what happened, in a few words
 * @param attackers how many things of his were judged
 * @param leftForReview how many of them were left to a person
 */
record Result(List<Finding> findings, String note, int attackers, int leftForReview) {
    Result {
        findings = List.copyOf(findings);
    }

    static Result of(List<Finding> findings, String note) {
        return new Result(findings, note, 0, 0);
    }
}

package dev.cordon.investigation.lines;

import dev.cordon.investigation.Verdict;

/** What is said of a line. */
public enum LineVerdict {
    MALICIOUS,
    REVIEW,
    BENIGN,
    /** Nothing could be judged: the line is not what it should be. */
    UNREADABLE;

    static LineVerdict of(Verdict verdict) {
        return switch (verdict) {
            case MALICIOUS -> MALICIOUS;
            case REVIEW -> REVIEW;
            case BENIGN -> BENIGN;
        };
    }
}

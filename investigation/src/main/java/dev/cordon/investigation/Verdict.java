package dev.cordon.investigation;

/**
 * What a judge says about a thing, from harmless to hostile. The recommended decision removes {@link #MALICIOUS} things only;
 * {@link #REVIEW} is kept and listed, because a wrong removal hurts and a person can tell what a log cannot.
 */
public enum Verdict {
    BENIGN,
    REVIEW,
    MALICIOUS;

    /** From this score on (of 100) a thing is for a person to look at. */
    static final int REVIEW_FROM = 35;

    /** From this score on (of 100) a thing is taken for the attacker's. */
    static final int MALICIOUS_FROM = 70;

    /** The verdict that {@code score} stands for. */
    public static Verdict ofScore(int score) {
        if (score >= MALICIOUS_FROM) {
            return MALICIOUS;
        }
        return score >= REVIEW_FROM ? REVIEW : BENIGN;
    }

    /** One step towards harmless. */
    public Verdict milder() {
        return switch (this) {
            case MALICIOUS -> REVIEW;
            case REVIEW, BENIGN -> BENIGN;
        };
    }

    /** The most that a score of this verdict can be. */
    int highestScore() {
        return switch (this) {
            case MALICIOUS -> 100;
            case REVIEW -> MALICIOUS_FROM - 1;
            case BENIGN -> REVIEW_FROM - 1;
        };
    }

    /** Whether this is at least as bad as {@code other}. */
    public boolean isAtLeast(Verdict other) {
        return compareTo(other) >= 0;
    }
}

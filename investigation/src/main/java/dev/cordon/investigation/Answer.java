package dev.cordon.investigation;

/** What somebody answers to a question that is answered with yes or no. Nobody having asked is not a no, and not knowing is none either. */
public enum Answer {
    YES,
    NO,
    DOES_NOT_KNOW,
    NOT_ASKED
}

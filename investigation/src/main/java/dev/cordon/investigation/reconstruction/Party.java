package dev.cordon.investigation.reconstruction;

/** Whose something is. */
public enum Party {
    ATTACKER,
    /** The account's own user, or a colleague at his usual place. */
    USER,
    /** The responder's. */
    OURS,
    UNKNOWN
}

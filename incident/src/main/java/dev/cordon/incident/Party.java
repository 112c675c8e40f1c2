package dev.cordon.incident;

/** Whose something in a log is: a row, an address, a session, a device. */
public enum Party {
    ATTACKER,
    /** The account's own user, or a colleague at his usual place. */
    USER,
    /** The responder's. */
    OURS,
    UNKNOWN
}

package dev.cordon.investigation;

/** The only words for how sure a statement is. */
public enum Confidence {
    CONFIRMED,
    LIKELY,
    UNKNOWN
}

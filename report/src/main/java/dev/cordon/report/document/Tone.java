package dev.cordon.report.document;

/** How something is to be taken. */
public enum Tone {
    GOOD,
    ATTENTION,
    BAD,
    NEUTRAL
}

package dev.cordon.incident;

/** What somebody leaves in the rows of a log and is judged as a whole. */
public enum TraceKind {
    ADDRESS,
    SESSION,
    DEVICE
}

package dev.cordon.procedure.journal;

/**
 * A fact in the run journal. Each record carries only its own facts; when, by whom and to which incident stands in {@link Recorded}.
 *
 * <p>No entry ever holds a password, token or other secret.
 */
public sealed interface JournalEntry permits EngineEntry, CaseEntry, ReviewEntry {}

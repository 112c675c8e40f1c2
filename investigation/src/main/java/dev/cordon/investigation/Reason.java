package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * One reason behind a judgement, for a tired person to read.
 *
 * @param signal the signal's short, stable name, for example {@code forwards-outside}
 * @param text one plain sentence; it may quote untrusted text, so it is escaped wherever it is shown
 * @param technique the ATT&CK technique it points to (v18.1), for example {@code T1114.003}; empty when it points to none or speaks
 *     for the thing
 */
public record Reason(String signal, String text, Optional<String> technique) {
    public Reason {
        requireNonNull(signal, "signal is null");
        requireNonNull(text, "text is null");
        requireNonNull(technique, "technique is null");
    }
}

package dev.cordon.report;

import static java.util.Objects.requireNonNull;

/**
 * A message for people to send or read out; nothing is sent by itself, and none carries a secret.
 *
 * @param audience {@code user} or {@code manager}
 * @param subject its subject
 * @param text plain text
 */
public record Draft(String audience, String subject, String text) {
    public Draft {
        requireNonNull(audience, "audience is null");
        requireNonNull(subject, "subject is null");
        requireNonNull(text, "text is null");
    }
}

package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * Whose risk detections are wanted. The service is asked for all that it keeps: what it detects late is about days ago.
 *
 * @param userId a user's object id; empty for everybody's
 */
public record RiskQuestion(Optional<String> userId) {
    public RiskQuestion {
        requireNonNull(userId, "userId is null");
    }
}

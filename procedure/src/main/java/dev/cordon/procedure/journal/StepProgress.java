package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How far a step has come.
 *
 * @param id which step
 * @param startedAt when it last started, tenant time; empty when it ended without starting (skipped)
 * @param endedAt when it last ended, tenant time; empty while it runs, or when it was killed
 * @param outcome how it ended; empty while {@code endedAt} is
 * @param duration wall time of the last attempt; zero while it has not ended
 * @param attempts how often it was started
 * @param repeated whether one of its effects was carried out again although it was not certain whether the time before had worked
 * @param proofs everything read back by it, over all attempts, in order
 * @param removals what it removed or disabled, over all attempts
 */
public record StepProgress(
        StepId id,
        Optional<Instant> startedAt,
        Optional<Instant> endedAt,
        Optional<StepOutcome> outcome,
        Duration duration,
        int attempts,
        boolean repeated,
        List<Proof> proofs,
        Removals removals) {
    public StepProgress {
        requireNonNull(removals, "removals is null");
        proofs = List.copyOf(proofs);
    }

    /**
     * What a step removed and saw to be gone, and what it saw to be disabled where that is kept.
     *
     * @param things how many were removed, counting each time that one which had come back was removed again
     * @param disabled how many were disabled, counted in the same way
     * @param rounds in how many attempts
     * @param lastRound the number of the last of these attempts; 0 before the first
     */
    public record Removals(int things, int disabled, int rounds, int lastRound) {
        /** Nothing was removed. */
        public static final Removals NONE = new Removals(0, 0, 0, 0);

        Removals oneMore(int attempt) {
            return new Removals(things + 1, disabled, roundsWith(attempt), attempt);
        }

        Removals oneMoreDisabled(int attempt) {
            return new Removals(things, disabled + 1, roundsWith(attempt), attempt);
        }

        private int roundsWith(int attempt) {
            return attempt == lastRound ? rounds : rounds + 1;
        }
    }

    static StepProgress fresh(StepId id) {
        return new StepProgress(
                id,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                0,
                false,
                List.of(),
                Removals.NONE);
    }

    /** Whether it started and did not end: it is running now, or was killed. */
    public boolean isInFlight() {
        return startedAt.isPresent() && endedAt.isEmpty();
    }
}

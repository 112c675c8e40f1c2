package dev.cordon.procedure.journal;

import dev.cordon.procedure.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How single entries change a step or an effect. */
final class StepFold {
    private StepFold() {}

    static StepProgress started(StepProgress step, Instant at) {
        return new StepProgress(
                step.id(),
                Optional.of(at),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO,
                step.attempts() + 1,
                step.repeated(),
                step.proofs(),
                step.removals());
    }

    static StepProgress ended(StepProgress step, EngineEntry.StepEnded entry, Instant at) {
        StepProgress ended = new StepProgress(
                step.id(),
                step.startedAt(),
                Optional.of(at),
                Optional.of(entry.outcome()),
                Duration.ofMillis(entry.durationMs()),
                step.attempts(),
                step.repeated(),
                step.proofs(),
                step.removals());
        return proven(ended, entry.outcome().readBack());
    }

    /** Adds what was read back; a proof that was recorded when it was read and again with the outcome counts once. */
    static StepProgress proven(StepProgress step, List<Proof> proofs) {
        return new StepProgress(
                step.id(),
                step.startedAt(),
                step.endedAt(),
                step.outcome(),
                step.duration(),
                step.attempts(),
                step.repeated(),
                Stream.concat(step.proofs().stream(), proofs.stream())
                        .distinct()
                        .toList(),
                step.removals());
    }

    static StepProgress repeated(StepProgress step) {
        return new StepProgress(
                step.id(),
                step.startedAt(),
                step.endedAt(),
                step.outcome(),
                step.duration(),
                step.attempts(),
                true,
                step.proofs(),
                step.removals());
    }

    static StepProgress removed(StepProgress step) {
        return with(step, step.removals().oneMore(step.attempts()));
    }

    static StepProgress disabled(StepProgress step) {
        return with(step, step.removals().oneMoreDisabled(step.attempts()));
    }

    private static StepProgress with(StepProgress step, StepProgress.Removals removals) {
        return new StepProgress(
                step.id(),
                step.startedAt(),
                step.endedAt(),
                step.outcome(),
                step.duration(),
                step.attempts(),
                step.repeated(),
                step.proofs(),
                removals);
    }

    static EffectProgress intended(@Nullable EffectProgress before, EngineEntry.EffectIntended entry, Instant at) {
        return new EffectProgress(
                entry.step(),
                entry.key(),
                entry.what(),
                entry.target(),
                entry.destroys(),
                entry.exhibits(),
                at,
                Optional.empty(),
                "",
                Optional.empty(),
                Optional.empty(),
                before == null ? 1 : before.attempts() + 1,
                before != null && (before.repeated() || !before.isCertain()));
    }

    static EffectProgress concluded(@Nullable EffectProgress before, EngineEntry.EffectConcluded entry, Instant at) {
        return new EffectProgress(
                entry.step(),
                entry.key(),
                before == null ? "" : before.what(),
                before == null ? "" : before.target(),
                before == null ? List.of() : before.destroys(),
                before == null ? List.of() : before.keptBefore(),
                before == null ? at : before.intendedAt(),
                Optional.of(entry.result()),
                entry.detail(),
                entry.requestId(),
                entry.exhibit(),
                before == null ? 0 : before.attempts(),
                before != null && before.repeated());
    }
}

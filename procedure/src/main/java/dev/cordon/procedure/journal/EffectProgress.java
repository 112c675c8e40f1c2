package dev.cordon.procedure.journal;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.StepId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An effect: intended, and perhaps concluded.
 *
 * @param step the step it belongs to
 * @param key its key
 * @param what what was to happen
 * @param target what it happened to
 * @param destroys what it destroys
 * @param keptBefore the sealed copies of what it destroys
 * @param intendedAt when it was last intended, tenant time
 * @param result how the last attempt concluded; empty when it did not
 * @param detail what was answered; empty while there is no result
 * @param requestId the service's id of the last answer
 * @param exhibit the sealed last answer
 * @param attempts how often it was intended
 * @param repeated whether it was intended again although it was not certain whether the time before had worked
 */
public record EffectProgress(
        StepId step,
        String key,
        String what,
        String target,
        List<ItemKey> destroys,
        List<ExhibitId> keptBefore,
        Instant intendedAt,
        Optional<EffectOutcome> result,
        String detail,
        Optional<String> requestId,
        Optional<ExhibitId> exhibit,
        int attempts,
        boolean repeated) {
    public EffectProgress {
        destroys = List.copyOf(destroys);
        keptBefore = List.copyOf(keptBefore);
    }

    /** Whether it is certain what happened. */
    public boolean isCertain() {
        return result.map(EffectOutcome::isCertain).orElse(false);
    }
}

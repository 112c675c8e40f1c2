package dev.cordon.procedure.journal;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import java.util.List;
import java.util.Optional;

/** What the engine alone writes: the course of a run, and each effect before and after. */
public sealed interface EngineEntry extends JournalEntry {
    /**
     * A process took the incident up.
     *
     * @param process which process, for example {@code 4711@laptop}
     * @param procedure the procedure's id
     * @param version the procedure's version
     * @param resumedFrom the last entry of the run it goes on from; empty for the first run
     */
    record RunStarted(String process, String procedure, String version, Optional<Long> resumedFrom)
            implements EngineEntry {
        public RunStarted {
            requireNonNull(process, "process is null");
            requireNonNull(procedure, "procedure is null");
            requireNonNull(version, "version is null");
            requireNonNull(resumedFrom, "resumedFrom is null");
        }
    }

    /**
     * The run came to its end, or was interrupted in good order. A run that was killed has no such entry.
     *
     * @param interrupted whether steps were left that would have run
     */
    record RunEnded(boolean interrupted) implements EngineEntry {}

    /**
     * Written before a step's performer is called.
     */
    record StepStarted(StepId step) implements EngineEntry {
        public StepStarted {
            requireNonNull(step, "step is null");
        }
    }

    /**
     * Written before the tenant is changed.
     *
     * @param key names the effect within the incident; a repeat has the same key
     * @param what what is to happen, for people
     * @param target what it happens to
     * @param destroys what will be gone afterwards
     * @param exhibits the sealed copies that opened the gate, in the order of {@code destroys}
     */
    record EffectIntended(
            StepId step, String key, String what, String target, List<ItemKey> destroys, List<ExhibitId> exhibits)
            implements EngineEntry {
        public EffectIntended {
            requireNonNull(step, "step is null");
            requireNonNull(key, "key is null");
            requireNonNull(what, "what is null");
            requireNonNull(target, "target is null");
            requireNonNull(destroys, "destroys is null");
            requireNonNull(exhibits, "exhibits is null");
            destroys = List.copyOf(destroys);
            exhibits = List.copyOf(exhibits);
        }
    }

    /**
     * Written after the answer, or after it failed to come.
     *
     * @param detail what was answered, for people
     * @param requestId the service's id of the answer
     * @param exhibit the sealed answer
     */
    record EffectConcluded(
            StepId step,
            String key,
            EffectOutcome result,
            String detail,
            Optional<String> requestId,
            Optional<ExhibitId> exhibit)
            implements EngineEntry {
        public EffectConcluded {
            requireNonNull(step, "step is null");
            requireNonNull(key, "key is null");
            requireNonNull(result, "result is null");
            requireNonNull(detail, "detail is null");
            requireNonNull(requestId, "requestId is null");
            requireNonNull(exhibit, "exhibit is null");
        }
    }

    /**
     * Written after a step's performer has returned.
     *
     * @param durationMs wall time
     */
    record StepEnded(StepId step, StepOutcome outcome, long durationMs) implements EngineEntry {
        public StepEnded {
            requireNonNull(step, "step is null");
            requireNonNull(outcome, "outcome is null");
        }
    }
}

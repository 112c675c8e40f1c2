package dev.cordon.procedure.engine;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.RunState;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What one run of a procedure needs. The incident must have been opened in the journal.
 *
 * @param incident which incident
 * @param actor who runs it; stands in every entry of the run
 * @param tenantTime the tenant's clock
 * @param process names this process for people, for example {@code 4711@laptop}
 * @param again steps that ended in an earlier run and are to be run again
 * @param leftOut steps that a person wants left out; each is recorded as a deviation
 * @param listener told of every entry once it is durable
 * @param gate holds steps back for the sake of other runs
 */
public record RunInput(
        IncidentId incident,
        Actor actor,
        InstantSource tenantTime,
        String process,
        Set<StepId> again,
        Map<StepId, StepOutcome.Skipped> leftOut,
        RunListener listener,
        StepGate gate) {
    public RunInput {
        requireNonNull(incident, "incident is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(tenantTime, "tenantTime is null");
        requireNonNull(process, "process is null");
        requireNonNull(listener, "listener is null");
        requireNonNull(gate, "gate is null");
        again = Set.copyOf(again);
        leftOut = Map.copyOf(leftOut);
    }

    /** A run that repeats nothing and leaves nothing out. */
    public static RunInput of(IncidentId incident, Actor actor, InstantSource tenantTime, String process) {
        return new RunInput(incident, actor, tenantTime, process, Set.of(), Map.of(), recorded -> {}, StepGate.open());
    }

    public RunInput again(Set<StepId> steps) {
        return new RunInput(incident, actor, tenantTime, process, steps, leftOut, listener, gate);
    }

    public RunInput leavingOut(Map<StepId, StepOutcome.Skipped> steps) {
        return new RunInput(incident, actor, tenantTime, process, again, steps, listener, gate);
    }

    public RunInput toldTo(RunListener newListener) {
        return new RunInput(incident, actor, tenantTime, process, again, leftOut, newListener, gate);
    }

    public RunInput heldBackBy(StepGate newGate) {
        return new RunInput(incident, actor, tenantTime, process, again, leftOut, listener, newGate);
    }

    /**
     * The steps a resumed run does again: those that ended without being finished, and every step that the order puts after one of them,
     * since what those read may have changed. Performers look first, so what is in place is found in place.
     */
    public static Set<StepId> unfinished(Procedure procedure, RunState state) {
        Set<StepId> again = new LinkedHashSet<>();
        state.steps().forEach((id, step) -> {
            if (step.outcome().map(StepOutcome::isUnfinished).orElse(false)) {
                again.add(id);
                again.addAll(procedure.after(id));
            }
        });
        return again;
    }
}

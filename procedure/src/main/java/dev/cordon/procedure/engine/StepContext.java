package dev.cordon.procedure.engine;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.Exhibit;
import dev.cordon.incident.Incident;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What a performer may do: read the case, change the tenant under the engine's eyes, and record facts. Every record is durable when the
 * method returns. Safe for many threads, so that a performer may work in parallel as long as it joins its threads.
 */
public interface StepContext {
    Incident incident();

    Step step();

    /** Who acts: the person at the keyboard, or this program. */
    Actor actor();

    /** Tenant time. */
    Instant now();

    /** The incident as it is at this moment, other steps that run beside this one included. */
    RunState state();

    /** Wall time left until the hard stop, never negative; empty when the step has none. */
    Optional<Duration> remaining();

    /** Whether the hard stop has come. What is not done by then is reported as not done. */
    default boolean isPastHardStop() {
        return remaining().map(Duration::isZero).orElse(false);
    }

    /**
     * Changes the tenant: checks the gate, records the intent, makes the call, records what came of it. At most one attempt; repeating is
     * the performer's decision, after it has looked.
     *
     * @throws GateClosedException when something that {@code effect} destroys has no sealed exhibit of this incident, or is of a kind that
     *     the step is not allowed to destroy; nothing was changed
     */
    <T> EffectResult<T> carryOut(Effect effect, Call<T> call);

    /**
     * Says that the service has accepted the step's change, so that steps which wait only for that may start while this one reads back.
     * Idempotent.
     */
    void answered();

    /** What is known of an effect from before. */
    Earlier earlier(String effectKey);

    /** Seals bytes as evidence of this incident. */
    Exhibit seal(Acquisition acquisition);

    /** Records an item that was met and judged. */
    void found(Item item);

    /** Records a decision about an item. */
    default void decide(ItemKey item, ItemDecision decision, Actor by, String because) {
        record(new CaseEntry.ItemDecided(item, decision, by, because));
    }

    /** Records what became of an item, as read back. */
    default void conclude(ItemKey item, ItemOutcome outcome, String detail) {
        record(new CaseEntry.ItemConcluded(item, outcome, detail));
    }

    /** Records something read back, and returns it for the outcome. */
    Proof prove(Proof proof);

    /** Records that only people can do or confirm something. */
    default void openTask(String id, String text, String who) {
        record(new CaseEntry.TaskOpened(id, text, who, false));
    }

    /** The same of something without which the attacker may be able to go on: it stands before all others. */
    default void openUrgentTask(String id, String text, String who) {
        record(new CaseEntry.TaskOpened(id, text, who, true));
    }

    /** Records that the tenant is to be looked at again; whoever runs the engine gives it to the scheduler. */
    default void scheduleRecheck(String name, Instant dueAt) {
        record(new CaseEntry.RecheckScheduled(name, dueAt));
    }

    /** Records any other fact. */
    void record(CaseEntry entry);
}

package dev.cordon.playbooks.containment;

import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Reading;
import java.time.Instant;
import java.util.Optional;

/** Makes proofs of readings: the answer is sealed, and the proof names it. Stateless. */
public final class Proofs {
    private Proofs() {}

    /** The latest value that a step of this run proved by reading the property back; empty while none has. */
    public static Optional<Instant> latest(StepContext context, String property) {
        return context.state().steps().values().stream()
                .flatMap(step -> step.proofs().stream())
                .filter(proof -> proof.holds() && proof.what().contains(property))
                .map(Proof::actual)
                .map(Instant::parse)
                .max(Instant::compareTo);
    }

    /** Seals {@code reading} and records that {@code actual} was read where {@code expected} should be. */
    public static Proof read(
            StepContext context,
            String exhibitKind,
            Reading<?> reading,
            String what,
            String expected,
            String actual,
            boolean holds) {
        Sealing sealing =
                Sealing.of(context, exhibitKind, context.incident().account().objectId(), reading);
        return of(context, reading, sealing, what, expected, actual, holds);
    }

    /** Records that {@code actual} was read in {@code sealing}, where {@code expected} should be. */
    public static Proof of(
            StepContext context,
            Reading<?> reading,
            Sealing sealing,
            String what,
            String expected,
            String actual,
            boolean holds) {
        Answer answer = reading.answers().getLast();
        Optional<String> requestId = answer.requestId();
        return context.prove(new Proof(what, expected, actual, holds, reading.readAt(), requestId, sealing.last()));
    }
}

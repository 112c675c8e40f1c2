package dev.cordon.playbooks.containment;

import dev.cordon.playbooks.casefile.Sealing;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Reading;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
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
        return context.prove(made(reading, sealing, what, expected, actual, holds));
    }

    /** What the reading leaves out for want of a licence, to be put after what it shows; empty text where nothing is. */
    public static String notLookedAt(Reading<?> reading) {
        return reading.completeness().notLookedAt().map(what -> "; " + what).orElse("");
    }

    /**
     * How many sign-ins of the attacker a log shows.
     *
     * @param his his sign-ins
     * @param rows all that were read
     * @param since from when on they were looked for
     * @param through until when the log is complete
     */
    public record Attackers(int his, int rows, Instant since, Instant through) {
        /** A log that ends before the time in question says nothing about it. */
        boolean isSilent() {
            return his == 0 && through.isBefore(since);
        }

        String inWords() {
            String found = (his == 0 ? "none" : his + " found") + " in " + rows + " rows";
            Instant end = through.truncatedTo(ChronoUnit.SECONDS);
            return isSilent()
                    ? "cannot be said yet: the log ends at " + end + ", before that; " + found
                            + " so far; each re-check (cordon watch) reads it again"
                    : found + "; log complete through " + end;
        }
    }

    /** Records what the log says about the attacker; pending where it does not reach as far as the question. */
    public static Proof attackers(
            StepContext context, Reading<?> reading, Sealing sealing, String what, Attackers attackers) {
        Proof proof = made(
                reading,
                sealing,
                what,
                "none",
                attackers.inWords(),
                attackers.his() == 0 && !attackers.isSilent() && reading.isComplete());
        return context.prove(attackers.isSilent() && reading.isComplete() ? proof.asPending() : proof);
    }

    private static Proof made(
            Reading<?> reading, Sealing sealing, String what, String expected, String actual, boolean holds) {
        Answer answer = reading.answers().getLast();
        return new Proof(what, expected, actual, holds, reading.readAt(), answer.requestId(), sealing.last());
    }
}

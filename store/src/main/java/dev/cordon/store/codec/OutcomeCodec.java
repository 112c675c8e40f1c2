package dev.cordon.store.codec;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Word;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.StepOutcome;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How outcomes, proofs and actors are stored inside entries. */
final class OutcomeCodec {
    private OutcomeCodec() {}

    static Facts encode(StepOutcome stepOutcome) {
        Facts facts = new Facts().text("word", stepOutcome.word());
        return switch (stepOutcome) {
            case StepOutcome.Succeeded outcome ->
                facts.objects("proofs", proofs(outcome.proofs())).text("note", outcome.note());
            case StepOutcome.AlreadyInPlace outcome ->
                facts.objects("proofs", proofs(outcome.proofs()))
                        .text("actor", outcome.actor())
                        .text("note", outcome.note());
            case StepOutcome.Failed outcome ->
                facts.text("reason", outcome.reason())
                        .text("remedy", outcome.remedy())
                        .text(
                                "cause",
                                outcome.isNotPermitted() ? Optional.of(Word.of(outcome.cause())) : Optional.empty());
            case StepOutcome.Skipped outcome ->
                facts.text("reason", outcome.reason()).text("by", outcome.by());
            case StepOutcome.NotApplicable outcome -> facts.text("reason", outcome.reason());
            case StepOutcome.Waiting outcome ->
                facts.text("awaited", outcome.awaited()).text("until", outcome.until());
            case StepOutcome.Indeterminate outcome ->
                facts.text("reason", outcome.reason()).text("remedy", outcome.remedy());
            case StepOutcome.Partial outcome ->
                facts.texts("done", outcome.done())
                        .texts("notDone", outcome.notDone())
                        .objects("proofs", proofs(outcome.proofs()))
                        .text("reason", outcome.reason())
                        .text("remedy", outcome.remedy());
        };
    }

    static StepOutcome decode(FactReader facts) {
        return switch (facts.text("word")) {
            case "succeeded" -> new StepOutcome.Succeeded(readProofs(facts), facts.text("note"));
            case "already-in-place" ->
                new StepOutcome.AlreadyInPlace(readProofs(facts), facts.optionalText("actor"), facts.text("note"));
            case "failed" -> new StepOutcome.Failed(facts.text("reason"), facts.text("remedy"), cause(facts));
            case "skipped" -> new StepOutcome.Skipped(facts.text("reason"), facts.value("by", OutcomeCodec::actor));
            case "not-applicable" -> new StepOutcome.NotApplicable(facts.text("reason"));
            case "waiting" ->
                new StepOutcome.Waiting(facts.text("awaited"), facts.optionalValue("until", Instant::parse));
            case "indeterminate" -> new StepOutcome.Indeterminate(facts.text("reason"), facts.text("remedy"));
            case "partial" ->
                new StepOutcome.Partial(
                        facts.texts("done"),
                        facts.texts("notDone"),
                        readProofs(facts),
                        facts.text("reason"),
                        facts.text("remedy"));
            default -> throw facts.wrong("word", "the word of an outcome");
        };
    }

    // Entries of earlier versions have none.
    private static StepOutcome.Failed.Cause cause(FactReader facts) {
        return facts.optionalText("cause").isPresent()
                ? facts.word("cause", StepOutcome.Failed.Cause.class)
                : StepOutcome.Failed.Cause.OTHER;
    }

    static Facts encode(Proof proof) {
        return new Facts()
                .text("what", proof.what())
                .text("expected", proof.expected())
                .text("actual", proof.actual())
                .truth("holds", proof.holds())
                .truth("pending", proof.pending())
                .text("readAt", proof.readAt())
                .text("requestId", proof.requestId())
                .text("exhibit", proof.exhibit());
    }

    static Proof decodeProof(FactReader facts) {
        return new Proof(
                facts.text("what"),
                facts.text("expected"),
                facts.text("actual"),
                facts.truth("holds"),
                facts.optionalTruth("pending").orElse(false),
                facts.instant("readAt"),
                facts.optionalText("requestId"),
                facts.optionalValue("exhibit", ExhibitId::new));
    }

    /** Reads {@link Actor#toString} back. */
    static Actor actor(String text) {
        String[] parts = text.split(":", 2);
        if (parts.length == 2 && parts[0].equals("person")) {
            return Actor.person(parts[1]);
        }
        if (parts.length == 2 && parts[0].equals("program")) {
            return new Actor(Actor.Kind.PROGRAM, parts[1]);
        }
        throw new IllegalArgumentException("not an actor");
    }

    private static List<Facts> proofs(List<Proof> proofs) {
        return proofs.stream().map(OutcomeCodec::encode).toList();
    }

    private static List<Proof> readProofs(FactReader facts) {
        return facts.objects("proofs").stream().map(OutcomeCodec::decodeProof).toList();
    }
}

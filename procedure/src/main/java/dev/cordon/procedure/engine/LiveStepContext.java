package dev.cordon.procedure.engine;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Incident;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EffectProgress;
import dev.cordon.procedure.journal.EngineEntry.EffectConcluded;
import dev.cordon.procedure.journal.EngineEntry.EffectIntended;
import dev.cordon.procedure.journal.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The context of a step that is running. */
final class LiveStepContext implements StepContext {
    private final RunningStep running;
    private final RunInput input;
    private final Recorder recorder;
    private final ProcedureEngine.Parts parts;

    LiveStepContext(RunningStep running, RunInput input, Recorder recorder, ProcedureEngine.Parts parts) {
        this.running = running;
        this.input = input;
        this.recorder = recorder;
        this.parts = parts;
    }

    @Override
    public Incident incident() {
        return recorder.incident();
    }

    @Override
    public Step step() {
        return running.step();
    }

    @Override
    public Actor actor() {
        return input.actor();
    }

    @Override
    public Instant now() {
        return input.tenantTime().instant();
    }

    @Override
    public RunState state() {
        return recorder.state();
    }

    @Override
    public Optional<Duration> remaining() {
        return running.remaining();
    }

    @Override
    @SuppressWarnings("InterruptedExceptionSwallowed") // restored below: the conclusion is recorded first
    public <T> EffectResult<T> carryOut(Effect effect, Call<T> call) {
        EvidenceGate gate = recorder.guarded(() -> EvidenceGate.look(effect, step(), input.incident(), parts.vault()));
        gate.requireOpen();
        List<ExhibitId> exhibits = effect.destroys().stream()
                .map(effect.exhibits()::get)
                .filter(Objects::nonNull)
                .toList();
        recorder.record(new EffectIntended(
                step().id(), effect.key(), effect.what(), effect.target(), effect.destroys(), exhibits));
        Answered<T> answered;
        try {
            answered = call.call();
        } catch (RunHaltedException e) {
            throw e;
        } catch (InterruptedException e) {
            EffectResult<T> unknown = failed(
                    effect,
                    CallFailure.unknown(
                            "The call was interrupted before its answer came.",
                            "Look before repeating.",
                            Optional.empty()));
            Thread.currentThread().interrupt();
            return unknown;
        } catch (Exception e) {
            return failed(effect, parts.classifier().classify(e));
        }
        recorder.record(new EffectConcluded(
                step().id(),
                effect.key(),
                answered.already() ? EffectOutcome.ALREADY : EffectOutcome.DONE,
                answered.detail(),
                answered.requestId(),
                answered.exhibit()));
        return new EffectResult.Done<>(answered.value(), answered.already());
    }

    private <T> EffectResult<T> failed(Effect effect, CallFailure failure) {
        EffectOutcome outcome = switch (failure.kind()) {
            case REFUSED, NOT_PERMITTED -> EffectOutcome.REFUSED;
            case UNKNOWN -> EffectOutcome.UNKNOWN;
        };
        recorder.record(new EffectConcluded(
                step().id(), effect.key(), outcome, failure.reason(), failure.requestId(), failure.exhibit()));
        return switch (failure.kind()) {
            case REFUSED, NOT_PERMITTED -> new EffectResult.Refused<>(failure);
            case UNKNOWN -> new EffectResult.Unknown<>(failure);
        };
    }

    @Override
    public void answered() {
        running.answered();
    }

    @Override
    public Earlier earlier(String effectKey) {
        EffectProgress effect = recorder.state().effects().get(effectKey);
        if (effect == null) {
            return new Earlier.Never();
        }
        return effect.isCertain() ? new Earlier.Certain(effect) : new Earlier.Uncertain(effect);
    }

    @Override
    public Exhibit seal(Acquisition acquisition) {
        return recorder.guarded(() -> parts.vault().seal(input.incident(), acquisition));
    }

    @Override
    public void found(Item item) {
        recorder.record(new CaseEntry.ItemFound(
                step().id(), item.key(), item.name(), item.verdict(), item.reasons(), item.exhibit()));
        if (item.decision() != ItemDecision.UNDECIDED) {
            decide(item.key(), item.decision(), item.decidedBy().orElse(input.actor()), "decided when it was found");
        }
        item.outcome().ifPresent(outcome -> conclude(item.key(), outcome, "when it was found"));
    }

    @Override
    public Proof prove(Proof proof) {
        recorder.record(new CaseEntry.ProofRead(step().id(), proof));
        return proof;
    }

    @Override
    public void record(CaseEntry entry) {
        recorder.record(entry);
    }
}

package dev.cordon.playbooks.undo;

import dev.cordon.evidence.Acquisition;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.evidence.chain.Digest;
import dev.cordon.incident.Account;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentType;
import dev.cordon.incident.Severity;
import dev.cordon.playbooks.containment.TenantFailures;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Instructions;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.Limits;
import dev.cordon.procedure.Proof;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.engine.Answered;
import dev.cordon.procedure.engine.Call;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.Earlier;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.EffectResult;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A step over a journal in memory; calls are made as the engine makes them. One thread but for {@link #seal}. */
final class TestingStepContext implements StepContext {
    static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");
    static final String OBJECT_ID = "8f0c2c1e-1111-4222-8333-944445555666";

    private static final Incident INCIDENT = new Incident(
            new IncidentId("INC-20260302-K7QF"),
            IncidentType.COMPROMISED_ACCOUNT,
            "contoso",
            new Account(OBJECT_ID, "anna.berg@contoso.example", "Anna Berg"),
            Severity.HIGH,
            DetectionSource.USER_REPORT,
            AT,
            AT,
            AttackActivity.UNKNOWN,
            true);
    private static final Digest NONE = Digest.sha256(new byte[0]);

    private final List<Recorded> entries = new ArrayList<>();
    private int exhibits;

    TestingStepContext() {
        add(new CaseEntry.IncidentOpened(INCIDENT));
    }

    List<JournalEntry> entries() {
        return entries.stream().map(Recorded::entry).toList();
    }

    private void add(JournalEntry entry) {
        entries.add(new Recorded(entries.size() + 1L, INCIDENT.id(), AT, AT, actor(), entry, NONE, NONE));
    }

    @Override
    public Incident incident() {
        return INCIDENT;
    }

    @Override
    public Step step() {
        return new Step.Action(
                GiveBack.STEP,
                new Instructions("Give back", "", "", "", List.of()),
                new Limits(Duration.ofMinutes(1), Optional.empty()),
                "undo",
                List.of());
    }

    @Override
    public Actor actor() {
        return Actor.person("admin@contoso.example");
    }

    @Override
    public Instant now() {
        return AT;
    }

    @Override
    public RunState state() {
        return RunState.of(entries);
    }

    @Override
    public Optional<Duration> remaining() {
        return Optional.empty();
    }

    @Override
    public <T> EffectResult<T> carryOut(Effect effect, Call<T> call) {
        add(new EngineEntry.EffectIntended(
                GiveBack.STEP, effect.key(), effect.what(), effect.target(), List.of(), List.of()));
        try {
            Answered<T> answered = call.call();
            conclude(effect, EffectOutcome.DONE);
            return new EffectResult.Done<>(answered.value(), answered.already());
        } catch (Exception e) {
            CallFailure failure = new TenantFailures().classify(e);
            boolean isUnknown = failure.kind() == CallFailure.Kind.UNKNOWN;
            conclude(effect, isUnknown ? EffectOutcome.UNKNOWN : EffectOutcome.REFUSED);
            return isUnknown ? new EffectResult.Unknown<>(failure) : new EffectResult.Refused<>(failure);
        }
    }

    private void conclude(Effect effect, EffectOutcome outcome) {
        add(new EngineEntry.EffectConcluded(
                GiveBack.STEP, effect.key(), outcome, "", Optional.empty(), Optional.empty()));
    }

    @Override
    public void answered() {}

    @Override
    public Earlier earlier(String effectKey) {
        return new Earlier.Never();
    }

    @Override
    public synchronized Exhibit seal(Acquisition acquisition) {
        exhibits++;
        return new Exhibit(
                ExhibitId.of(exhibits),
                INCIDENT.id(),
                acquisition.kind(),
                acquisition.subject(),
                acquisition.source(),
                acquisition.requestId(),
                AT,
                AT,
                acquisition.mediaType(),
                acquisition.bytes().length,
                Digest.sha256(acquisition.bytes()),
                Digest.sha512(acquisition.bytes()));
    }

    @Override
    public void found(Item item) {
        add(new CaseEntry.ItemFound(
                GiveBack.STEP, item.key(), item.name(), item.verdict(), item.reasons(), item.exhibit()));
    }

    @Override
    public Proof prove(Proof proof) {
        add(new CaseEntry.ProofRead(GiveBack.STEP, proof));
        return proof;
    }

    @Override
    public void record(CaseEntry entry) {
        add(entry);
    }
}

package dev.cordon.procedure.engine;

import dev.cordon.evidence.CustodyLog;
import dev.cordon.evidence.InMemoryCustodyLog;
import dev.cordon.evidence.InMemoryEvidenceVault;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.InMemoryRunJournal;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.RunState;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** An engine over doubles, with an incident opened. Performers may be exchanged between runs. */
final class Bench {
    static final InstantSource TENANT_TIME = InstantSource.fixed(JournalEntries.AT);
    static final StepOutcome WORKED = new StepOutcome.Succeeded(List.of(JournalEntries.bareProof()), "");

    final InMemoryRunJournal journal = new InMemoryRunJournal(TENANT_TIME);
    final CustodyLog custody = new InMemoryCustodyLog(TENANT_TIME);
    final InMemoryEvidenceVault vault = new InMemoryEvidenceVault(custody);
    final Map<String, StepPerformer> performers = new ConcurrentHashMap<>();
    CrashPoint crashPoint = CrashPoint.NONE;
    RunInput input = RunInput.of(JournalEntries.INCIDENT, JournalEntries.ANNA, TENANT_TIME, "1@test");

    Bench() {
        journal.append(
                JournalEntries.INCIDENT,
                JournalEntries.AT,
                Actor.CORDON,
                new CaseEntry.IncidentOpened(JournalEntries.compromisedAccount(JournalEntries.INCIDENT)));
    }

    Bench performing(String step, StepPerformer performer) {
        performers.put(step, performer);
        return this;
    }

    /** Runs; steps without a performer of their own just work. */
    RunEnd run(Procedure procedure) {
        procedure.steps().forEach(step -> performers.putIfAbsent(step.performer(), _ -> WORKED));
        return new ProcedureEngine(
                        journal, vault, new Performers(performers), Bench::classify, InstantSource.system(), crashPoint)
                .run(procedure, input);
    }

    private static CallFailure classify(Exception exception) {
        return exception instanceof IllegalStateException
                ? CallFailure.refused(String.valueOf(exception.getMessage()), "ask", Optional.of("request-9"))
                : CallFailure.unknown(String.valueOf(exception.getMessage()), "look", Optional.empty());
    }

    List<JournalEntry> entries() {
        return journal.entries(JournalEntries.INCIDENT).stream()
                .map(Recorded::entry)
                .toList();
    }

    RunState state() {
        return RunState.of(journal.entries(JournalEntries.INCIDENT));
    }

    /** The steps in the order in which they started. */
    List<String> started() {
        return entries().stream()
                .flatMap(entry -> entry instanceof EngineEntry.StepStarted started
                        ? Stream.of(started.step().value())
                        : Stream.empty())
                .toList();
    }

    String word(String step) {
        return state().step(new StepId(step))
                .flatMap(progress -> progress.outcome())
                .map(StepOutcome::word)
                .orElse("none");
    }
}

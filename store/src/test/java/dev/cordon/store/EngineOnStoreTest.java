package dev.cordon.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Exhibit;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Procedures;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.engine.Answered;
import dev.cordon.procedure.engine.CallFailure;
import dev.cordon.procedure.engine.Effect;
import dev.cordon.procedure.engine.Performers;
import dev.cordon.procedure.engine.ProcedureEngine;
import dev.cordon.procedure.engine.RunEnd;
import dev.cordon.procedure.engine.RunInput;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.JournalEntries;
import dev.cordon.procedure.journal.RunState;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The engine over the real store: steps on virtual threads that seal and record at the same time. */
class EngineOnStoreTest {
    private static final InstantSource TENANT_TIME = InstantSource.fixed(JournalEntries.AT);
    private static final Procedure PROCEDURE = Procedures.of(
            IntStream.range(0, 8).mapToObj(i -> Procedures.action("step" + i)).toList(), List.of());

    @TempDir
    private Path folder;

    /** Where the stores of these tests lie. */
    Placed placed() {
        return Placed.IN_FOLDER;
    }

    @Test
    void a_run_under_its_claim_is_read_back_as_it_went_and_verifies() throws Exception {
        RunState ended;
        try (Store store = Store.open(placed().location(folder), OpenStores.WALL_TIME)) {
            ended = store.runs()
                    .claimAndRun(JournalEntries.INCIDENT, () -> run(store, PROCEDURE, _ -> {}))
                    .state();
        }

        assertThat(ended.steps().values())
                .hasSize(8)
                .allMatch(step -> step.outcome().map(StepOutcome::permitsNext).orElse(false));
        try (Store store = Store.open(placed().location(folder), OpenStores.WALL_TIME)) {
            assertThat(RunState.of(store.journal().entries(JournalEntries.INCIDENT)))
                    .isEqualTo(ended);
            assertThat(store.vault().exhibits(JournalEntries.INCIDENT)).hasSize(8);
            assertThat(store.verifier().verify().faults()).isEmpty();
        }
    }

    /** Opens the incident unless it is open, and runs it to its end; each step's name is told as it is carried out. */
    static RunEnd run(Store store, Procedure procedure, Consumer<String> told) {
        if (store.journal().entries(JournalEntries.INCIDENT).isEmpty()) {
            store.tenants().add("contoso", Path.of("contoso.json"));
            store.journal()
                    .append(
                            JournalEntries.INCIDENT,
                            JournalEntries.AT,
                            Actor.CORDON,
                            new CaseEntry.IncidentOpened(JournalEntries.compromisedAccount(JournalEntries.INCIDENT)));
        }
        Performers performers = new Performers(PROCEDURE.steps().stream()
                .collect(Collectors.toMap(Step::performer, _ -> context -> perform(context, told))));
        ProcedureEngine engine = new ProcedureEngine(
                store.journal(),
                store.vault(),
                performers,
                exception -> CallFailure.unknown(exception.toString(), "look", Optional.empty()),
                InstantSource.system());
        return engine.run(procedure, RunInput.of(JournalEntries.INCIDENT, JournalEntries.ANNA, TENANT_TIME, "1@test"));
    }

    private static StepOutcome perform(StepContext context, Consumer<String> told) {
        String id = context.step().id().value();
        told.accept(id);
        Exhibit exhibit = context.seal(Acquisitions.of("inbox-rules", "rule of " + id));
        context.carryOut(
                Effect.of("delete/" + id, "delete the rule", id)
                        .destroying(new ItemKey("inbox-rule", id), exhibit.id()),
                () -> Answered.done("", "204", Optional.empty()));
        return new StepOutcome.Succeeded(List.of(JournalEntries.bareProof()), "");
    }
}

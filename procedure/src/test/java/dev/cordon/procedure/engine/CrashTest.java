package dev.cordon.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Exhibit;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Ordering;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Procedures;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.JournalEntry;
import dev.cordon.procedure.journal.RunState;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A run that dies at every boundary of its journal, and is resumed. */
class CrashTest {
    private static final ItemKey RULE = new ItemKey("inbox-rule", "rule-1");
    private static final Procedure PROCEDURE = Procedures.of(
            List.<Step>of(
                    Procedures.action("capture"),
                    Procedures.action("reset"),
                    Procedures.action("rules"),
                    Procedures.action("report")),
            List.<Ordering>of(
                    Procedures.required("capture", "rules"),
                    Procedures.relaxed("reset", "rules"),
                    Procedures.relaxed("rules", "report")));

    /** The tenant: what was really done to it. */
    private static final class Tenant {
        private final AtomicInteger resets = new AtomicInteger();
        private final AtomicInteger deletions = new AtomicInteger();
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void ends_the_same_wherever_it_was_killed() {
        int boundaries = boundaries();
        assertThat(boundaries).isEqualTo(28);
        for (int boundary = 0; boundary < boundaries; boundary++) {
            assertResumes(boundary);
        }
    }

    private static int boundaries() {
        AtomicInteger count = new AtomicInteger();
        Bench bench = bench(new Tenant());
        bench.crashPoint = crashAt(count, -1);
        bench.run(PROCEDURE);
        return count.get();
    }

    private static void assertResumes(int boundary) {
        Tenant tenant = new Tenant();
        Bench bench = bench(tenant);
        bench.crashPoint = crashAt(new AtomicInteger(), boundary);
        assertThatThrownBy(() -> bench.run(PROCEDURE)).isInstanceOf(Crash.class);
        int resetsBefore = tenant.resets.get();

        bench.crashPoint = CrashPoint.NONE;
        RunState state = bench.run(PROCEDURE).state();

        assertThat(state.steps().values())
                .as("killed at boundary %d", boundary)
                .hasSize(4)
                .allMatch(step -> step.outcome().map(StepOutcome::permitsNext).orElse(false));
        assertThat(tenant.deletions).as("killed at boundary %d", boundary).hasValue(1);
        boolean repeated = state.effect("reset/1").orElseThrow().repeated();
        assertThat(tenant.resets.get()).isLessThanOrEqualTo(2);
        if (tenant.resets.get() == 2) {
            assertThat(resetsBefore).isEqualTo(1);
            assertThat(repeated)
                    .as("a second reset is said, boundary %d", boundary)
                    .isTrue();
        }
    }

    private static CrashPoint crashAt(AtomicInteger count, int boundary) {
        return new CrashPoint() {
            @Override
            public void before(JournalEntry entry) {
                pass();
            }

            @Override
            public void after(JournalEntry entry) {
                pass();
            }

            private void pass() {
                if (count.getAndIncrement() == boundary) {
                    throw new Crash();
                }
            }
        };
    }

    private static Bench bench(Tenant tenant) {
        return new Bench()
                .performing("reset", context -> reset(context, tenant))
                .performing("rules", context -> deleteRule(context, tenant));
    }

    /** Cannot see whether an earlier reset worked, so it repeats it unless that is certain. */
    private static StepOutcome reset(StepContext context, Tenant tenant) {
        if (!(context.earlier("reset/1") instanceof Earlier.Certain)) {
            context.carryOut(
                    Effect.of("reset/1", "reset the password", "anna"),
                    () -> Answered.done(tenant.resets.incrementAndGet(), "204", Optional.empty()));
        }
        return Bench.WORKED;
    }

    /** Looks before it acts. */
    private static StepOutcome deleteRule(StepContext context, Tenant tenant) {
        if (tenant.deletions.get() == 0) {
            Exhibit exhibit = context.seal(Acquisitions.inboxRules());
            context.carryOut(
                    Effect.of("delete/1", "delete the rule", "rule-1").destroying(RULE, exhibit.id()),
                    () -> Answered.done(tenant.deletions.incrementAndGet(), "204", Optional.empty()));
        }
        return Bench.WORKED;
    }
}

package dev.cordon.procedure.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.Acquisitions;
import dev.cordon.evidence.Exhibit;
import dev.cordon.evidence.ExhibitId;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.Procedures;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.journal.EffectOutcome;
import dev.cordon.procedure.journal.EngineEntry;
import dev.cordon.procedure.journal.JournalEntries;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class EffectTest {
    private static final ItemKey RULE = new ItemKey("inbox-rule", "rule-1");
    private static final Effect DELETE = Effect.of("delete/rule-1", "delete the rule", "rule-1");

    private final Bench bench = new Bench();
    private final AtomicBoolean called = new AtomicBoolean();

    @Test
    void records_the_intent_before_the_call_and_the_conclusion_after() {
        bench.performing("delete", context -> {
            Exhibit exhibit = context.seal(Acquisitions.inboxRules());
            context.carryOut(DELETE.destroying(RULE, exhibit.id()), () -> {
                assertThat(bench.entries().getLast()).isInstanceOf(EngineEntry.EffectIntended.class);
                return Answered.done("", "204", Optional.of("request-1"));
            });
            return Bench.WORKED;
        });

        bench.run(Procedures.line("delete"));

        assertThat(bench.entries())
                .contains(
                        new EngineEntry.EffectIntended(
                                new StepId("delete"),
                                "delete/rule-1",
                                "delete the rule",
                                "rule-1",
                                List.of(RULE),
                                List.of(ExhibitId.of(1))),
                        new EngineEntry.EffectConcluded(
                                new StepId("delete"),
                                "delete/rule-1",
                                EffectOutcome.DONE,
                                "204",
                                Optional.of("request-1"),
                                Optional.empty()));
    }

    @Test
    void refuses_to_destroy_what_was_never_sealed() {
        assertGateClosed(DELETE.destroying(RULE));
    }

    @Test
    void refuses_to_destroy_on_an_exhibit_that_does_not_exist() {
        assertGateClosed(DELETE.destroying(RULE, ExhibitId.of(99)));
    }

    @Test
    void refuses_to_destroy_on_an_exhibit_of_another_incident() {
        Exhibit foreign = bench.vault.seal(JournalEntries.OTHER_INCIDENT, Acquisitions.inboxRules());

        assertGateClosed(DELETE.destroying(RULE, foreign.id()));
    }

    @Test
    void refuses_to_destroy_two_items_when_only_one_was_sealed() {
        Exhibit exhibit = bench.vault.seal(JournalEntries.INCIDENT, Acquisitions.inboxRules());

        assertGateClosed(DELETE.destroying(RULE, exhibit.id()).destroying(new ItemKey("inbox-rule", "rule-2")));
    }

    @Test
    void refuses_to_destroy_a_kind_the_step_does_not_name() {
        Exhibit exhibit = bench.vault.seal(JournalEntries.INCIDENT, Acquisitions.inboxRules());

        assertGateClosed(DELETE.destroying(new ItemKey("device", "device-1"), exhibit.id()));
    }

    private void assertGateClosed(Effect effect) {
        bench.performing("delete", context -> {
            context.carryOut(effect, () -> {
                called.set(true);
                return Answered.done("", "", Optional.empty());
            });
            return Bench.WORKED;
        });

        bench.run(Procedures.line("delete"));

        assertThat(called).isFalse();
        assertThat(bench.word("delete")).isEqualTo("failed");
        assertThat(bench.entries()).noneMatch(EngineEntry.EffectIntended.class::isInstance);
    }

    @Test
    void a_refusal_and_an_unknown_result_are_told_apart() {
        bench.performing("delete", context -> {
            EffectResult<String> refused = context.carryOut(Effect.of("one", "w", "t"), () -> {
                throw new IllegalStateException("403");
            });
            EffectResult<String> unknown = context.carryOut(Effect.of("two", "w", "t"), () -> {
                throw new IOException("connection reset");
            });
            assertThat(refused).isInstanceOf(EffectResult.Refused.class);
            assertThat(unknown).isInstanceOf(EffectResult.Unknown.class);
            assertThat(context.earlier("one")).isInstanceOf(Earlier.Certain.class);
            assertThat(context.earlier("two")).isInstanceOf(Earlier.Uncertain.class);
            assertThat(context.earlier("three")).isInstanceOf(Earlier.Never.class);
            return Bench.WORKED;
        });

        bench.run(Procedures.line("delete"));

        assertThat(bench.word("delete")).isEqualTo("succeeded");
        assertThat(bench.state().effect("one").orElseThrow().result()).contains(EffectOutcome.REFUSED);
        assertThat(bench.state().effect("two").orElseThrow().result()).contains(EffectOutcome.UNKNOWN);
    }

    @Test
    void a_call_that_is_interrupted_has_an_unknown_result() {
        bench.performing("delete", context -> {
            EffectResult<String> result = context.carryOut(Effect.of("one", "w", "t"), () -> {
                throw new InterruptedException();
            });
            assertThat(result).isInstanceOf(EffectResult.Unknown.class);
            assertThat(Thread.interrupted()).isTrue();
            return Bench.WORKED;
        });

        bench.run(Procedures.line("delete"));

        assertThat(bench.word("delete")).isEqualTo("succeeded");
    }
}

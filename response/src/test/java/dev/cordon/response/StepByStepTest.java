package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.incident.AttackActivity;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.engine.StepGate;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class StepByStepTest {
    private static final StepId REVOKE = new StepId("revoke-sessions");
    private static final StepId RESET = new StepId("reset-password");
    private static final StepId BLOCK = new StepId("block-sign-in");
    private static final StepId REVOKE_AGAIN = new StepId("revoke-sessions-again");
    private static final StepId METHODS = new StepId("authentication-methods");
    private static final StepId PRESERVE = new StepId("preserve");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T08:00:00Z"));
    private final StepByStep together = new StepByStep(AccountPlaybook.procedure(AttackActivity.UNKNOWN), now::get);

    @Test
    void an_ordinary_account_lets_the_privileged_one_go_first_at_every_step_of_containment() {
        StepGate anna = together.join(false);
        StepGate administrator = together.join(true);

        assertThat(anna.lets(REVOKE)).isFalse();
        assertThat(administrator.lets(REVOKE)).isTrue();
        administrator.answered(REVOKE);

        assertThat(anna.lets(REVOKE)).isTrue();
        assertThat(anna.lets(RESET)).isFalse();
    }

    @Test
    void no_step_of_containment_begins_before_the_one_before_it_has_left_for_all() {
        StepGate anna = together.join(false);
        StepGate bo = together.join(false);

        assertThat(anna.lets(REVOKE)).isTrue();
        anna.answered(REVOKE);
        assertThat(anna.lets(RESET)).isFalse();

        bo.answered(REVOKE);
        assertThat(anna.lets(RESET)).isTrue();
    }

    @Test
    void nothing_is_cleaned_up_before_all_are_contained() {
        StepGate anna = together.join(false);
        StepGate bo = together.join(false);
        contain(anna);
        bo.ended(REVOKE);
        bo.ended(RESET);
        bo.ended(BLOCK);
        bo.answered(REVOKE_AGAIN);

        assertThat(anna.lets(METHODS)).isFalse();
        bo.ended(REVOKE_AGAIN);
        assertThat(anna.lets(METHODS)).isTrue();
    }

    @Test
    void the_evidence_of_one_waits_for_nobody() {
        StepGate anna = together.join(false);
        together.join(true);

        assertThat(anna.lets(PRESERVE)).isTrue();
    }

    @Test
    void an_account_that_hangs_does_not_keep_the_attacker_in_another() {
        StepGate anna = together.join(false);
        together.join(true);

        assertThat(anna.lets(REVOKE)).isFalse();
        now.set(now.get().plus(StepByStep.PATIENCE));
        assertThat(anna.lets(REVOKE)).isTrue();

        assertThat(anna.lets(METHODS)).isFalse();
        now.set(now.get().plus(StepByStep.PATIENCE));
        assertThat(anna.lets(METHODS)).isFalse();
        now.set(now.get().plus(StepByStep.PATIENCE_BEFORE_CLEAN_UP));
        assertThat(anna.lets(METHODS)).isTrue();
    }

    @Test
    void a_run_that_is_over_holds_nobody_and_the_others_are_told() {
        StepGate anna = together.join(false);
        StepGate administrator = together.join(true);
        AtomicInteger told = new AtomicInteger();
        anna.begin(told::incrementAndGet);

        administrator.over();

        assertThat(told).hasValue(1);
        assertThat(anna.lets(REVOKE)).isTrue();
        assertThat(anna.lets(METHODS)).isTrue();
    }

    private static void contain(StepGate account) {
        account.ended(REVOKE);
        account.ended(RESET);
        account.ended(BLOCK);
        account.ended(REVOKE_AGAIN);
    }
}

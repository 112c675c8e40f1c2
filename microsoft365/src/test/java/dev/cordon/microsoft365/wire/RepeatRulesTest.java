package dev.cordon.microsoft365.wire;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.wire.RepeatRules.Next;
import dev.cordon.tenant.Failure.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class RepeatRulesTest {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Property
    void what_must_happen_once_is_never_sent_again_once_it_may_have_arrived(
            @ForAll @Size(min = 1, max = 12) List<Trouble> troubles) {
        RepeatRules rules = new RepeatRules(Repeat.ONCE, PATIENCE, () -> 0.5);

        for (Trouble trouble : troubles) {
            Next next = rules.after(trouble, Optional.empty());
            if (trouble == Trouble.LOST
                    || trouble == Trouble.FAULT
                    || trouble == Trouble.BUSY
                    || trouble == Trouble.UNREADABLE) {
                assertThat(next).isEqualTo(new Next.GiveUp(Reason.UNKNOWN_RESULT));
            }
            if (next instanceof Next.GiveUp) {
                return;
            }
        }
    }

    @Property
    void patience_ends(@ForAll Repeat repeat, @ForAll Trouble trouble) {
        RepeatRules rules = new RepeatRules(repeat, PATIENCE, () -> 1);
        Duration waited = Duration.ZERO;
        int sent = 1;

        while (rules.after(trouble, Optional.empty()) instanceof Next.SendAgain(Duration pause)) {
            waited = waited.plus(pause);
            sent++;
        }

        assertThat(sent).isLessThanOrEqualTo(6);
        assertThat(waited).isLessThanOrEqualTo(PATIENCE);
    }

    @Property
    void a_change_that_may_have_arrived_never_ends_as_certainly_not_done(
            @ForAll @Size(min = 1, max = 12) List<Trouble> troubles) {
        RepeatRules rules = new RepeatRules(Repeat.IDEMPOTENT, PATIENCE, () -> 0.5);
        List<Trouble> met = new ArrayList<>();

        for (Trouble trouble : troubles) {
            met.add(trouble);
            if (rules.after(trouble, Optional.empty()) instanceof Next.GiveUp(Reason reason)) {
                boolean ambiguous =
                        met.contains(Trouble.LOST) || met.contains(Trouble.FAULT) || met.contains(Trouble.UNREADABLE);
                assertThat(reason == Reason.UNKNOWN_RESULT).isEqualTo(ambiguous);
                return;
            }
        }
    }

    @Test
    void waits_exactly_as_long_as_it_is_told() {
        RepeatRules rules = new RepeatRules(Repeat.READ, PATIENCE, () -> 0.5);

        assertThat(rules.after(Trouble.THROTTLED, Optional.of(Duration.ofMillis(2500))))
                .isEqualTo(new Next.SendAgain(Duration.ofMillis(2500)));
    }

    @Test
    void does_not_begin_a_wait_that_is_longer_than_our_patience() {
        RepeatRules rules = new RepeatRules(Repeat.READ, PATIENCE, () -> 0.5);

        assertThat(rules.after(Trouble.THROTTLED, Optional.of(Duration.ofMinutes(4))))
                .isEqualTo(new Next.GiveUp(Reason.THROTTLED));
    }

    @Test
    void doubles_its_pauses_where_it_is_told_nothing() {
        RepeatRules rules = new RepeatRules(Repeat.READ, PATIENCE, () -> 0.5);

        assertThat(rules.after(Trouble.THROTTLED, Optional.empty()))
                .isEqualTo(new Next.SendAgain(Duration.ofSeconds(1)));
        assertThat(rules.after(Trouble.THROTTLED, Optional.empty()))
                .isEqualTo(new Next.SendAgain(Duration.ofSeconds(2)));
        assertThat(rules.after(Trouble.THROTTLED, Optional.empty()))
                .isEqualTo(new Next.SendAgain(Duration.ofSeconds(4)));
    }
}

package dev.cordon.response;

import dev.cordon.playbooks.account.CompromisedAccount;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.engine.StepGate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Responses to several accounts that go step by step: a step of containment waits until the step before it has left for every account, an
 * ordinary account lets the privileged ones go first, and nothing is cleaned up anywhere before all are contained, since an attacker who
 * still holds one account may reach the others with it.
 *
 * <p>Nobody is held for long: who has waited for {@link #PATIENCE} (before clean-up {@link #PATIENCE_BEFORE_CLEAN_UP}) of wall time goes on,
 * because an account that hangs must not keep the attacker in another. Safe for many threads.
 */
final class StepByStep {
    static final Duration PATIENCE = Duration.ofSeconds(10);
    static final Duration PATIENCE_BEFORE_CLEAN_UP = Duration.ofMinutes(2);

    private final List<StepId> containment = CompromisedAccount.CONTAINMENT;
    private final Set<StepId> cleanUp;
    private final InstantSource wallTime;
    private final List<Member> members = new ArrayList<>();

    StepByStep(Procedure procedure, InstantSource wallTime) {
        this.cleanUp = procedure.after(containment.getLast());
        this.wallTime = wallTime;
    }

    /** The gate of one more account. All join before the first of them runs. */
    synchronized StepGate join(boolean privileged) {
        Member member = new Member(privileged);
        members.add(member);
        return member;
    }

    private synchronized boolean lets(Member member, StepId step) {
        Duration patience = cleanUp.contains(step) ? PATIENCE_BEFORE_CLEAN_UP : PATIENCE;
        return isTurnOf(member, step) || member.hasWaited(step, patience);
    }

    private boolean isTurnOf(Member member, StepId step) {
        List<Member> others =
                members.stream().filter(other -> other != member && !other.over).toList();
        if (cleanUp.contains(step)) {
            return others.stream().allMatch(other -> other.ended.contains(containment.getLast()));
        }
        int place = containment.indexOf(step);
        return place < 0 || others.stream().allMatch(other -> other.hasLeft(place - 1) && member.mayPass(other, place));
    }

    private synchronized void change(Runnable what) {
        what.run();
        members.forEach(member -> member.moved.run());
    }

    /** One account. */
    private final class Member implements StepGate {
        private final boolean privileged;
        private final Set<StepId> left = new HashSet<>();
        private final Set<StepId> ended = new HashSet<>();
        private final Map<StepId, Instant> waitingSince = new HashMap<>();
        private Runnable moved = () -> {};
        private boolean over;

        Member(boolean privileged) {
            this.privileged = privileged;
        }

        boolean hasLeft(int place) {
            return place < 0 || left.contains(containment.get(place));
        }

        boolean mayPass(Member other, int place) {
            return privileged || !other.privileged || other.hasLeft(place);
        }

        boolean hasWaited(StepId step, Duration patience) {
            Instant since = waitingSince.get(step);
            if (since == null) {
                waitingSince.put(step, wallTime.instant());
                askAgainAfter(patience);
                return false;
            }
            return !wallTime.instant().isBefore(since.plus(patience));
        }

        private void askAgainAfter(Duration patience) {
            CompletableFuture.delayedExecutor(patience.toMillis() + 1, TimeUnit.MILLISECONDS, Runnable::run)
                    .execute(moved);
        }

        @Override
        public void begin(Runnable newMoved) {
            synchronized (StepByStep.this) {
                moved = newMoved;
            }
        }

        @Override
        public boolean lets(StepId step) {
            return StepByStep.this.lets(this, step);
        }

        @Override
        public void answered(StepId step) {
            change(() -> left.add(step));
        }

        @Override
        public void ended(StepId step) {
            change(() -> {
                left.add(step);
                ended.add(step);
            });
        }

        @Override
        public void over() {
            change(() -> over = true);
        }
    }
}

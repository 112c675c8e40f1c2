package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Failure.Reason;
import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Whether and when one request is sent again. A request that must happen only once is repeated only while it certainly has not arrived: no
 * connection, or refused by throttling before it was looked at. One request, one thread.
 */
final class RepeatRules {
    private static final int TRIES = 6;
    private static final int TRIES_UNCONNECTED = 4;
    private static final int TRIES_UNREADABLE = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration FIRST_PAUSE_THROTTLED = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

    private final Repeat repeat;
    private final Duration patience;
    private final DoubleSupplier chance;
    private int tries;
    private Duration waited = Duration.ZERO;
    private boolean mayHaveArrived;

    /** What follows. */
    sealed interface Next {
        /** Send it again after the pause. */
        record SendAgain(Duration pause) implements Next {}

        /** It ends here. */
        record GiveUp(Reason reason) implements Next {}
    }

    /** @param chance numbers from 0 to 1, for spreading pauses */
    RepeatRules(Repeat repeat, Duration patience, DoubleSupplier chance) {
        this.repeat = repeat;
        this.patience = patience;
        this.chance = chance;
    }

    Next after(Trouble trouble, Optional<Duration> retryAfter) {
        tries++;
        boolean certainlyNotDone =
                trouble == Trouble.NOT_SENT || trouble == Trouble.THROTTLED || trouble == Trouble.DOUBTFUL;
        boolean atMostOnce = repeat == Repeat.ONCE || repeat == Repeat.NEVER;
        mayHaveArrived |= !certainlyNotDone && (atMostOnce || trouble != Trouble.BUSY);
        if (atMostOnce && !certainlyNotDone) {
            return new Next.GiveUp(Reason.UNKNOWN_RESULT);
        }
        boolean isOver =
                repeat == Repeat.READ_ON ? !certainlyNotDone : repeat == Repeat.NEVER && trouble != Trouble.NOT_SENT;
        if (isOver) {
            return new Next.GiveUp(reason(trouble));
        }
        Duration pause = retryAfter.orElseGet(() -> spread(trouble));
        if (tries >= tries(trouble) || waited.plus(pause).compareTo(patience) > 0) {
            return new Next.GiveUp(reason(trouble));
        }
        waited = waited.plus(pause);
        return new Next.SendAgain(pause);
    }

    /** Whether the next trouble of this kind will be the last. */
    boolean isSettled(Trouble trouble) {
        return tries + 1 >= tries(trouble);
    }

    /** Whether an earlier sending may have done what was asked. */
    boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    private static int tries(Trouble trouble) {
        return switch (trouble) {
            case NOT_SENT -> TRIES_UNCONNECTED;
            case UNREADABLE, DOUBTFUL -> TRIES_UNREADABLE;
            case LOST, THROTTLED, BUSY, FAULT -> TRIES;
        };
    }

    private Duration spread(Trouble trouble) {
        Duration first = trouble == Trouble.THROTTLED ? FIRST_PAUSE_THROTTLED : FIRST_PAUSE;
        Duration doubled = first.multipliedBy(1L << Math.min(tries - 1, 10));
        Duration pause = doubled.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : doubled;
        return Duration.ofNanos((long) (pause.toNanos() * (0.8 + 0.4 * chance.getAsDouble())));
    }

    private Reason reason(Trouble trouble) {
        if (!repeat.isRead() && mayHaveArrived) {
            return Reason.UNKNOWN_RESULT;
        }
        return switch (trouble) {
            case NOT_SENT -> Reason.UNREACHABLE;
            case THROTTLED -> Reason.THROTTLED;
            case LOST, BUSY, FAULT -> Reason.SERVICE_FAULT;
            case DOUBTFUL -> Reason.REFUSED;
            case UNREADABLE -> Reason.UNREADABLE_ANSWER;
        };
    }
}

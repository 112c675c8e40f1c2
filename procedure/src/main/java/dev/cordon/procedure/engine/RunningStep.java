package dev.cordon.procedure.engine;

import dev.cordon.procedure.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A step that has been started, with its clock. Its thread is set once, right after it was created. */
final class RunningStep {
    private final Step step;
    private final InstantSource wallTime;
    private final Instant startedAt;
    private final Runnable onAnswered;
    private volatile boolean hardStopped;
    private volatile boolean stoppedFromOutside;
    private @Nullable Thread thread;

    RunningStep(Step step, InstantSource wallTime, Runnable onAnswered) {
        this.step = step;
        this.wallTime = wallTime;
        this.startedAt = wallTime.instant();
        this.onAnswered = onAnswered;
    }

    Step step() {
        return step;
    }

    void runOn(Thread newThread) {
        thread = newThread;
        newThread.start();
    }

    /** On the step's own thread: the service has accepted its change. */
    void answered() {
        onAnswered.run();
    }

    Duration elapsed() {
        return Duration.between(startedAt, wallTime.instant());
    }

    /** Wall time until the hard stop, never negative; empty when there is none. */
    Optional<Duration> remaining() {
        return step.limits().hardStop().map(limit -> {
            Duration left = limit.minus(elapsed());
            return left.isNegative() ? Duration.ZERO : left;
        });
    }

    /** The same, but empty once the step has been stopped. */
    Optional<Duration> untilHardStop() {
        return hardStopped ? Optional.empty() : remaining();
    }

    /** Interrupts the step if its hard stop has come. */
    void stopIfDue() {
        if (untilHardStop().map(Duration::isZero).orElse(false)) {
            hardStopped = true;
            interruptThread();
        }
    }

    boolean isHardStopped() {
        return hardStopped;
    }

    /** Whether the whole run was stopped while this step was running. */
    boolean isStoppedFromOutside() {
        return stoppedFromOutside;
    }

    /** Stops the step because the whole run is stopped. */
    void interrupt() {
        stoppedFromOutside = true;
        interruptThread();
    }

    private void interruptThread() {
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Waits until the thread has ended, however often the caller is interrupted meanwhile. */
    void join() {
        boolean interrupted = false;
        while (thread != null && thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}

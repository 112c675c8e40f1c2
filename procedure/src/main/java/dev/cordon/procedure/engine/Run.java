package dev.cordon.procedure.engine;

import dev.cordon.procedure.Actor;
import dev.cordon.procedure.Ordering;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.CaseEntry.Deviation;
import dev.cordon.procedure.journal.EngineEntry.RunEnded;
import dev.cordon.procedure.journal.EngineEntry.RunStarted;
import dev.cordon.procedure.journal.EngineEntry.StepEnded;
import dev.cordon.procedure.journal.EngineEntry.StepStarted;
import dev.cordon.procedure.journal.RunState;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One run of a procedure, driven by the thread that called the engine; only that thread touches the maps. */
final class Run {
    private final Procedure procedure;
    private final RunInput input;
    private final Recorder recorder;
    private final ProcedureEngine.Parts parts;
    private final Map<StepId, StepOutcome> outcomes = new LinkedHashMap<>();
    private final Map<StepId, RunningStep> running = new LinkedHashMap<>();
    private final BlockingQueue<Finished> finished = new LinkedBlockingQueue<>();
    private boolean interrupted;

    /** A step's thread has come to its end; without an outcome it was interrupted from outside or the run was halted. */
    private record Finished(StepId step, Optional<StepOutcome> outcome) {}

    Run(Procedure procedure, RunInput input, Recorder recorder, ProcedureEngine.Parts parts) {
        this.procedure = procedure;
        this.input = input;
        this.recorder = recorder;
        this.parts = parts;
    }

    RunEnd run() {
        try {
            begin();
            startWhatIsFree();
            while (!running.isEmpty()) {
                awaitOne();
                if (!interrupted) {
                    startWhatIsFree();
                }
            }
            recorder.record(new RunEnded(interrupted));
        } catch (RunHaltedException _) {
            // told below, once every thread has ended
        } finally {
            endAllThreads();
        }
        recorder.halt().ifPresent(Run::rethrow);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return new RunEnd(interrupted, recorder.state());
    }

    private void begin() {
        RunState before = recorder.state();
        recorder.record(new RunStarted(
                input.process(),
                procedure.id(),
                procedure.version(),
                before.run().map(_ -> before.lastSequence())));
        before.steps().forEach((id, step) -> {
            if (!input.again().contains(id)) {
                step.outcome().ifPresent(outcome -> outcomes.put(id, outcome));
            }
        });
    }

    private void startWhatIsFree() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Step step : procedure.steps()) {
                if (isFree(step.id())) {
                    moved |= startOrSkip(step);
                }
            }
        }
    }

    private boolean isFree(StepId step) {
        return !outcomes.containsKey(step)
                && !running.containsKey(step)
                && procedure.before(step).stream().allMatch(ordering -> outcomes.containsKey(ordering.before()));
    }

    /** Whether the step ended at once, which may free others. */
    private boolean startOrSkip(Step step) {
        StepOutcome.Skipped leftOut = input.leftOut().get(step.id());
        if (leftOut != null) {
            recorder.record(new Deviation("left out " + step.id(), leftOut.by().name(), leftOut.reason()));
            return skip(step, leftOut);
        }
        Optional<Ordering> broken =
                procedure.before(step.id()).stream().filter(this::isBroken).findFirst();
        if (broken.isPresent()) {
            return skip(step, new StepOutcome.Skipped(reason(broken.get()), Actor.CORDON));
        }
        recorder.record(new StepStarted(step.id()));
        RunningStep runningStep = new RunningStep(step, parts.wallTime());
        running.put(step.id(), runningStep);
        runningStep.runOn(Thread.ofVirtual().name("step " + step.id()).unstarted(() -> perform(runningStep)));
        return false;
    }

    private boolean skip(Step step, StepOutcome.Skipped skipped) {
        recorder.record(new StepEnded(step.id(), skipped, 0));
        outcomes.put(step.id(), skipped);
        return true;
    }

    /** The failure rule. */
    private boolean isBroken(Ordering ordering) {
        StepOutcome before = outcomes.get(ordering.before());
        return ordering.required() && before != null && !before.permitsNext();
    }

    private String reason(Ordering broken) {
        StepOutcome before = outcomes.get(broken.before());
        return broken.before() + " ended " + (before == null ? "unknown" : before.word()) + ", and " + broken.after()
                + " needs it: " + broken.because();
    }

    /** On the step's own thread. */
    private void perform(RunningStep runningStep) {
        StepId step = runningStep.step().id();
        Optional<StepOutcome> outcome = Optional.empty();
        try {
            outcome = new Performance(runningStep, input, recorder, parts).outcome();
            // The hard stop's interrupt has done its work; the record must not see it.
            Thread.interrupted();
            outcome.ifPresent(ended -> recorder.record(
                    new StepEnded(step, ended, runningStep.elapsed().toMillis())));
        } catch (RunHaltedException _) {
            outcome = Optional.empty();
        } finally {
            finished.add(new Finished(step, outcome));
        }
    }

    private void awaitOne() {
        Finished ended = pollUntilHardStop();
        if (ended == null) {
            running.values().forEach(RunningStep::stopIfDue);
            return;
        }
        RunningStep step = running.remove(ended.step());
        if (step != null) {
            step.join();
        }
        recorder.halt().ifPresent(cause -> {
            throw new RunHaltedException(cause);
        });
        ended.outcome().ifPresent(outcome -> outcomes.put(ended.step(), outcome));
    }

    private @Nullable Finished pollUntilHardStop() {
        Optional<Duration> wait = running.values().stream()
                .flatMap(step -> step.untilHardStop().stream())
                .min(Comparator.naturalOrder());
        try {
            return wait.isEmpty() ? finished.take() : finished.poll(wait.get().toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            interrupted = true;
            running.values().forEach(RunningStep::interrupt);
            return null;
        }
    }

    private void endAllThreads() {
        List<RunningStep> left = List.copyOf(running.values());
        left.forEach(RunningStep::interrupt);
        left.forEach(RunningStep::join);
    }

    private static void rethrow(Throwable cause) {
        switch (cause) {
            case RuntimeException exception -> throw exception;
            case Error error -> throw error;
            default -> throw new IllegalStateException(cause);
        }
    }
}

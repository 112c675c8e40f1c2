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
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private final Set<StepId> answered = new HashSet<>();
    private final BlockingQueue<News> news = new LinkedBlockingQueue<>();
    private boolean interrupted;

    /** What a step's thread tells the driving thread. */
    private sealed interface News {
        /** The service has accepted the step's change. */
        record Answered(StepId step) implements News {}

        /** The step's thread has come to its end; without an outcome it was interrupted from outside or the run was halted. */
        record Finished(StepId step, Optional<StepOutcome> outcome) implements News {}

        /** The gate may let through what it held back. */
        record GateMoved() implements News {}
    }

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
            while (!running.isEmpty() || isHeldBack()) {
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
            input.gate().over();
        }
        recorder.halt().ifPresent(Run::rethrow);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        return new RunEnd(interrupted, recorder.state());
    }

    private void begin() {
        input.gate().begin(() -> news.add(new News.GateMoved()));
        RunState before = recorder.state();
        recorder.record(new RunStarted(
                input.process(),
                procedure.id(),
                procedure.version(),
                before.run().map(_ -> before.lastSequence())));
        before.steps().forEach((id, step) -> {
            if (!input.again().contains(id)) {
                step.outcome().ifPresent(outcome -> put(id, outcome));
            }
        });
    }

    private void startWhatIsFree() {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Step step : procedure.steps()) {
                if (isFree(step.id()) && input.gate().lets(step.id())) {
                    moved |= startOrSkip(step);
                }
            }
        }
    }

    /** Whether only the gate keeps something from starting. */
    private boolean isHeldBack() {
        return !interrupted && procedure.steps().stream().anyMatch(step -> isFree(step.id()));
    }

    private boolean isFree(StepId step) {
        return !outcomes.containsKey(step)
                && !running.containsKey(step)
                && procedure.before(step).stream().allMatch(this::isReached);
    }

    private boolean isReached(Ordering ordering) {
        return outcomes.containsKey(ordering.before()) || isAnswered(ordering);
    }

    private boolean isAnswered(Ordering ordering) {
        return ordering.moment() == Ordering.Moment.ANSWERED && answered.contains(ordering.before());
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
        RunningStep runningStep = new RunningStep(step, parts.wallTime(), () -> news.add(new News.Answered(step.id())));
        running.put(step.id(), runningStep);
        runningStep.runOn(Thread.ofVirtual().name("step " + step.id()).unstarted(() -> perform(runningStep)));
        return false;
    }

    private boolean skip(Step step, StepOutcome.Skipped skipped) {
        recorder.record(new StepEnded(step.id(), skipped, 0));
        put(step.id(), skipped);
        return true;
    }

    private void put(StepId step, StepOutcome outcome) {
        outcomes.put(step, outcome);
        input.gate().ended(step);
    }

    /** The failure rule. */
    private boolean isBroken(Ordering ordering) {
        StepOutcome before = outcomes.get(ordering.before());
        return ordering.required() && before != null && !before.permitsNext() && !isAnswered(ordering);
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
            news.add(new News.Finished(step, outcome));
        }
    }

    private void awaitOne() {
        switch (pollUntilHardStop()) {
            case null -> running.values().forEach(RunningStep::stopIfDue);
            case News.Answered(StepId step) -> {
                answered.add(step);
                input.gate().answered(step);
            }
            case News.Finished ended -> finish(ended);
            case News.GateMoved() -> {}
        }
    }

    private void finish(News.Finished ended) {
        RunningStep step = running.remove(ended.step());
        if (step != null) {
            step.join();
        }
        recorder.halt().ifPresent(cause -> {
            throw new RunHaltedException(cause);
        });
        ended.outcome().ifPresent(outcome -> put(ended.step(), outcome));
    }

    private @Nullable News pollUntilHardStop() {
        Optional<Duration> wait = running.values().stream()
                .flatMap(step -> step.untilHardStop().stream())
                .min(Comparator.naturalOrder());
        try {
            return wait.isEmpty() ? news.take() : news.poll(wait.get().toNanos(), TimeUnit.NANOSECONDS);
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

package dev.cordon.procedure.engine;

import dev.cordon.procedure.StepOutcome;
import java.util.Optional;

/** One call of one performer, and what its ending means. */
final class Performance {
    private static final System.Logger LOG = System.getLogger(Performance.class.getName());

    private final RunningStep running;
    private final RunInput input;
    private final Recorder recorder;
    private final ProcedureEngine.Parts parts;

    Performance(RunningStep running, RunInput input, Recorder recorder, ProcedureEngine.Parts parts) {
        this.running = running;
        this.input = input;
        this.recorder = recorder;
        this.parts = parts;
    }

    /** How the step ended; empty when it was interrupted from outside, so that it is in flight until it is run again. */
    @SuppressWarnings("InterruptedExceptionSwallowed") // the thread ends here, and the outcome tells of the interrupt
    Optional<StepOutcome> outcome() {
        try {
            return Optional.of(parts.performers()
                    .of(running.step())
                    .perform(new LiveStepContext(running, input, recorder, parts)));
        } catch (RunHaltedException e) {
            throw e;
        } catch (GateClosedException e) {
            return Optional.of(new StepOutcome.Failed(
                    "The evidence gate is closed: " + e.getMessage(), "Capture the object, then resume the incident."));
        } catch (Exception | Error e) {
            return unexpected(e);
        }
    }

    private Optional<StepOutcome> unexpected(Throwable thrown) {
        if (running.isStoppedFromOutside()) {
            return Optional.empty();
        }
        if (running.isHardStopped()) {
            return Optional.of(new StepOutcome.Indeterminate(
                    "Stopped after " + running.elapsed().toSeconds() + " s, the hard stop of this step.",
                    "Resume the incident to do the rest."));
        }
        Optional<CallFailure> known = parts.classifier().recognise(thrown);
        if (known.isPresent()) {
            return known.map(failure -> new StepOutcome.Indeterminate(failure.reason(), failure.remedy()));
        }
        LOG.log(
                System.Logger.Level.ERROR,
                "performer failed step=" + running.step().id(),
                thrown);
        return Optional.of(new StepOutcome.Indeterminate(
                "A fault in this program stopped the step; cordon.log in the data folder says where.",
                "Look at the tenant before you rely on this step, then resume the incident; report the fault."));
    }
}

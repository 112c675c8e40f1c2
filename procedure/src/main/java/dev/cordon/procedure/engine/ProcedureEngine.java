package dev.cordon.procedure.engine;

import static java.util.Objects.requireNonNull;

import dev.cordon.evidence.EvidenceVault;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.ProcedureInvalidException;
import dev.cordon.procedure.journal.RunJournal;
import java.time.InstantSource;

/**
 * Carries procedures out. A step starts when every step that the order puts before it has ended; steps that the order leaves free run at
 * the same time, each on its own virtual thread, and all threads have ended when {@link #run} returns.
 *
 * <p>Everything is written to the journal first: the start before the performer is called, the intent before the effect, the outcome
 * after. When the journal or the vault cannot be written, nothing more is done.
 *
 * <p>The failure rule: a step that ended in whatever way lets the next one run, unless their ordering is required and the earlier step did
 * not work ({@link dev.cordon.procedure.StepOutcome#permitsNext}); the later one is then skipped, with that reason.
 *
 * <p>Running an incident again resumes it: steps that ended are not repeated, except those that {@link RunInput#again} names; a step that
 * was killed runs again and can ask what is certain of its effects. Safe for many threads; one run per incident at a time.
 */
public final class ProcedureEngine {
    private final RunJournal journal;
    private final EvidenceVault vault;
    private final Performers performers;
    private final FailureClassifier classifier;
    private final InstantSource wallTime;
    private final CrashPoint crashPoint;

    public ProcedureEngine(
            RunJournal journal,
            EvidenceVault vault,
            Performers performers,
            FailureClassifier classifier,
            InstantSource wallTime) {
        this(journal, vault, performers, classifier, wallTime, CrashPoint.NONE);
    }

    public ProcedureEngine(
            RunJournal journal,
            EvidenceVault vault,
            Performers performers,
            FailureClassifier classifier,
            InstantSource wallTime,
            CrashPoint crashPoint) {
        this.journal = requireNonNull(journal, "journal is null");
        this.vault = requireNonNull(vault, "vault is null");
        this.performers = requireNonNull(performers, "performers is null");
        this.classifier = requireNonNull(classifier, "classifier is null");
        this.wallTime = requireNonNull(wallTime, "wallTime is null");
        this.crashPoint = requireNonNull(crashPoint, "crashPoint is null");
    }

    /**
     * Runs {@code procedure} until no step can go on.
     *
     * <p>An interrupt of the calling thread interrupts the steps, waits for them, and returns with {@link RunEnd#interrupted}.
     *
     * @throws ProcedureInvalidException when a step has no performer; nothing was recorded
     * @throws IllegalArgumentException when the incident was never opened
     * @throws RuntimeException what the journal or the vault threw; every thread has ended, and running again resumes
     */
    public RunEnd run(Procedure procedure, RunInput input) {
        performers.requireAll(procedure);
        Recorder recorder = new Recorder(journal, input, crashPoint);
        return new Run(procedure, input, recorder, new Parts(vault, performers, classifier, wallTime)).run();
    }

    /** What every step of a run shares. */
    record Parts(EvidenceVault vault, Performers performers, FailureClassifier classifier, InstantSource wallTime) {}
}

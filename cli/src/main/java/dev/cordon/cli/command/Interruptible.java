package dev.cordon.cli.command;

/** Work that a signal may cut off: what it had to show is written while its data folder is still open. */
public final class Interruptible {
    private Interruptible() {}

    /** Work that ends with an exit code. */
    @FunctionalInterface
    public interface Work {
        ExitCode run() throws InterruptedException;
    }

    /** Runs it; cut off, it ends with what there is to show so far and {@link ExitCode#INTERRUPTED}. */
    public static ExitCode run(Invocation invocation, Work work) {
        try {
            ExitCode ended = work.run();
            if (!Thread.currentThread().isInterrupted()) {
                return ended;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // Half-way through a call an interrupt shows as the call's failure.
            if (!Thread.currentThread().isInterrupted()) {
                throw e;
            }
        }
        invocation.streams().writeSoFar();
        return ExitCode.INTERRUPTED;
    }
}

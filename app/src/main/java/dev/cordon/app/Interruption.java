package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.Streams;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * What happens on Ctrl-C or SIGTERM: what a person reads ends with a whole line, the work is interrupted and given a moment to
 * write down where it stands, a document that was promised is written as it is by then, and the process ends with 130. What was
 * done stands in the journal already, whatever happens in that moment.
 */
final class Interruption {
    private static final int MOMENT_SECONDS = 3;

    private final CountDownLatch over = new CountDownLatch(1);
    private final AtomicReference<@Nullable Runnable> ordinaryEnd = new AtomicReference<>();

    private Interruption() {}

    /** Nothing interrupts: for runs inside another program. */
    static Interruption never() {
        return new Interruption();
    }

    /** Interrupts that thread. */
    static Interruption of(Thread worker, Streams streams) {
        var interruption = new Interruption();
        Runtime.getRuntime()
                .addShutdownHook(
                        Thread.ofPlatform().name("interruption").unstarted(() -> interruption.act(worker, streams)));
        return interruption;
    }

    /** For a command that is meant to be ended by a signal: does this, and the process ends with 0. */
    void isOrdinaryEnd(Runnable end) {
        ordinaryEnd.set(end);
    }

    /** The work is done: nothing is left to interrupt. */
    void over() {
        over.countDown();
    }

    private void act(Thread worker, Streams streams) {
        if (over.getCount() == 0) {
            return;
        }
        Runnable end = ordinaryEnd.get();
        if (end != null) {
            end.run();
            awaitTheEnd();
            streams.close("Ended.");
            Runtime.getRuntime().halt(0);
        }
        streams.interrupted();
        worker.interrupt();
        awaitTheEnd();
        streams.writeSoFar();
        // The signals' own codes differ from each other.
        Runtime.getRuntime().halt(ExitCode.INTERRUPTED.number());
    }

    private void awaitTheEnd() {
        try {
            boolean ended = over.await(MOMENT_SECONDS, TimeUnit.SECONDS);
            assert ended || over.getCount() > 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

package dev.cordon.cli.respond;

import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.YesOrNo;
import dev.cordon.cli.desk.ResponseDesk.PassWindow;
import dev.cordon.cli.screen.Tone;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows the one-time pass once: at once where that was asked beforehand, else when the run is over, however it ended, and the person at the
 * terminal says so. Until then it is in memory only.
 */
final class PassOnce implements PassWindow, AutoCloseable {
    private final Invocation invocation;
    private final boolean askedFor;
    private volatile @Nullable Supplier<String> pass;
    private volatile Instant until = Instant.EPOCH;

    /**
     * A window.
     *
     * @param askedFor whether {@code --show-pass} was said, so that nobody is asked
     */
    PassOnce(Invocation invocation, boolean askedFor) {
        this.invocation = invocation;
        this.askedFor = askedFor;
    }

    @Override
    public void take(Supplier<String> taken, Instant usableUntil) {
        until = usableUntil;
        if (askedFor) {
            invocation.streams().errors().line(words() + " " + taken.get());
        } else {
            pass = taken;
        }
    }

    private String words() {
        return "One-time pass, works once until " + until.truncatedTo(ChronoUnit.SECONDS) + ":";
    }

    /** What was not shown yet, because the run did not end as it should: the pass works all the same. */
    @Override
    public void close() {
        if (!Thread.currentThread().isInterrupted()) {
            show();
        } else if (pass != null) {
            pass = null;
            invocation
                    .streams()
                    .err()
                    .println("A one-time pass was made that nobody has seen; it works until "
                            + until.truncatedTo(ChronoUnit.SECONDS)
                            + ". Running this again replaces it by another one.");
        }
    }

    /** Shows it, if there is one, and forgets it. */
    void show() {
        Supplier<String> shown = pass;
        pass = null;
        if (shown == null) {
            return;
        }
        var screen = invocation.screen();
        screen.asking();
        try {
            if (new YesOrNo(screen, invocation.streams())
                    .asks("Show the one-time pass now? It is shown this once.", true)) {
                screen.glimpse(words(), shown.get(), () -> {
                    String _ = invocation.streams().nextLine();
                });
            } else {
                screen.paragraph(
                        Tone.CAUTION, "It was not shown and is forgotten; running this again makes another one.");
            }
        } finally {
            screen.answered();
        }
    }
}

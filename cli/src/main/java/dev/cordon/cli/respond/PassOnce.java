package dev.cordon.cli.respond;

import dev.cordon.cli.command.Invocation;
import dev.cordon.cli.command.YesOrNo;
import dev.cordon.cli.desk.ResponseDesk.PassWindow;
import dev.cordon.cli.screen.Tone;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps the one-time pass in memory until the run is over and shows it once: when the person at the terminal says so, or as asked beforehand. */
final class PassOnce implements PassWindow {
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
        pass = taken;
        until = usableUntil;
    }

    /** Shows it, if there is one, and forgets it. */
    void show() {
        Supplier<String> shown = pass;
        pass = null;
        if (shown == null) {
            return;
        }
        String words = "One-time pass, works once until " + until.truncatedTo(ChronoUnit.SECONDS) + ":";
        if (askedFor) {
            invocation.streams().errors().line(words + " " + shown.get());
            return;
        }
        var screen = invocation.screen();
        screen.asking();
        try {
            if (new YesOrNo(screen, invocation.streams())
                    .asks("Show the one-time pass now? It is shown this once.", true)) {
                screen.glimpse(words + " " + shown.get(), () -> {
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

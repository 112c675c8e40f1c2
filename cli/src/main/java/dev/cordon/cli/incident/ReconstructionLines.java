package dev.cordon.cli.incident;

import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.LiveStep;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.response.ReconstructionListener;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** A reconstruction on the screen: a live line for each phase that somebody has to wait for. For one thread. */
public final class ReconstructionLines implements ReconstructionListener {
    /** Fewer are over before anybody asks what is going on. */
    public static final int WORTH_TELLING = 20_000;

    private final Screen screen;
    private @Nullable LiveStep line;
    private long rows;

    public ReconstructionLines(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void begins(Phase phase, long of) {
        rows = of;
        line = phase == Phase.REPORT || of >= WORTH_TELLING ? screen.begin(words(phase), Duration.ZERO) : null;
    }

    @Override
    public void goesOn(long done) {
        if (line != null) {
            line.doing(done + " of " + Amount.of(rows, "row", "rows"));
        }
    }

    @Override
    public void ends() {
        if (line != null) {
            line.end(Tone.GOOD, rows == 0 ? "done" : Amount.of(rows, "row", "rows"));
        }
    }

    private static String words(Phase phase) {
        return switch (phase) {
            case READING -> "the kept rows from their exhibits";
            case PLACES -> "whose each address and session is";
            case HANDS -> "whose each act is";
            case ACTS -> "what the attacker did";
            case MAIL -> "which mail left";
            case REPORT -> "the report";
        };
    }
}

package dev.cordon.cli.screen;

import java.time.Duration;
import java.time.Instant;

/** A step on the {@link Screen} from its beginning to its end. Safe for many threads. */
public final class LiveStep {
    private static final int TITLE = 46;

    private final Screen screen;
    private final String title;
    private final Duration budget;
    private final Instant began;
    private String detail = "";

    LiveStep(Screen screen, String title, Duration budget, Instant began) {
        this.screen = screen;
        this.title = Printable.line(title);
        this.budget = budget;
        this.began = began;
    }

    /** What the step is doing now; replaces what it said before. */
    public void doing(String what) {
        synchronized (screen) {
            detail = Printable.line(what);
            screen.redraw();
        }
    }

    /** Ends the step with its outcome. A second end is ignored. */
    public void end(Tone tone, String outcome) {
        screen.end(this, tone, outcome);
    }

    String sofar(Instant now) {
        return padded() + took(now) + (detail.isEmpty() ? "" : "  " + detail);
    }

    String ended(String outcome, Instant now) {
        return padded() + took(now) + "  " + Printable.line(outcome);
    }

    private String padded() {
        return title + " ".repeat(Math.max(2, TITLE - title.length()));
    }

    private String took(Instant now) {
        var elapsed = Duration.between(began, now);
        String text = seconds(elapsed) + (budget.isZero() ? "" : " of " + budget.toSeconds() + " s");
        return " ".repeat(Math.max(0, 14 - text.length())) + text;
    }

    private static String seconds(Duration duration) {
        long tenths = Math.max(0, duration.toMillis()) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}

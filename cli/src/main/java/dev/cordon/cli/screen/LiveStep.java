package dev.cordon.cli.screen;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A step on the {@link Screen} from its beginning to its end. Its clock stands still while it waits for the person, whose time
 * to think is nobody's delay. Safe for many threads.
 */
public final class LiveStep {
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int PLAIN_COLUMNS = 98;

    private final Screen screen;
    private final String title;
    private final Duration budget;
    private final Instant began;
    private Duration waited = Duration.ZERO;
    private @Nullable Instant waitingSince;
    private String detail = "";
    private Instant said;

    LiveStep(Screen screen, String title, Duration budget, Instant began) {
        this.screen = screen;
        this.title = Printable.line(title);
        this.budget = budget;
        this.began = began;
        this.said = began;
    }

    /** What the step is doing now; replaces what it said before. */
    public void doing(String what) {
        synchronized (screen) {
            detail = Printable.line(what);
            screen.redraw();
        }
    }

    /** The same for a step of many minutes: where it cannot be drawn over, it has a line of its own every half minute. */
    public void goesOnDoing(String what) {
        synchronized (screen) {
            doing(what);
            Instant now = screen.now();
            if (Duration.between(said, now).compareTo(SILENCE) >= 0) {
                said = now;
                screen.sayIfPlain("  " + sofar(now, PLAIN_COLUMNS));
            }
        }
    }

    /** The step waits for the person from now on. */
    public void waits() {
        synchronized (screen) {
            if (waitingSince == null) {
                waitingSince = screen.now();
            }
            screen.redraw();
        }
    }

    /** The person has answered. */
    public void goesOn() {
        synchronized (screen) {
            waited = waited(screen.now());
            waitingSince = null;
            screen.redraw();
        }
    }

    /** Ends the step with its outcome. A second end is ignored. */
    public void end(Tone tone, String outcome) {
        screen.end(this, tone, outcome);
    }

    /** How far it is, in that many columns: where they are too few for the table without its gaps, and then with a sign that something is cut off. */
    String sofar(Instant now, int columns) {
        String doing = waitingSince == null ? detail : "waiting for you";
        String behind = doing.isEmpty() ? "" : "  " + doing;
        String table = padded() + took(now) + behind;
        String line =
                table.length() <= columns ? table : title + "  " + took(now).strip() + behind;
        return line.length() <= columns ? line : line.substring(0, columns - 3) + "...";
    }

    String ended(String outcome, Instant now) {
        Duration person = waited(now);
        return padded() + took(now) + "  " + Printable.line(outcome)
                + (person.isZero() ? "" : " (not counted: " + seconds(person) + " for your answers)");
    }

    private Duration waited(Instant now) {
        return waitingSince == null ? waited : waited.plus(Duration.between(waitingSince, now));
    }

    private String padded() {
        return title + " ".repeat(Math.max(2, screen.titleColumns() - title.length()));
    }

    private String took(Instant now) {
        var elapsed = Duration.between(began, now).minus(waited(now));
        String text = seconds(elapsed) + (budget.isZero() ? "" : " of " + budget.toSeconds() + " s");
        return " ".repeat(Math.max(0, 14 - text.length())) + text;
    }

    private static String seconds(Duration duration) {
        long tenths = Math.max(0, duration.toMillis()) / 100;
        return tenths / 10 + "." + tenths % 10 + " s";
    }
}

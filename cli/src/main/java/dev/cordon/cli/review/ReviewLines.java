package dev.cordon.cli.review;

import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.LiveStep;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.response.Looked;
import dev.cordon.response.ReviewListener;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A review that is being read, on the screen: a live line for each source, with how long it will still take. */
final class ReviewLines implements ReviewListener {
    private final Screen screen;
    private @Nullable LiveStep line;

    ReviewLines(Screen screen) {
        this.screen = screen;
    }

    @Override
    public void reads(String source) {
        line = screen.begin("Reading " + words(source), Duration.ZERO);
    }

    @Override
    public void comes(long rows, Optional<Duration> left) {
        if (line != null) {
            line.goesOnDoing(Amount.of(rows, "row", "rows")
                    + left.map(ReviewLines::estimate).orElse(""));
        }
    }

    @Override
    public void ended(Looked looked) {
        if (line != null) {
            line.end(
                    looked.isWhole() ? Tone.GOOD : Tone.CAUTION,
                    Amount.of(looked.rows(), "row", "rows")
                            + (looked.isWhole()
                                    ? ""
                                    : looked.isAsLicensed() ? ", as licensed" : ", not all could be read"));
            line = null;
        }
    }

    @Override
    public void judges(int rows) {
        line = screen.begin("Judging", Duration.ZERO);
        line.doing(Amount.of(rows, "sign-in", "sign-ins"));
    }

    /** All was judged. */
    void end() {
        if (line != null) {
            line.end(Tone.GOOD, "done");
            line = null;
        }
    }

    /** What people call a source. */
    static String words(String source) {
        return switch (source) {
            case "security-incidents" -> "incidents of Defender";
            case "secure-score" -> "Secure Score";
            case "safe-links" -> "clicks (Safe Links)";
            case "directory-audit" -> "audit of the directory";
            case "sign-ins" -> "sign-ins of people";
            case "sign-ins-non-interactive" -> "sign-ins of programs";
            case "audit-log" -> "unified audit log";
            default -> source.replace('-', ' ');
        };
    }

    private static String estimate(Duration left) {
        long seconds = left.toSeconds();
        if (seconds < 5) {
            return ", nearly there";
        }
        return ", about " + (seconds < 90 ? seconds + " s" : (seconds + 30) / 60 + " min") + " to go";
    }
}

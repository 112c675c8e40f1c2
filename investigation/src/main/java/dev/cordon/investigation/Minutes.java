package dev.cordon.investigation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times in sentences: to the minute, with their zone. */
public final class Minutes {
    private Minutes() {}

    /** For example {@code 2026-03-09 04:10 UTC}. */
    public static String of(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES).toString().replace('T', ' ').replace(":00Z", " UTC");
    }
}

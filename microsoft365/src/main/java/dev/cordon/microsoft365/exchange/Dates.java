package dev.cordon.microsoft365.exchange;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as Exchange's cmdlets take them. */
final class Dates {
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'").withZone(ZoneOffset.UTC);

    private Dates() {}

    static String inText(Instant time) {
        return DATE.format(time);
    }
}

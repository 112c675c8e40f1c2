package dev.cordon.investigation.lines;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/**
 * That somebody signed in from somewhere, once or again and again.
 *
 * @param user his sign-in name, in lower case
 * @param address where from
 * @param first the first time
 * @param last the last time
 * @param daysSeen on which days, UTC: a bit for each day modulo 64, so that it needs no set; days that share a bit make them fewer, never more
 */
public record Stay(String user, String address, Instant first, Instant last, long daysSeen) {
    public Stay {
        requireNonNull(user, "user is null");
        requireNonNull(address, "address is null");
        requireNonNull(first, "first is null");
        requireNonNull(last, "last is null");
        if (last.isBefore(first)) {
            throw new IllegalArgumentException("the last time is before the first");
        }
    }

    /** One sign-in. */
    public static Stay at(String user, String address, Instant at) {
        long day = at.atOffset(ZoneOffset.UTC).toLocalDate().toEpochDay();
        return new Stay(user.strip().toLowerCase(Locale.ROOT), address, at, at, 1L << Math.floorMod(day, 64));
    }

    /** Both together, in whatever order; user and address are this one's. */
    public Stay and(Stay other) {
        return new Stay(
                user,
                address,
                other.first.isBefore(first) ? other.first : first,
                other.last.isAfter(last) ? other.last : last,
                daysSeen | other.daysSeen);
    }

    /** On how many days, at least. */
    public int days() {
        return Long.bitCount(daysSeen);
    }

    /** Whether he signed in there before that moment and after it too. */
    public boolean encloses(Instant at) {
        return first.isBefore(at) && last.isAfter(at);
    }
}

package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Party;
import dev.cordon.incident.TraceKind;
import java.time.Instant;

/**
 * What a person says an address, a session or a device is. It stands above everything that was reckoned; of two about the same, the later
 * counts.
 *
 * @param of what it is about
 * @param value which
 * @param as whose it is
 * @param because why, as the person wrote it
 * @param by who said so
 * @param at when, tenant time
 */
public record PersonsVerdict(TraceKind of, String value, Party as, String because, String by, Instant at) {
    public PersonsVerdict {
        requireNonNull(of, "of is null");
        requireNonNull(value, "value is null");
        requireNonNull(as, "as is null");
        requireNonNull(because, "because is null");
        requireNonNull(by, "by is null");
        requireNonNull(at, "at is null");
        if (value.isBlank()) {
            throw new IllegalArgumentException("value is blank");
        }
        if (because.isBlank()) {
            throw new IllegalArgumentException("because is blank: a verdict needs its reason");
        }
    }

    /**
     * The spelling in which the same address, session or device is always equal, and in which it is shown; empty text where it is none that
     * tells anything about a person.
     */
    public static String plainly(TraceKind of, String value) {
        return switch (of) {
            case ADDRESS -> Places.isWhole(Places.outside(value)) ? Places.outside(value) : "";
            case SESSION, DEVICE -> Names.plain(value);
        };
    }

    String inWords() {
        return by + " said so: " + because;
    }
}

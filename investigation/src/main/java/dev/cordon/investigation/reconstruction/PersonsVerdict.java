package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

/**
 * What a person says an address or a session is. It stands above everything that was reckoned; of two about the same, the later counts.
 *
 * @param of whether it is about an address or a session
 * @param value which
 * @param as whose it is
 * @param because why, as the person wrote it
 */
public record PersonsVerdict(Subject of, String value, Party as, String because) {
    public PersonsVerdict {
        requireNonNull(of, "of is null");
        requireNonNull(value, "value is null");
        requireNonNull(as, "as is null");
        requireNonNull(because, "because is null");
        if (value.isBlank()) {
            throw new IllegalArgumentException("value is blank");
        }
        if (because.isBlank()) {
            throw new IllegalArgumentException("because is blank: a verdict needs its reason");
        }
    }

    boolean isAbout(Subject subject, String plain) {
        return of == subject && (of == Subject.ADDRESS ? Places.outside(value) : Names.plain(value)).equals(plain);
    }
}

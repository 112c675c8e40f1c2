package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Which rows of the unified audit log are wanted; an empty list leaves its restriction out.
 *
 * @param from the first moment
 * @param until the last moment, after {@code from}
 * @param users user principal names of who acted
 * @param operations for example MailItemsAccessed
 * @param addresses IP addresses they acted from
 */
public record AuditQuestion(
        Instant from, Instant until, List<String> users, List<String> operations, List<String> addresses) {
    public AuditQuestion {
        requireNonNull(from, "from is null");
        requireNonNull(until, "until is null");
        users = List.copyOf(users);
        operations = List.copyOf(operations);
        addresses = List.copyOf(addresses);
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException("Nothing lies between " + from + " and " + until);
        }
    }

    /** Everything that everybody did between the two. */
    public static AuditQuestion everything(Instant from, Instant until) {
        return new AuditQuestion(from, until, List.of(), List.of(), List.of());
    }
}

package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;

/**
 * Which alerts are wanted. The service tells only by time which it gives, so that all of the tenant's are read, and those of others are left out here.
 *
 * @param about an account by its object id and its names, any of which an alert's evidence may have; empty for everybody's alerts
 * @param from the first moment of an alert's creation, counted in seconds
 */
public record AlertQuestion(List<String> about, Instant from) {
    public AlertQuestion {
        about = List.copyOf(about);
        requireNonNull(from, "from is null");
        if (about.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("A blank name is everybody's");
        }
    }
}

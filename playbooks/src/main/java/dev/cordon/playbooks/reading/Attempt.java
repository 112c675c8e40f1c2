package dev.cordon.playbooks.reading;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.TenantException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What came of trying to read a source: it was read, or it was not and why. "Could not read" never looks like "nothing found".
 *
 * @param <T> what is read
 */
public sealed interface Attempt<T> {
    /**
     * It was read.
     *
     * @param reading what was read, with its answers
     */
    record Read<T>(Reading<T> reading) implements Attempt<T> {
        public Read {
            requireNonNull(reading, "reading is null");
        }
    }

    /**
     * It could not be read.
     *
     * @param failure why
     */
    record Unread<T>(Failure failure) implements Attempt<T> {
        public Unread {
            requireNonNull(failure, "failure is null");
        }
    }

    /** Tries {@code read}; a tenant's refusal is a value, anything else is thrown. */
    static <T> Attempt<T> of(Supplier<Reading<T>> read) {
        try {
            return new Read<>(read.get());
        } catch (TenantException e) {
            return new Unread<>(e.failure());
        }
    }

    /** The value where it was read, even incompletely. */
    default Optional<T> value() {
        return findReading().map(Reading::value);
    }

    /** The reading where there is one. */
    default Optional<Reading<T>> findReading() {
        return switch (this) {
            case Read<T>(Reading<T> reading) -> Optional.of(reading);
            case Unread<T> unread -> Optional.empty();
        };
    }

    /** Why it was not read; empty when it was. */
    default Optional<Failure> findFailure() {
        return switch (this) {
            case Read<T> read -> Optional.empty();
            case Unread<T>(Failure failure) -> Optional.of(failure);
        };
    }
}

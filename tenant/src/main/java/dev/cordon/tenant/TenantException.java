package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

/** Something asked of Microsoft 365 did not succeed; the {@link Failure} says what, why and what to do. */
public final class TenantException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    public TenantException(Failure failure) {
        super(inWords(failure));
        this.failure = failure;
    }

    public TenantException(Failure failure, Throwable cause) {
        super(inWords(failure), cause);
        this.failure = failure;
    }

    private static String inWords(Failure failure) {
        return requireNonNull(failure, "failure is null").attempted() + " did not work: "
                + failure.reason().inWords();
    }

    /** What was tried, what was answered, what it means and what to do. */
    public Failure failure() {
        return failure;
    }
}

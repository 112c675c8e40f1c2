package dev.cordon.response;

import java.time.Duration;
import java.util.Optional;

/** Is told how a review of a tenant comes along, on the reading thread. */
public interface ReviewListener {
    /** A source is read now. */
    void reads(String source);

    /**
     * A page of it came.
     *
     * @param rows how many rows came so far
     * @param left how long it will still take, an estimate in wall time; empty where nobody can say
     */
    void comes(long rows, Optional<Duration> left);

    /** It was read, or could not be. */
    void ended(Looked looked);

    /** All was read, and is judged now. */
    void judges(int rows);

    /** Tells nobody. */
    static ReviewListener none() {
        return new ReviewListener() {
            @Override
            public void reads(String source) {}

            @Override
            public void comes(long rows, Optional<Duration> left) {}

            @Override
            public void ended(Looked looked) {}

            @Override
            public void judges(int rows) {}
        };
    }
}

package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** How long the evidence of closed incidents is kept in this store. Safe for many threads and, where the store is shared, for many processes. */
public interface RetentionSetting {
    /** What somebody chose last; empty where nobody did, and then {@link Retention#USUAL} holds. */
    Optional<Choice> chosen();

    /** Chooses, from now on. Earlier choices are kept. */
    Choice choose(Retention retention, String by, String why);

    /** What holds now. */
    default Retention current() {
        return chosen().map(Choice::retention).orElse(Retention.USUAL);
    }

    /**
     * What somebody chose.
     *
     * @param by who
     * @param why for what reason; empty text where nothing was said
     * @param at when, by this machine's clock, UTC
     */
    record Choice(Retention retention, String by, String why, Instant at) {
        public Choice {
            requireNonNull(retention, "retention is null");
            requireNonNull(by, "by is null");
            requireNonNull(why, "why is null");
            requireNonNull(at, "at is null");
        }
    }
}

package dev.cordon.procedure.schedule;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.IncidentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Later looks at a tenant, due by the tenant's time. At least once: a re-check whose process died is carried out again. Safe for many
 * threads and many processes; no two carry out the same re-check at the same time.
 */
public interface Rechecks {
    /** Schedules a re-check, or moves it when it is scheduled already. Idempotent. */
    void schedule(IncidentId incident, String name, Instant dueAt);

    /** Forgets the incident's re-checks. Idempotent. */
    void cancel(IncidentId incident);

    /** Everything scheduled, earliest first. */
    List<Scheduled> scheduled();

    /**
     * Carries out, one after another and earliest first, every re-check of those that is due. One may be carried out within another.
     *
     * @param tenantNow the tenant's time, read from the tenant just before
     * @param which those of that tenant that are to be carried out now
     * @param recheck carries one out; when it throws, the re-check stays scheduled, the others are still carried out, and the exception is
     *     part of the result
     * @return what came of each that was due, in order
     */
    List<Done> runDue(Instant tenantNow, Predicate<Scheduled> which, Recheck recheck);

    /**
     * A scheduled re-check.
     *
     * @param dueAt tenant time
     */
    record Scheduled(IncidentId incident, String name, Instant dueAt) {}

    /** What came of a re-check that was due. */
    sealed interface Done {
        Scheduled scheduled();

        /** It was carried out, and is scheduled no more unless it scheduled itself anew. */
        record CarriedOut(Scheduled scheduled) implements Done {}

        /**
         * Another process has it: whether that one carries it out nobody knows yet. It stays scheduled.
         *
         * @param holder which process: untrusted text
         * @param since when it took it, wall time; empty where it does not say
         */
        record Held(Scheduled scheduled, String holder, Optional<Instant> since) implements Done {
            public Held {
                requireNonNull(holder, "holder is null");
            }
        }

        /** It failed and stays scheduled. */
        record Failed(Scheduled scheduled, Exception reason) implements Done {}
    }

    /** Carries one re-check out. */
    @FunctionalInterface
    interface Recheck {
        void carryOut(Scheduled scheduled) throws Exception;
    }
}

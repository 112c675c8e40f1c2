package dev.cordon.investigation.records;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * One row of a log. Texts are untrusted and empty where the row has none; long ones are cut, and whole in the exhibit.
 *
 * @param log which log it is of
 * @param id the row's id in that log, in lower case; the same row exported twice has the same
 * @param at when it happened, UTC
 * @param zoneRule how it is known that {@code at} is UTC
 * @param operation what was done, as the log spells it
 * @param actor who did it, as the log names him
 * @param address where from: without port and in its usual spelling; as the row has it where it is no address
 * @param session the session id
 * @param userAgent the program
 * @param outcome whether it worked, as far as the row says so without contradicting itself
 * @param result what the row says of that, as it spells it
 * @param workload the service, or the application signed in with
 * @param object what it was done to, or what was signed in to
 * @param row its number among the rows of its file, from 1; a line with the columns' names is none
 */
public record LogRecord(
        Log log,
        String id,
        Instant at,
        ZoneRule zoneRule,
        String operation,
        String actor,
        String address,
        String session,
        String userAgent,
        Outcome outcome,
        String result,
        String workload,
        String object,
        long row) {
    /** Before the first of Microsoft's clouds. */
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** What lies behind was not written by a clock. */
    public static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /** The operation of a sign-in by an application itself, without a user. */
    public static final String APPLICATIONS_SIGN_IN = "Sign-in (service principal)";

    public LogRecord {
        requireNonNull(log, "log is null");
        requireNonNull(id, "id is null");
        requireNonNull(at, "at is null");
        requireNonNull(zoneRule, "zoneRule is null");
        requireNonNull(operation, "operation is null");
        requireNonNull(actor, "actor is null");
        requireNonNull(address, "address is null");
        requireNonNull(session, "session is null");
        requireNonNull(userAgent, "userAgent is null");
        requireNonNull(outcome, "outcome is null");
        requireNonNull(result, "result is null");
        requireNonNull(workload, "workload is null");
        requireNonNull(object, "object is null");
        if (id.isBlank()) {
            throw new IllegalArgumentException("id is blank");
        }
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new IllegalArgumentException("at lies outside 1990 to 2200: " + at);
        }
        if (row < 1) {
            throw new IllegalArgumentException("row is not positive: " + row);
        }
    }

    /**
     * Whether the other one, a row of the same log with the same id, tells something else. Exports write the same row more and less fully: what
     * one of them does not say, a fraction of a second, and a word more in the operation are no difference.
     */
    public boolean contradicts(LogRecord other) {
        return !at.truncatedTo(ChronoUnit.SECONDS).equals(other.at.truncatedTo(ChronoUnit.SECONDS))
                || !(begins(operation, other.operation) || begins(other.operation, operation))
                || differ(actor, other.actor)
                || differ(address, other.address)
                || differ(session, other.session)
                || differ(userAgent, other.userAgent)
                || differ(object, other.object)
                || differ(outcome, other.outcome)
                || hasGoneOn(other);
    }

    private static boolean differ(Outcome one, Outcome other) {
        return one != other && one != Outcome.NOT_SAID && other != Outcome.NOT_SAID;
    }

    /** A mail that was on its way when its row was written has another status later, under the same id. */
    private boolean hasGoneOn(LogRecord other) {
        return log == Log.MESSAGE_TRACE && outcome != other.outcome && differ(result, other.result);
    }

    private static boolean begins(String text, String with) {
        return text.regionMatches(true, 0, with, 0, with.length());
    }

    private static boolean differ(String one, String other) {
        return !one.isBlank() && !other.isBlank() && !one.equalsIgnoreCase(other);
    }

    /** Microsoft's logs. */
    public enum Log {
        /** The unified audit log. */
        AUDIT_LOG,
        /** Entra's sign-ins, interactive or not. */
        SIGN_INS,
        /** Exchange's message trace: which mails went where. */
        MESSAGE_TRACE,
        /** The directory's audit log. */
        DIRECTORY_AUDIT,
        /** What Identity Protection holds against a sign-in or a user: Microsoft's judgement. */
        RISK_DETECTIONS,
        /** Alerts of Microsoft's security products: a judgement too. */
        ALERTS
    }

    /** How it is known that a time is UTC. */
    public enum ZoneRule {
        /** The text names its zone. */
        STATED,
        /** The text names none, and Microsoft's schema says UTC. */
        BY_SCHEMA,
        /** The text names none, and the head of its column says UTC. */
        BY_COLUMN
    }

    /** Whether it worked. */
    public enum Outcome {
        SUCCEEDED,
        FAILED,
        /** In part. */
        PARTIAL,
        /** The operation says one thing and the result another; both are told. */
        CONTRADICTORY,
        NOT_SAID
    }
}

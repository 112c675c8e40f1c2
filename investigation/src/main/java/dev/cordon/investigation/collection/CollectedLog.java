package dev.cordon.investigation.collection;

import dev.cordon.investigation.records.LogRecord;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A log as it is collected, and over which channel. Microsoft promises no time in which rows arrive: {@link #usualDelay} is what practice
 * shows, {@link #longestDelay} what nothing reliable is known to exceed.
 */
public enum CollectedLog {
    /** The unified audit log by Graph's queries. */
    AUDIT_LOG_QUERIES(LogRecord.Log.AUDIT_LOG, Duration.ofMinutes(90), Duration.ofHours(24), Duration.ofDays(180)),
    /** The unified audit log by Exchange's search. */
    AUDIT_LOG_SEARCH(LogRecord.Log.AUDIT_LOG, Duration.ofMinutes(90), Duration.ofHours(24), Duration.ofDays(180)),
    /** Sign-ins at which somebody was there. */
    SIGN_INS_INTERACTIVE(LogRecord.Log.SIGN_INS, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(30)),
    /** Sign-ins by programs for a user. */
    SIGN_INS_NON_INTERACTIVE(LogRecord.Log.SIGN_INS, Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofDays(30)),
    /** Sign-ins of applications as themselves. */
    SIGN_INS_SERVICE_PRINCIPAL(
            LogRecord.Log.SIGN_INS, Duration.ofMinutes(30), Duration.ofHours(2), Duration.ofDays(30)),
    /** What was done to an object of the directory. */
    DIRECTORY_AUDITS_TARGET(
            LogRecord.Log.DIRECTORY_AUDIT, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(30)),
    /** What an object of the directory did. */
    DIRECTORY_AUDITS_ACTOR(
            LogRecord.Log.DIRECTORY_AUDIT, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(30)),
    /** All that was done in the directory. */
    DIRECTORY_AUDITS_ALL(
            LogRecord.Log.DIRECTORY_AUDIT, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(30)),
    /** Mails that an address sent. */
    MESSAGE_TRACE_SENT(LogRecord.Log.MESSAGE_TRACE, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(90)),
    /** Mails that went to an address. */
    MESSAGE_TRACE_RECEIVED(
            LogRecord.Log.MESSAGE_TRACE, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(90)),
    /** All mails of the tenant. */
    MESSAGE_TRACE_ALL(LogRecord.Log.MESSAGE_TRACE, Duration.ofMinutes(15), Duration.ofHours(1), Duration.ofDays(90)),
    /** What Identity Protection detected; what it detects offline comes up to two days later. */
    RISK_DETECTIONS(LogRecord.Log.RISK_DETECTIONS, Duration.ofMinutes(15), Duration.ofDays(2), Duration.ofDays(90)),
    /** Alerts of the security products, which go on adding to an alert whom it is about. */
    ALERTS(LogRecord.Log.ALERTS, Duration.ofMinutes(15), Duration.ofHours(24), Duration.ofDays(180));

    private static final Duration KEPT_WITHOUT_PREMIUM = Duration.ofDays(7);

    /** What is asked for behind the edge of what is kept is refused as a whole, and the edge moves while a log is read. */
    private static final Duration EDGE = Duration.ofHours(1);

    /** Of what is kept for longer than a month: whoever asks the trace for more is told that something is missing. */
    private static final Duration WIDE_EDGE = Duration.ofDays(1);

    private static final Duration MONTH = Duration.ofDays(31);

    private final LogRecord.Log log;
    private final Duration usualDelay;
    private final Duration longestDelay;
    private final Duration kept;

    CollectedLog(LogRecord.Log log, Duration usualDelay, Duration longestDelay, Duration kept) {
        this.log = log;
        this.usualDelay = usualDelay;
        this.longestDelay = longestDelay;
        this.kept = kept;
    }

    /** Which log its rows are of. */
    public LogRecord.Log log() {
        return log;
    }

    /** How long Microsoft keeps its rows. */
    public Duration kept() {
        return kept;
    }

    /** How long Microsoft keeps its rows for a tenant without Entra ID P1. */
    public Duration keptWithoutPremium() {
        return log == LogRecord.Log.DIRECTORY_AUDIT ? KEPT_WITHOUT_PREMIUM : kept;
    }

    /** From when on its rows can be asked for at that time. */
    public Instant oldest(Instant now) {
        return oldest(now, kept);
    }

    /** The same for a tenant without Entra ID P1. */
    public Instant oldestWithoutPremium(Instant now) {
        return oldest(now, keptWithoutPremium());
    }

    private static Instant oldest(Instant now, Duration kept) {
        return now.minus(kept).plus(edge(kept));
    }

    private static Duration edge(Duration kept) {
        return kept.compareTo(MONTH) < 0 ? EDGE : WIDE_EDGE;
    }

    /** Whether a moment lies so near the edge of what is kept at that time, or behind it, that a question from there on may be refused as a whole. */
    boolean isAtEdge(Instant moment, Instant now) {
        return moment.isBefore(now.minus(kept).plus(edge(kept).dividedBy(2)));
    }

    /** How late most rows arrive. */
    public Duration usualDelay() {
        return usualDelay;
    }

    /** Behind this no row is expected any more. */
    public Duration longestDelay() {
        return longestDelay;
    }

    /** When rows up to {@code until} are worth asking for again, after they were asked for at {@code askedAt}; empty when none can be missing. */
    Optional<Instant> askAgain(Instant until, Instant askedAt) {
        Instant usual = until.plus(usualDelay);
        Instant last = until.plus(longestDelay);
        return askedAt.isBefore(usual) ? Optional.of(usual) : Optional.of(last).filter(askedAt::isBefore);
    }
}

package dev.cordon.microsoft365.wire;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.Lane;
import java.time.Duration;

/**
 * A throttling bucket of Microsoft's, as far as we keep to it by ourselves.
 *
 * @param name what it counts, and for whom
 * @param requests how many requests may start in {@code per}
 * @param per the length of the window, in tenant time
 * @param concurrent how many requests of collection may be under way
 * @param kept how many more containment may have under way, of which the snapshot may take one
 */
public record Bucket(String name, int requests, Duration per, int concurrent, int kept) {
    private static final int UNLIMITED = Integer.MAX_VALUE - 1;

    /** Users, groups, roles, methods, applications, devices. More at once would cost more in new connections than it saves. */
    public static final Bucket IDENTITY = new Bucket("identity", 1500, Duration.ofSeconds(10), 8, 100);

    /** Sign-in log, directory audit, registration report. */
    public static final Bucket REPORTS = new Bucket("reports", 5, Duration.ofSeconds(10), 5, 0);

    /** Identity Protection and Conditional Access; refuses without saying for how long. */
    public static final Bucket IDENTITY_PROTECTION = new Bucket("identity-protection", 1, Duration.ofSeconds(1), 1, 0);

    /** Alerts of the security products and secure scores, for all that ask. */
    public static final Bucket ALERTS = new Bucket("alerts", 150, Duration.ofMinutes(1), 2, 0);

    /** Incidents of Microsoft Defender; the 1500 in an hour are left to its Retry-After. */
    public static final Bucket INCIDENTS = new Bucket("incidents", 50, Duration.ofMinutes(1), 2, 0);

    /** Exchange's administration endpoint. */
    public static final Bucket EXCHANGE = new Bucket("exchange", UNLIMITED, Duration.ofSeconds(1), 4, 1);

    /** Queries of the unified audit log over Graph, and the pages of their rows. */
    public static final Bucket AUDIT_QUERIES = new Bucket("audit-queries", UNLIMITED, Duration.ofSeconds(1), 4, 0);

    /** The message trace by cmdlet, of the whole tenant. */
    public static final Bucket MESSAGE_TRACE = new Bucket("message-trace", 100, Duration.ofMinutes(5), 2, 0);

    /** Hunting, of the whole tenant; the 1500 in an hour and the processor's quota are left to its Retry-After. */
    public static final Bucket HUNTING = new Bucket("hunting", 45, Duration.ofMinutes(1), 2, 0);

    /** Submissions of mails and addresses, of the whole tenant. */
    public static final Bucket SUBMISSIONS = new Bucket("threat-submission", 150, Duration.ofMinutes(15), 1, 0);

    /** Chats of Teams, made and posted to. */
    public static final Bucket TEAMS = new Bucket("teams", 20, Duration.ofSeconds(1), 2, 1);

    /** Searches and purges of Security & Compliance. */
    public static final Bucket COMPLIANCE = new Bucket("compliance", UNLIMITED, Duration.ofSeconds(1), 2, 1);

    public Bucket {
        requireNonNull(name, "name is null");
        requireNonNull(per, "per is null");
        if (requests < 1 || concurrent < 1 || kept < 0) {
            throw new IllegalArgumentException("A bucket without room: " + name);
        }
    }

    /** One mailbox over Graph: four requests at once, of which one is kept for containment. */
    public static Bucket mailbox(String mailbox) {
        return new Bucket("outlook " + mailbox, 10_000, Duration.ofMinutes(10), 3, 1);
    }

    /** How many requests of {@code lane} may be under way. */
    int concurrent(Lane lane) {
        return switch (lane) {
            case CONTAINMENT -> concurrent + kept;
            case SNAPSHOT -> concurrent + Math.min(kept, 1);
            case COLLECTION -> concurrent;
        };
    }
}

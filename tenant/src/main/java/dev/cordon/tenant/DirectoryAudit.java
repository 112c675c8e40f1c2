package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The directory's audit log, which arrives minutes late. */
public interface DirectoryAudit {
    /** Events at or after {@code from} with the user as target, newest first. */
    Reading<List<AuditEvent>> fetchAbout(String objectId, Instant from);

    /** Events at or after {@code from} with the user as actor, newest first. */
    Reading<List<AuditEvent>> fetchBy(String objectId, Instant from);

    /** The rows as they came, page by page. */
    LogSource<PagePosition<DirectoryAuditQuestion>> rows();

    /**
     * One event. Texts are untrusted.
     *
     * @param id the row's id
     * @param at when it happened
     * @param activity {@code activityDisplayName}
     * @param category its category
     * @param succeeded whether its result was success
     * @param actorId the acting user's or application's id; empty text when none is named
     * @param actorName its name; empty text when none is named
     * @param actorIp the acting user's address; empty text when none is named
     * @param byApplication whether an application acted
     * @param correlationId ties rows together
     * @param targets target id to display name
     * @param details modified properties and additional details, name to text
     */
    record AuditEvent(
            String id,
            Instant at,
            String activity,
            String category,
            boolean succeeded,
            String actorId,
            String actorName,
            String actorIp,
            boolean byApplication,
            Optional<String> correlationId,
            Map<String, String> targets,
            Map<String, String> details) {
        public AuditEvent {
            requireNonNull(id, "id is null");
            requireNonNull(at, "at is null");
            requireNonNull(activity, "activity is null");
            requireNonNull(correlationId, "correlationId is null");
            targets = Map.copyOf(targets);
            details = Map.copyOf(details);
        }
    }
}

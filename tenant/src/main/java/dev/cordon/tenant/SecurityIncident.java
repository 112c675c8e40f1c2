package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An incident of Microsoft Defender as it was when it was read; Microsoft and people go on changing it. Texts are untrusted.
 *
 * @param id its id
 * @param mergedIds ids of incidents that led to this one when it was read, sorted
 * @param title its title, which may be empty
 * @param severity how bad Microsoft holds it to be
 * @param status how far somebody is with it
 * @param classification Microsoft's word for what it was judged to be, for example truePositive; {@code unknown} while nobody has judged it
 * @param determination Microsoft's word for what kind of thing it was judged to be, for example compromisedAccount; {@code unknown} as above
 * @param createdAt when it was made
 * @param updatedAt when it last changed
 * @param systemTags Microsoft's tags
 * @param alerts its alerts, in the order of their ids
 * @param webAddress its page in Microsoft's portal; empty where none was given or it is not an https address
 */
public record SecurityIncident(
        String id,
        List<String> mergedIds,
        String title,
        Severity severity,
        Status status,
        String classification,
        String determination,
        Instant createdAt,
        Instant updatedAt,
        List<String> systemTags,
        List<Alert> alerts,
        Optional<URI> webAddress) {
    private static final String DISRUPTION = "attack disruption";

    public SecurityIncident {
        if (id.isBlank()) {
            throw new IllegalArgumentException("An incident without an id cannot be told from another");
        }
        mergedIds = mergedIds.stream().sorted().distinct().toList();
        requireNonNull(title, "title is null");
        requireNonNull(severity, "severity is null");
        requireNonNull(status, "status is null");
        requireNonNull(classification, "classification is null");
        requireNonNull(determination, "determination is null");
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(updatedAt, "updatedAt is null");
        systemTags = List.copyOf(systemTags);
        alerts = alerts.stream().sorted(Comparator.comparing(Alert::id)).toList();
        if (webAddress.filter(address -> !"https".equals(address.getScheme())).isPresent()) {
            throw new IllegalArgumentException("Not the address of a page: " + webAddress.get());
        }
    }

    /**
     * Whether Microsoft marks it as one in which Defender disrupted an attack by itself: by the end of its title, or by a tag. That it does not
     * says nothing about the audit, where a disabled account shows too.
     */
    public boolean isAttackDisruption() {
        return title.strip().toLowerCase(Locale.ROOT).endsWith("(" + DISRUPTION + ")")
                || systemTags.stream()
                        .anyMatch(tag -> tag.toLowerCase(Locale.ROOT).contains(DISRUPTION));
    }

    /** Everybody whom the evidence of its alerts names, each statement once, sorted. */
    public List<NamedUser> users() {
        return alerts.stream()
                .flatMap(alert -> alert.users().stream())
                .distinct()
                .sorted(NamedUser.ORDER)
                .toList();
    }

    /** The same incident, to which another one that was merged into it leads. */
    public SecurityIncident mergedFrom(String other) {
        List<String> more = Stream.concat(mergedIds.stream(), Stream.of(other)).toList();
        return new SecurityIncident(
                id,
                more,
                title,
                severity,
                status,
                classification,
                determination,
                createdAt,
                updatedAt,
                systemTags,
                alerts,
                webAddress);
    }

    /** How bad, in Microsoft's words. */
    public enum Severity {
        INFORMATIONAL,
        LOW,
        MEDIUM,
        HIGH,
        /** Microsoft says that it does not know. */
        UNKNOWN,
        /** A word that we do not know, or none. */
        OTHER
    }

    /** How far somebody is with an incident. */
    public enum Status {
        ACTIVE,
        IN_PROGRESS,
        /** Defender's experts wait for the organisation. */
        AWAITING_ACTION,
        RESOLVED,
        /** Merged into another one that could not be read; otherwise that one is given instead. */
        REDIRECTED,
        /** A word that we do not know, or none. */
        OTHER
    }

    /**
     * An alert of the incident.
     *
     * @param id its id
     * @param title its title, which may be empty
     * @param severity how bad
     * @param category Microsoft's word for what kind of attack step it is; may be empty
     * @param status how far somebody is with it
     * @param serviceSource which product says so, in Microsoft's word
     * @param detectionSource what noticed it, in Microsoft's word
     * @param firstActivity the earliest that it is about; empty when not told
     * @param lastActivity the latest that it is about; empty when not told
     * @param users everybody whom its evidence names, sorted
     */
    public record Alert(
            String id,
            String title,
            Severity severity,
            String category,
            AlertStatus status,
            String serviceSource,
            String detectionSource,
            Optional<Instant> firstActivity,
            Optional<Instant> lastActivity,
            List<NamedUser> users) {
        public Alert {
            if (id.isBlank()) {
                throw new IllegalArgumentException("An alert without an id cannot be told from another");
            }
            requireNonNull(title, "title is null");
            requireNonNull(severity, "severity is null");
            requireNonNull(category, "category is null");
            requireNonNull(status, "status is null");
            requireNonNull(serviceSource, "serviceSource is null");
            requireNonNull(detectionSource, "detectionSource is null");
            requireNonNull(firstActivity, "firstActivity is null");
            requireNonNull(lastActivity, "lastActivity is null");
            users = users.stream().distinct().sorted(NamedUser.ORDER).toList();
        }
    }

    /** How far somebody is with an alert. */
    public enum AlertStatus {
        NEW,
        IN_PROGRESS,
        RESOLVED,
        /** Microsoft says that it does not know. */
        UNKNOWN,
        /** A word that we do not know, or none. */
        OTHER
    }

    /**
     * A person or a mailbox that evidence of users and mailboxes names, by whatever it says of it: at least one of the first four is there.
     * Each is empty text where the evidence has none.
     *
     * @param objectId the account's object id, which one that is on premises only has not
     * @param userPrincipalName its sign-in name
     * @param address the mailbox's primary address
     * @param accountName its name on premises, with its domain before a backslash where that is told
     * @param remediation what Microsoft did about it
     * @param remediationDetails the same in Microsoft's words; may be empty
     */
    public record NamedUser(
            String objectId,
            String userPrincipalName,
            String address,
            String accountName,
            Remediation remediation,
            String remediationDetails) {
        static final Comparator<NamedUser> ORDER = Comparator.comparing(NamedUser::userPrincipalName)
                .thenComparing(NamedUser::address)
                .thenComparing(NamedUser::accountName)
                .thenComparing(NamedUser::objectId)
                .thenComparing(NamedUser::remediation)
                .thenComparing(NamedUser::remediationDetails);

        public NamedUser {
            requireNonNull(remediation, "remediation is null");
            requireNonNull(remediationDetails, "remediationDetails is null");
            if (Stream.of(objectId, userPrincipalName, address, accountName).allMatch(String::isBlank)) {
                throw new IllegalArgumentException("Evidence that names nobody");
            }
        }
    }

    /** Microsoft's {@code remediationStatus} of a piece of evidence. */
    public enum Remediation {
        NONE,
        REMEDIATED,
        PREVENTED,
        BLOCKED,
        NOT_FOUND,
        ACTIVE,
        PENDING_APPROVAL,
        DECLINED,
        UNREMEDIATED,
        RUNNING,
        PARTIALLY_REMEDIATED,
        /** A word that we do not know, or none. */
        OTHER
    }
}

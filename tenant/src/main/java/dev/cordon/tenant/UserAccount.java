package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A directory user as Graph describes it. Names are untrusted text.
 *
 * @param objectId the directory object id
 * @param userPrincipalName the sign-in name
 * @param displayName the display name
 * @param mail the primary address
 * @param proxyAddresses every address as listed, {@code SMTP:} marking the primary one
 * @param accountEnabled whether sign-in is allowed
 * @param guest whether {@code userType} is Guest
 * @param synchronised whether {@code onPremisesSyncEnabled} is true
 * @param createdAt when the account was created
 * @param lastPasswordChangeAt when the password was last set
 * @param sessionsValidFrom {@code signInSessionsValidFromDateTime}: refresh tokens issued before are refused
 * @param department for the operator to recognise the person by
 * @param jobTitle likewise
 * @param manager the manager, where one is set
 * @param servicePlanIds the enabled service plans assigned to the user
 * @param managementRestricted whether the user is in a restricted-management administrative unit
 */
public record UserAccount(
        String objectId,
        String userPrincipalName,
        String displayName,
        Optional<String> mail,
        List<String> proxyAddresses,
        boolean accountEnabled,
        boolean guest,
        boolean synchronised,
        Optional<Instant> createdAt,
        Optional<Instant> lastPasswordChangeAt,
        Optional<Instant> sessionsValidFrom,
        Optional<String> department,
        Optional<String> jobTitle,
        Optional<Person> manager,
        Set<String> servicePlanIds,
        boolean managementRestricted) {
    public UserAccount {
        requireNonNull(objectId, "objectId is null");
        requireNonNull(userPrincipalName, "userPrincipalName is null");
        requireNonNull(displayName, "displayName is null");
        requireNonNull(mail, "mail is null");
        proxyAddresses = List.copyOf(proxyAddresses);
        requireNonNull(createdAt, "createdAt is null");
        requireNonNull(lastPasswordChangeAt, "lastPasswordChangeAt is null");
        requireNonNull(sessionsValidFrom, "sessionsValidFrom is null");
        requireNonNull(department, "department is null");
        requireNonNull(jobTitle, "jobTitle is null");
        requireNonNull(manager, "manager is null");
        servicePlanIds = Set.copyOf(servicePlanIds);
    }

    /**
     * Another person named by the directory.
     *
     * @param objectId the directory object id
     * @param displayName the display name
     * @param mail the primary address
     */
    public record Person(String objectId, String displayName, Optional<String> mail) {
        public Person {
            requireNonNull(objectId, "objectId is null");
            requireNonNull(displayName, "displayName is null");
            requireNonNull(mail, "mail is null");
        }
    }

    /** The part of the sign-in name after the {@code @}, lower-case. */
    public String domain() {
        return userPrincipalName.substring(userPrincipalName.indexOf('@') + 1).toLowerCase(java.util.Locale.ROOT);
    }
}

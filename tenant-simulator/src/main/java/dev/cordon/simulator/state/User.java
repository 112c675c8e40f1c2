package dev.cordon.simulator.state;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A person's account. Immutable; the changed ones are new.
 *
 * @param guest whether the home of the account is another tenant
 * @param password in clear, because sign-ins are checked against it
 * @param mustChangePassword whether the next sign-in has to set a new password
 * @param sessionsValidFrom refresh tokens issued before it are dead
 * @param synchronised whether an on-premises directory masters the account
 * @param licensed whether it has the tenant's licences
 * @param perUserMfa {@code disabled}, {@code enabled} or {@code enforced}
 * @param deletedAt when it went to the recycle bin, else null
 */
public record User(
        String id,
        String userPrincipalName,
        String displayName,
        @Nullable String department,
        @Nullable String jobTitle,
        @Nullable String managerId,
        @Nullable String mobilePhone,
        List<String> aliases,
        boolean guest,
        boolean accountEnabled,
        boolean synchronised,
        boolean licensed,
        boolean suspect,
        Instant created,
        String password,
        boolean mustChangePassword,
        Instant passwordChanged,
        Instant sessionsValidFrom,
        String perUserMfa,
        @Nullable Instant deletedAt) {

    /** The people of the tenant, by object id. */
    public static final TableKey<User> TABLE = new TableKey<>("users", User.class);

    /** The recycle bin, by object id. */
    public static final TableKey<User> DELETED = new TableKey<>("deleted-users", User.class);

    /** Copies the list. */
    public User {
        aliases = List.copyOf(aliases);
    }

    /** The same account, enabled or not. */
    public User withEnabled(boolean enabled) {
        return copy(
                displayName,
                enabled,
                password,
                mustChangePassword,
                passwordChanged,
                sessionsValidFrom,
                perUserMfa,
                deletedAt);
    }

    /** The same account with a new password. */
    public User withPassword(String newPassword, boolean mustChange, Instant at) {
        return copy(displayName, accountEnabled, newPassword, mustChange, at, sessionsValidFrom, perUserMfa, deletedAt);
    }

    /** The same account, its earlier sessions dead. */
    public User withSessionsValidFrom(Instant at) {
        return copy(
                displayName, accountEnabled, password, mustChangePassword, passwordChanged, at, perUserMfa, deletedAt);
    }

    /** The same account with another per-user MFA state. */
    public User withPerUserMfa(String state) {
        return copy(
                displayName,
                accountEnabled,
                password,
                mustChangePassword,
                passwordChanged,
                sessionsValidFrom,
                state,
                deletedAt);
    }

    /** The same account, in the recycle bin or back from it. */
    public User withDeletedAt(@Nullable Instant at) {
        return copy(
                displayName,
                accountEnabled,
                password,
                mustChangePassword,
                passwordChanged,
                sessionsValidFrom,
                perUserMfa,
                at);
    }

    /** The same account under another display name. */
    public User withDisplayName(String name) {
        return copy(
                name,
                accountEnabled,
                password,
                mustChangePassword,
                passwordChanged,
                sessionsValidFrom,
                perUserMfa,
                deletedAt);
    }

    private User copy(
            String newDisplayName,
            boolean newEnabled,
            String newPassword,
            boolean newMustChange,
            Instant newPasswordChanged,
            Instant newSessionsValidFrom,
            String newPerUserMfa,
            @Nullable Instant newDeletedAt) {
        return new User(
                id,
                userPrincipalName,
                newDisplayName,
                department,
                jobTitle,
                managerId,
                mobilePhone,
                aliases,
                guest,
                newEnabled,
                synchronised,
                licensed,
                suspect,
                created,
                newPassword,
                newMustChange,
                newPasswordChanged,
                newSessionsValidFrom,
                newPerUserMfa,
                newDeletedAt);
    }

    @Override
    public String toString() {
        return "User[" + userPrincipalName + "]";
    }
}

package dev.cordon.response;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Incident;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantException;
import dev.cordon.tenant.UserAccount;
import java.util.List;
import java.util.Optional;

/**
 * The names and mail addresses of an account, which its mail and its alerts are asked by. One that is deleted has those that the incident knows. Where
 * they cannot be read for another reason, what needs them is not asked: of some of them alone it would be called complete.
 *
 * @param user the account as it is now; empty where it is gone, not wanted or not read
 * @param unread why it could not be read
 */
record AccountNames(Optional<UserAccount> user, Optional<Failure> unread) {
    AccountNames {
        requireNonNull(user, "user is null");
        requireNonNull(unread, "unread is null");
    }

    /**
     * Reads them, where they are wanted.
     *
     * @throws TenantException when it was interrupted
     */
    static AccountNames of(CollectLogs.Request request, Tenant tenant, Incident incident) {
        boolean isWanted = request.logs().contains(LogRecord.Log.MESSAGE_TRACE)
                || request.logs().contains(LogRecord.Log.ALERTS);
        if (request.whose() == CollectLogs.Whose.EVERYBODY || !isWanted) {
            return new AccountNames(Optional.empty(), Optional.empty());
        }
        try {
            UserAccount user =
                    tenant.directory().fetchUser(incident.account().objectId()).value();
            return new AccountNames(Optional.of(user), Optional.empty());
        } catch (TenantException e) {
            return switch (e.failure().reason()) {
                case INTERRUPTED -> throw e;
                case NOT_FOUND -> new AccountNames(Optional.empty(), Optional.empty());
                case MISSING_PERMISSION,
                        MISSING_ROLE,
                        PROTECTED_TARGET,
                        NOT_LICENSED,
                        NOT_SIGNED_IN,
                        OWN_SESSION_ENDED,
                        DEFAULT_METHOD,
                        MASTERED_ELSEWHERE,
                        REFUSED,
                        NOT_AVAILABLE,
                        THROTTLED,
                        SERVICE_FAULT,
                        UNREACHABLE,
                        UNREADABLE_ANSWER,
                        UNKNOWN_RESULT -> new AccountNames(Optional.empty(), Optional.of(e.failure()));
            };
        }
    }

    /** Takes out of what is planned what cannot be asked, since the names could not be read. */
    List<CollectionPlan.Planned> takeUnnamed(List<CollectionPlan.Planned> planned) {
        if (unread.isEmpty()) {
            return List.of();
        }
        List<CollectionPlan.Planned> unnamed =
                planned.stream().filter(CollectionPlan::needsNames).toList();
        planned.removeAll(unnamed);
        return unnamed;
    }
}

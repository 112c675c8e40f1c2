package dev.cordon.simulator.users;

import com.google.gson.JsonObject;
import dev.cordon.simulator.identity.RefreshToken;
import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.state.Activity;
import dev.cordon.simulator.state.Cause;
import dev.cordon.simulator.state.CriticalEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.Comparator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * What happens to an account, with everything that follows from it: the event, what replicas show and when, and what
 * resources under continuous access evaluation hear and when. Wire reference section 2 (state couplings) and 4.
 */
public final class AccountChanges {

    private final TenantState state;

    /** Changes to accounts of that tenant. */
    public AccountChanges(TenantState state) {
        this.state = state;
    }

    /**
     * Ends all sessions that began before now. They are valid from the moment at which the request arrived, or from the last token that was
     * won while it was being carried out: on a fast clock its latency alone is many seconds of tenant time, which no real service has
     * between the two.
     */
    public void revokeSessions(User user, Cause cause, Instant arrived) {
        state.atomically(() -> {
            Instant from = validFrom(user, arrived);
            Instant visible = state.drawn(state.scenario().delays().revokeVisible(), "revoke-visible", user.id());
            change(user, visible, latest -> latest.withSessionsValidFrom(from));
            tellResources(user, "TokenIssuedBeforeRevocationTimestamp");
            state.record(
                    from,
                    cause,
                    Activity.REVOKE_SESSIONS,
                    "User",
                    user.id(),
                    user.id(),
                    Json.object("StsRefreshTokensValidFrom", Json.array(Json.time(user.sessionsValidFrom()))),
                    Json.object("StsRefreshTokensValidFrom", Json.array(Json.time(from))));
        });
    }

    private Instant validFrom(User user, Instant arrived) {
        Stream<Instant> won = state.table(RefreshToken.TABLE).all().stream()
                .filter(token -> user.id().equals(token.actor().userId()))
                .map(token -> token.issued().plusNanos(1));
        return Stream.concat(won, Stream.of(latest(user).sessionsValidFrom()))
                .filter(arrived::isBefore)
                .max(Comparator.naturalOrder())
                .orElse(arrived);
    }

    /** Sets a password; what only the old one stood behind is dead, the rest lives on until a revoke. */
    public void setPassword(User user, String password, boolean mustChange, Cause cause) {
        state.secrets().add("password", user.userPrincipalName(), password);
        state.atomically(() -> {
            Instant now = state.now();
            change(user, state.visibleAt(user.id()), latest -> latest.withPassword(password, mustChange, now));
            tellResources(user, "TokenIssuedBeforeRevocationTimestamp");
            event(
                    cause,
                    Activity.RESET_PASSWORD,
                    user,
                    new JsonObject(),
                    Json.object("ForceChangePassword", mustChange, "lastPasswordChangeDateTime", now));
        });
    }

    /** Blocks or unblocks sign-in; nothing happens when it is so already. */
    public void setEnabled(User user, boolean enabled, Cause cause) {
        state.atomically(() -> {
            boolean before = latest(user).accountEnabled();
            if (before == enabled) {
                return;
            }
            change(user, state.visibleAt(user.id()), latest -> latest.withEnabled(enabled));
            if (!enabled) {
                tellResources(user, "UserDisabled");
            }
            event(
                    cause,
                    enabled ? Activity.ENABLE_ACCOUNT : Activity.DISABLE_ACCOUNT,
                    user,
                    Json.object("AccountEnabled", before),
                    Json.object("AccountEnabled", enabled));
        });
    }

    /** Changes the display name. */
    public void rename(User user, String name, Cause cause) {
        state.atomically(() -> {
            String before = latest(user).displayName();
            change(user, state.visibleAt(user.id()), latest -> latest.withDisplayName(name));
            event(
                    cause,
                    Activity.UPDATE_USER,
                    user,
                    Json.object("DisplayName", before),
                    Json.object("DisplayName", name));
        });
    }

    /** Adds a person. */
    public void add(User user, Cause cause) {
        state.secrets().add("password", user.userPrincipalName(), user.password());
        state.atomically(() -> {
            state.table(User.TABLE).put(user.id(), user, state.visibleAt(user.id()));
            event(
                    cause,
                    Activity.ADD_USER,
                    user,
                    new JsonObject(),
                    Json.object("UserPrincipalName", user.userPrincipalName()));
        });
    }

    /** Moves a person to the recycle bin. */
    public void delete(User user, Cause cause) {
        state.atomically(() -> {
            User deleted = latest(user).withDeletedAt(state.now());
            state.table(User.TABLE).remove(user.id(), state.visibleAt(user.id()));
            state.table(User.DELETED).put(user.id(), deleted);
            tellResources(user, "UserDisabled");
            event(
                    cause,
                    Activity.DELETE_USER,
                    user,
                    Json.object("UserPrincipalName", user.userPrincipalName()),
                    new JsonObject());
        });
    }

    /** Takes a person back out of the recycle bin. */
    public User restore(User deleted, Cause cause) {
        return state.atomically(() -> {
            User user = deleted.withDeletedAt(null);
            state.table(User.DELETED).remove(user.id());
            state.table(User.TABLE).put(user.id(), user, state.visibleAt(user.id()));
            event(
                    cause,
                    Activity.RESTORE_USER,
                    user,
                    new JsonObject(),
                    Json.object("UserPrincipalName", user.userPrincipalName()));
            return user;
        });
    }

    /** Lets resources know, a little later, that tokens issued before now are no longer good. */
    public void tellResources(User user, String code) {
        boolean evaluated = state.scenario().organisation().policies().continuousAccessEvaluation();
        if (evaluated && !user.guest()) {
            String id = state.chance().guid("critical-event", state.events().size(), user.id(), code);
            Instant effective = state.drawn(state.scenario().delays().caeEvent(), "cae-event", user.id(), code);
            state.table(CriticalEvent.TABLE).put(id, new CriticalEvent(id, user.id(), state.now(), effective, code));
        }
    }

    private User latest(User user) {
        return state.table(User.TABLE).find(user.id()).orElse(user);
    }

    private void change(User user, Instant visibleAt, UnaryOperator<User> change) {
        state.table(User.TABLE).put(user.id(), change.apply(latest(user)), visibleAt);
    }

    private void event(Cause cause, Activity activity, User user, JsonObject before, JsonObject after) {
        state.record(cause, activity, "User", user.id(), user.id(), before, after);
    }
}

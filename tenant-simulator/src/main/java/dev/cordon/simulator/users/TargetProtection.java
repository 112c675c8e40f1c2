package dev.cordon.simulator.users;

import dev.cordon.simulator.graph.GraphCall;
import dev.cordon.simulator.graph.GraphErrors;
import dev.cordon.simulator.graph.GraphRefusal;
import dev.cordon.simulator.identity.AccessToken;
import dev.cordon.simulator.identity.RoleMatrix;
import dev.cordon.simulator.identity.RoleMatrix.Act;
import dev.cordon.simulator.identity.Tenant;
import dev.cordon.simulator.state.Caller;
import dev.cordon.simulator.state.User;
import java.util.Set;
import java.util.function.Supplier;

/** Whether a caller's directory roles reach a target; wire reference A.4. */
public final class TargetProtection {

    private final Tenant tenant;

    /** Protection of that tenant's people. */
    public TargetProtection(Tenant tenant) {
        this.tenant = tenant;
    }

    /**
     * Refuses with the directory's 403 when the caller may not.
     *
     * @param always whether an application needs a role for any target, not only for administrators
     */
    public void check(GraphCall call, User target, Act act, boolean always) {
        check(call, target, act, always, GraphErrors::denied);
    }

    /** Refuses with that refusal when the caller may not. */
    public void check(GraphCall call, User target, Act act, boolean always, Supplier<GraphRefusal> refusal) {
        AccessToken token = call.token();
        Set<String> targetRoles = tenant.tokens().roles(target.id());
        boolean self = target.id().equals(token.userId());
        boolean reached = RoleMatrix.may(act, token.roles(), targetRoles);
        boolean allowed = token.isDelegated()
                ? reached || (self && mayToHimself(act, token))
                : reached || (targetRoles.isEmpty() && !always);
        if (!allowed) {
            throw refusal.get();
        }
    }

    private static boolean mayToHimself(Act act, AccessToken token) {
        return switch (act) {
            case REVOKE_SESSIONS -> true;
            case MANAGE_METHODS -> token.actor().caller() != Caller.OPERATOR;
            case RESET_PASSWORD, SENSITIVE_CHANGE -> false;
        };
    }
}

package dev.cordon.playbooks.containment;

import dev.cordon.incident.IncidentId;
import dev.cordon.tenant.Secret;

/** Is told the new password, in memory only, so that it can be shown once on the operator's request; or forgets it. */
@FunctionalInterface
public interface PasswordKeeper {
    /** Takes the password that is now set. It must never be written anywhere. */
    void keep(IncidentId incident, Secret password);

    /** Nobody will ever know the password: the user comes back by a one-time pass. */
    static PasswordKeeper none() {
        return (incident, password) -> {};
    }
}

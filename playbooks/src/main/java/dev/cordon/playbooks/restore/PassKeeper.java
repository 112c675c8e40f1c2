package dev.cordon.playbooks.restore;

import dev.cordon.incident.IncidentId;
import dev.cordon.tenant.Secret;
import java.time.Instant;

/** Is told the one-time pass, in memory only, so that it can be shown once. */
@FunctionalInterface
public interface PassKeeper {
    /**
     * Takes the pass that now works. It must never be written anywhere.
     *
     * @param usableUntil until when it works, tenant time
     */
    void keep(IncidentId incident, Secret pass, Instant usableUntil);
}

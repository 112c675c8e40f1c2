package dev.cordon.tenant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Security incidents: what Microsoft Defender groups alerts into, never an incident of Cordon's. Without a Defender plan the list is empty,
 * which means that nobody watched, not that all was quiet. Safe for many threads. Permission SecurityIncident.Read.All.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/security-list-incidents">List incidents</a>
 */
public interface SecurityIncidents {
    /**
     * The incidents that were made or changed at or after {@code since}, each once with its alerts, the latest change first. One that was
     * merged into another is not listed beside it: its id stands in the other's {@link SecurityIncident#mergedIds}.
     *
     * <p>Complete only when every page was read and every incident and alert in it was understood. Where nothing came and the tenant has no
     * Defender plan it is {@link Completeness.AsLicensed}: "none" must not be said then. Where its plans could not be read it is
     * {@link Completeness.Incomplete}.
     *
     * <p>Incidents change while they are read: whoever reads on later asks from half an hour before this reading began, not from the latest
     * change it saw, and knows incidents by their id.
     *
     * @param since counted in seconds
     * @throws TenantException when the first page cannot be read; {@link Failure.Reason#NOT_LICENSED} where no permission would help
     */
    Reading<List<SecurityIncident>> fetchChangedSince(Instant since);

    /**
     * The incident with its alerts, or the one it was merged into, which has another id; empty when there is none of that id.
     *
     * @throws TenantException when it cannot be read
     */
    Reading<Optional<SecurityIncident>> find(String id);
}

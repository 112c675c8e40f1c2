package dev.cordon.tenant;

import java.time.Instant;
import java.util.Optional;

/** Identity Protection's view of a user. Without Entra ID P2 the risk is hidden, which means unknown, not none. */
public interface RiskyUsers {
    /** The user's risk; empty when Identity Protection lists none. */
    Reading<Optional<Risk>> fetchRisk(String objectId);

    /**
     * The risk detections as they came, page by page. An end is {@link CollectionEnd.NotLicensed} where the tenant has no Entra ID P2, also
     * when rows came: then they tell less. Permission IdentityRiskEvent.Read.All.
     */
    LogSource<PagePosition<RiskQuestion>> detections();

    /**
     * A user's risk.
     *
     * @param level low, medium, high, none, or hidden
     * @param state atRisk, confirmedCompromised, remediated …
     * @param detail why
     * @param updatedAt when it last changed
     */
    record Risk(String level, String state, String detail, Optional<Instant> updatedAt) {}
}

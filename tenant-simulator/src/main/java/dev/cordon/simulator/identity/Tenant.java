package dev.cordon.simulator.identity;

import dev.cordon.simulator.state.TenantState;
import java.time.InstantSource;

/**
 * What the parts of the simulation share about this tenant.
 *
 * @param wall the wall clock, for the operator's and the application's tokens
 * @param registration the responder's application
 */
public record Tenant(
        String tenantId,
        String operatorId,
        TenantState state,
        InstantSource wall,
        Registration registration,
        Tokens tokens) {

    /** The name of the tenant's first domain, as {@code x.onmicrosoft.com}. */
    public String initialDomain() {
        return state.scenario().organisation().defaultDomain().replaceAll("[^A-Za-z0-9]", "") + ".onmicrosoft.com";
    }

    /** Whether a tenant named like this in a URL is this one. */
    public boolean isCalled(String name) {
        return name.equalsIgnoreCase(tenantId)
                || name.equalsIgnoreCase("common")
                || name.equalsIgnoreCase("organizations")
                || name.equalsIgnoreCase(initialDomain())
                || state.scenario().organisation().domains().stream()
                        .anyMatch(domain -> domain.name().equalsIgnoreCase(name));
    }
}

package dev.cordon.simulator.identity;

import dev.cordon.simulator.state.CriticalEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.wire.WireRequest;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** What a resource makes of the token a request brings. */
public sealed interface Bearer {

    /** It is good. */
    record Accepted(AccessToken token) implements Bearer {}

    /** There is none. */
    record Missing() implements Bearer {}

    /** It is not one of ours, not for this resource, or over. */
    record Invalid(String message) implements Bearer {}

    /** It was issued before something happened that the resource has heard of. */
    record Challenged(AccessToken token, String code, Instant since) implements Bearer {}

    /** Reads and judges the token of a request to that resource. */
    static Bearer of(WireRequest request, Resource resource, Tenant tenant) {
        String header = request.header("authorization").orElse("");
        if (!header.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return new Missing();
        }
        Optional<AccessToken> found = tenant.tokens().find(header.substring(7).trim());
        if (found.isEmpty()) {
            return new Invalid("Invalid token. The signature could not be validated.");
        }
        AccessToken token = found.get();
        if (token.resource() != resource) {
            return new Invalid("Access token validation failure. Invalid audience.");
        }
        if (tenant.tokens().isExpired(token)) {
            return new Invalid("Lifetime validation failed, the token is expired.");
        }
        return challenge(token, tenant.state())
                .<Bearer>map(event -> new Challenged(token, event.code(), event.at()))
                .orElseGet(() -> new Accepted(token));
    }

    /** The event that makes a resource refuse this token by now, if any. */
    static Optional<CriticalEvent> challenge(AccessToken token, TenantState state) {
        if (!token.continuousAccess() || !token.isDelegated()) {
            return Optional.empty();
        }
        Instant now = state.now();
        return state.table(CriticalEvent.TABLE).all().stream()
                .filter(event -> event.userId().equals(token.userId())
                        && token.issued().isBefore(event.at())
                        && !event.effectiveAt().isAfter(now))
                .min(Comparator.comparing(CriticalEvent::effectiveAt));
    }
}

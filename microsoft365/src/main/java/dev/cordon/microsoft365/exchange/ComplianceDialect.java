package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Dialect;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.TokenClaims;
import dev.cordon.microsoft365.wire.Trouble;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * How Security & Compliance words what is not success: Exchange's envelope, and the refusals of what stands before it.
 *
 * @param exchange the envelope
 * @param role the role in Microsoft Purview that is needed
 */
record ComplianceDialect(ExchangeDialect exchange, String role) implements Dialect {
    /** What answers for Purview's data where nobody registered the caller there. */
    private static final String NOT_REGISTERED = "ServiceFabricGraphAuthenticationMiddleware";

    @Override
    public Optional<Trouble> trouble(Response response) {
        return exchange.trouble(response);
    }

    @Override
    public Stated stated(Response response) {
        return exchange.stated(response);
    }

    @Override
    public Failure refusal(Call call, Response response, TokenClaims claims) {
        Stated stated = stated(response);
        ExchangeAdvice advice = advice(response, stated);
        return new Failure(
                advice.reason(),
                call.attempted(),
                response.status(),
                stated.code(),
                stated.message(),
                response.requestId().orElse(""),
                advice.meaning(),
                advice.remedy());
    }

    private ExchangeAdvice advice(Response response, Stated stated) {
        if (stated.code().equals(ExchangeDialect.NOT_FOUND)) {
            return new ExchangeAdvice(
                    Reason.NOT_FOUND, "Microsoft Purview has no such object.", "Read the current state again.");
        }
        return switch (response.status()) {
            case 401 -> unauthorized(response);
            case 403 ->
                response.isHtml() ? notHere(response) : missingRole("The permission is there, but no role allows it.");
            case 301, 302, 303, 307, 308 ->
                new ExchangeAdvice(
                        Reason.REFUSED,
                        "The answer sends us to a host that is not Security & Compliance, which we do not follow with a token in hand.",
                        "Check compliance in the connection document.");
            case 404, 405, 501 ->
                new ExchangeAdvice(
                        Reason.NOT_AVAILABLE,
                        "This service or cloud does not offer the operation.",
                        "Search and purge in the Microsoft Purview portal.");
            default ->
                new ExchangeAdvice(
                        Reason.REFUSED,
                        "Microsoft Purview refused the request as it was put.",
                        "Read Microsoft's message; search and purge in the Microsoft Purview portal.");
        };
    }

    private ExchangeAdvice unauthorized(Response response) {
        return new String(response.body(), StandardCharsets.UTF_8).contains(NOT_REGISTERED)
                ? missingRole("Microsoft Purview does not know us: nobody registered us there.")
                : new ExchangeAdvice(
                        Reason.NOT_SIGNED_IN,
                        "Microsoft Purview does not accept our token, also after getting a new one.",
                        "Sign in again; check tenantId and compliance in the connection document, and the clock.");
    }

    private static ExchangeAdvice notHere(Response response) {
        return new ExchangeAdvice(
                Reason.NOT_AVAILABLE, response.webPageInWords(), "Search and purge in the Microsoft Purview portal.");
    }

    private ExchangeAdvice missingRole(String meaning) {
        return new ExchangeAdvice(
                Reason.MISSING_ROLE,
                meaning,
                "Have yourself added to a role group with the role " + role
                        + " (Microsoft Purview portal > Settings > Roles and scopes > Role groups), then sign in again.");
    }
}

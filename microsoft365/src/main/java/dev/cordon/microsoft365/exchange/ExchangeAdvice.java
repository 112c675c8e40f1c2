package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.wire.Dialect.Stated;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.TokenClaims;
import dev.cordon.tenant.Failure.Reason;

/** What a refusal of Exchange means and what to do about it. */
record ExchangeAdvice(Reason reason, String meaning, String remedy) {
    private static final String APPLICATION_PERMISSION = "Exchange.ManageAsApp";
    private static final String DELEGATED_PERMISSION = "Exchange.Manage";

    static ExchangeAdvice of(boolean writes, Response response, Stated stated, TokenClaims claims) {
        if (response.status() == 403 && response.isHtml()) {
            return new ExchangeAdvice(
                    Reason.REFUSED,
                    response.webPageInWords(),
                    "Ask once more; where it answers so again, look up what stands between this machine and Exchange Online.");
        }
        if (stated.code().equals(ExchangeDialect.NOT_FOUND)) {
            return new ExchangeAdvice(
                    Reason.NOT_FOUND, "Exchange Online has no such object.", "Read the current state again.");
        }
        return switch (response.status()) {
            case 401 ->
                isPermitted(claims)
                        ? new ExchangeAdvice(
                                Reason.NOT_SIGNED_IN,
                                "Exchange Online does not accept our token, also after getting a new one.",
                                "Sign in again; check tenantId and exchange in the connection document, and the clock.")
                        : missingPermission(claims);
            case 403 -> isPermitted(claims) ? missingRole(writes, claims) : missingPermission(claims);
            case 301, 302, 303, 307, 308 ->
                new ExchangeAdvice(
                        Reason.REFUSED,
                        "The answer sends us to another address, which we do not follow with a token in hand.",
                        "Check the addresses in the connection document.");
            case 404, 405, 501 ->
                new ExchangeAdvice(
                        Reason.NOT_AVAILABLE,
                        "This service or cloud does not offer the operation.",
                        "Use the generated PowerShell script for this step.");
            default ->
                new ExchangeAdvice(
                        Reason.REFUSED,
                        "Exchange Online refused the request as it was put.",
                        "Read Microsoft's message; use the generated PowerShell script for this step.");
        };
    }

    private static boolean isPermitted(TokenClaims claims) {
        return claims.permissions().contains(claims.application() ? APPLICATION_PERMISSION : DELEGATED_PERMISSION);
    }

    private static ExchangeAdvice missingPermission(TokenClaims claims) {
        return new ExchangeAdvice(
                Reason.MISSING_PERMISSION,
                "The token lacks the permission for Exchange Online.",
                claims.application()
                        ? "Have an administrator grant and consent to application permission " + APPLICATION_PERMISSION
                                + " of Office 365 Exchange Online, then sign in again."
                        : "Have an administrator consent to delegated permission " + DELEGATED_PERMISSION
                                + " of Office 365 Exchange Online, then sign in again.");
    }

    private static ExchangeAdvice missingRole(boolean writes, TokenClaims claims) {
        String whom = claims.application() ? "the application's service principal" : "you";
        return new ExchangeAdvice(
                Reason.MISSING_ROLE,
                "The permission is there, but no role allows this cmdlet, or Exchange Online does not know it.",
                writes
                        ? "Have the role Exchange Administrator assigned to " + whom + ", then sign in again."
                        : "Have the role Exchange Administrator assigned to " + whom
                                + " (Global Reader suffices for most reading, not for inbox rules), then sign in again.");
    }
}

package dev.cordon.simulator.login;

import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.wire.WireRequest;
import dev.cordon.simulator.wire.WireResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The sign-in host's refusals.
 *
 * @see <a href="https://learn.microsoft.com/entra/identity-platform/reference-error-codes">AADSTS error codes</a>
 */
enum LoginErrors {
    NO_TENANT(90002, 400, "invalid_request", null, "Tenant not found. Check that you have the correct tenant ID."),
    NO_CLIENT(700016, 400, "unauthorized_client", null, "Application was not found in the directory."),
    APPLICATION_DISABLED(7000112, 400, "unauthorized_client", null, "Application is disabled."),
    NO_RESOURCE(500011, 400, "invalid_resource", null, "The resource principal was not found in the tenant."),
    NO_SCOPE(90014, 400, "invalid_request", null, "The required field 'scope' is missing from the credential."),
    REDIRECT_MISMATCH(50011, 400, "invalid_request", null, "The redirect URI does not match those configured."),
    BAD_GRANT_TYPE(70003, 400, "unsupported_grant_type", null, "The app requested an unsupported grant type."),
    BAD_SECRET(7000215, 401, "invalid_client", null, "Invalid client secret provided."),
    BAD_ASSERTION(700027, 401, "invalid_client", null, "Client assertion failed signature validation."),
    ASSERTION_EXPIRED(700024, 401, "invalid_client", null, "Client assertion is not within its valid time range."),
    BAD_AUDIENCE(700023, 401, "invalid_client", null, "Client assertion audience claim does not match."),
    NO_CREDENTIAL(
            7000218,
            401,
            "invalid_client",
            null,
            "The request body must contain the following parameter: 'client_assertion' or 'client_secret'."),
    BAD_CODE(70008, 400, "invalid_grant", null, "The provided authorization code has expired or was already used."),
    BAD_VERIFIER(501481, 400, "invalid_grant", null, "The Code_Verifier does not match the code_challenge."),
    BAD_REFRESH_TOKEN(70000, 400, "invalid_grant", null, "Provided grant is invalid or malformed."),
    REFRESH_TOKEN_EXPIRED(700082, 400, "invalid_grant", null, "The refresh token has expired due to inactivity."),
    SESSION_REVOKED(
            50173,
            400,
            "invalid_grant",
            "bad_token",
            "The provided grant has expired due to it being revoked, a fresh auth token is needed."),
    ACCOUNT_DISABLED(50057, 400, "invalid_grant", null, "The user account is disabled."),
    NO_ACCOUNT(50034, 400, "invalid_grant", null, "The user account does not exist in the directory."),
    WRONG_PASSWORD(
            50126, 400, "invalid_grant", null, "Error validating credentials due to invalid username or password."),
    PASSWORD_EXPIRED(50055, 400, "invalid_grant", null, "The password is expired."),
    SECOND_FACTOR_NEEDED(
            50076,
            400,
            "interaction_required",
            "basic_action",
            "Due to a configuration change made by your administrator, you must use multi-factor authentication."),
    SECOND_FACTOR_FAILED(500121, 400, "invalid_grant", null, "Authentication failed during strong authentication."),
    WEAK_PASSWORD(120002, 400, "invalid_grant", null, "The new password does not comply with the password policy."),
    PENDING(70016, 400, "authorization_pending", null, "The end user has not yet authorized the request."),
    BAD_DEVICE_CODE(70020, 400, "expired_token", null, "The device code has expired or is not known."),
    DECLINED(70018, 400, "authorization_declined", null, "The end user denied the request."),
    NO_CONSENT(65001, 400, "invalid_grant", "consent_required", "The user or administrator has not consented.");

    private final int code;
    private final int status;
    private final String error;
    private final @Nullable String suberror;
    private final String text;

    LoginErrors(int code, int status, String error, @Nullable String suberror, String text) {
        this.code = code;
        this.status = status;
        this.error = error;
        this.suberror = suberror;
        this.text = text;
    }

    int code() {
        return code;
    }

    String error() {
        return error;
    }

    String text() {
        return text;
    }

    String description(WireRequest request, Instant now) {
        return "AADSTS" + code + ": " + text + " Trace ID: " + request.requestId() + " Correlation ID: "
                + correlation(request) + " Timestamp: " + stamp(now);
    }

    WireResponse answer(WireRequest request, Instant now) {
        var body = Json.object(
                "error", error,
                "error_description", description(request, now),
                "error_codes", Json.array(code),
                "timestamp", stamp(now),
                "trace_id", request.requestId(),
                "correlation_id", correlation(request),
                "error_uri", request.origin() + "/error?code=" + code);
        if (suberror != null) {
            body.addProperty("suberror", suberror);
        }
        return WireResponse.json(status, body);
    }

    private static String correlation(WireRequest request) {
        return request.header("client-request-id").orElse(request.requestId());
    }

    private static String stamp(Instant now) {
        return Json.time(now).replace('T', ' ');
    }
}

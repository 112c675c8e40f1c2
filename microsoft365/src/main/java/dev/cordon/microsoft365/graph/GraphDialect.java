package dev.cordon.microsoft365.graph;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Dialect;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.TokenClaims;
import dev.cordon.microsoft365.wire.Trouble;
import dev.cordon.tenant.Failure;
import java.util.Optional;
import java.util.Set;

/**
 * How Graph words what is not success: its own envelope, other services' envelopes, web pages, NUL bytes or nothing.
 *
 * @param need what the operation needs
 * @see <a href="https://learn.microsoft.com/graph/errors">Error responses</a>
 */
record GraphDialect(Need need) implements Dialect {
    static final String NOT_PREMIUM = "Authentication_RequestFromNonPremiumTenantOrB2CTenant";

    private static final Set<String> BUSY_CODES =
            Set.of("ErrorServerBusy", "serviceNotAvailable", "ServiceUnavailable", "Directory_ConcurrencyViolation");
    private static final Set<String> THROTTLED_CODES =
            Set.of("TooManyRequests", "ApplicationThrottled", "MailboxConcurrency", "activityLimitReached");

    @Override
    public Optional<Trouble> trouble(Response response) {
        return switch (response.status()) {
            case 429 -> Optional.of(Trouble.THROTTLED);
            case 503 -> Optional.of(Trouble.BUSY);
            case 500, 502, 504, 408 -> Optional.of(Trouble.FAULT);
            case 400, 401, 403, 404, 409 -> worded(response);
            default -> Optional.empty();
        };
    }

    private Optional<Trouble> worded(Response response) {
        String code = stated(response).code();
        if (THROTTLED_CODES.contains(code)) {
            return Optional.of(Trouble.THROTTLED);
        }
        if (code.equals(NOT_PREMIUM)) {
            return Optional.of(Trouble.DOUBTFUL);
        }
        return BUSY_CODES.contains(code) ? Optional.of(Trouble.BUSY) : Optional.empty();
    }

    @Override
    public Stated stated(Response response) {
        try {
            JsonItem body = StrictJson.object(response.body());
            Optional<JsonItem> error = body.findItem("error");
            if (error.isPresent()) {
                return new Stated(error.get().textOrEmpty("code"), error.get().textOrEmpty("message"));
            }
            return new Stated("", body.find("Message").orElseGet(() -> body.textOrEmpty("message")));
        } catch (UnreadableJson e) {
            return new Stated("", response.isHtml() ? "a web page" : String.valueOf(e.getMessage()));
        }
    }

    @Override
    public Failure refusal(Call call, Response response, TokenClaims claims) {
        Stated stated = stated(response);
        String message = call.secret()
                .map(secret -> stated.message().replace(secret.reveal(), "[secret]"))
                .orElse(stated.message());
        Advice advice = GraphAdvice.of(need, response, stated, claims);
        return new Failure(
                advice.reason(),
                call.attempted(),
                response.status(),
                stated.code(),
                message,
                response.requestId().orElse(""),
                advice.meaning(),
                advice.remedy());
    }
}

package dev.cordon.microsoft365.exchange;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Dialect;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.TokenClaims;
import dev.cordon.microsoft365.wire.Trouble;
import dev.cordon.tenant.Failure;
import java.util.List;
import java.util.Optional;

/**
 * How Exchange's administration endpoint words what is not success. The exception's class stands in the middle of a text with bars, the
 * useful message innermost; a missing role is a 403 whose gzip body is NUL bytes.
 *
 * @param writes whether the cmdlet changes something
 */
record ExchangeDialect(boolean writes) implements Dialect {
    static final String NOT_FOUND = "ManagementObjectNotFoundException";

    private static final List<String> PASSING = List.of(
            "CmdletProxyNotAvailableFailure",
            "ServerBusyException",
            "TransientException",
            "BackendCommunicationException",
            "UnableToWriteToAadException");

    @Override
    public Optional<Trouble> trouble(Response response) {
        return switch (response.status()) {
            case 429 -> Optional.of(Trouble.THROTTLED);
            case 503 -> Optional.of(Trouble.BUSY);
            case 500, 502, 504, 408 -> Optional.of(Trouble.FAULT);
            case 400, 403, 404, 409 -> worded(response);
            default -> Optional.empty();
        };
    }

    private Optional<Trouble> worded(Response response) {
        Stated stated = stated(response);
        if (stated.message().contains("maximum number of concurrent requests")) {
            return Optional.of(Trouble.THROTTLED);
        }
        String type = stated.code() + response.header("x-exceptiontype").orElse("");
        return PASSING.stream().anyMatch(type::contains) ? Optional.of(Trouble.BUSY) : Optional.empty();
    }

    /** The code is the exception's class without its package where there is one. */
    @Override
    public Stated stated(Response response) {
        try {
            JsonItem error = StrictJson.object(response.body())
                    .findItem("error")
                    .orElseThrow(() -> new UnreadableJson("The answer is not Exchange's"));
            Optional<String> detail =
                    error.items("details").stream().findFirst().flatMap(each -> each.find("message"));
            return new Stated(code(error, detail), message(error, detail));
        } catch (UnreadableJson e) {
            return new Stated("", response.isHtml() ? "a web page" : String.valueOf(e.getMessage()));
        }
    }

    private static String code(JsonItem error, Optional<String> detail) {
        String[] parts = detail.orElse("").split("\\|", -1);
        String type = parts.length >= 3
                ? parts[1]
                : error.findItem("innererror")
                        .flatMap(inner -> inner.findItem("internalexception"))
                        .flatMap(inner -> inner.find("type"))
                        .orElse(error.textOrEmpty("code"));
        return type.substring(type.lastIndexOf('.') + 1);
    }

    private static String message(JsonItem error, Optional<String> detail) {
        return error.findItem("innererror")
                .flatMap(inner -> inner.findItem("internalexception"))
                .flatMap(inner -> inner.find("message"))
                .filter(text -> !text.isBlank())
                .map(ExchangeDialect::afterBars)
                .or(() -> detail.map(ExchangeDialect::afterBars))
                .orElseGet(() -> error.textOrEmpty("message"));
    }

    private static String afterBars(String text) {
        return text.substring(text.lastIndexOf('|') + 1);
    }

    @Override
    public Failure refusal(Call call, Response response, TokenClaims claims) {
        Stated stated = stated(response);
        ExchangeAdvice advice = ExchangeAdvice.of(writes, response, stated, claims);
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
}

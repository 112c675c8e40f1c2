package dev.cordon.microsoft365.graph;

import static dev.cordon.microsoft365.graph.GraphClient.V1;
import static dev.cordon.microsoft365.graph.GraphClient.segment;

import dev.cordon.microsoft365.json.JsonItem;
import dev.cordon.microsoft365.json.StrictJson;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.Call;
import dev.cordon.microsoft365.wire.Expectation;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Sent;
import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Secret;
import dev.cordon.tenant.TenantException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Waits for a password reset that Graph only accepted. 202 is not done: until the operation says {@code succeeded} the result is unknown.
 *
 * @param sleep lets wall time pass
 * @see <a href="https://learn.microsoft.com/graph/api/longrunningoperation-get">longRunningOperation</a>
 */
public record ResetOperation(Sleep sleep) {
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    Receipt awaited(GraphClient graph, String objectId, Sent<Response> accepted, Secret newPassword) {
        String attempted = "Reset the password of " + objectId;
        List<Answer> answers = new ArrayList<>(List.of(accepted.answer()));
        String path = path(objectId, accepted.value())
                .orElseThrow(() -> unknown(attempted, accepted.answer(), "no operation was named"));
        Duration pause = FIRST_PAUSE;
        Duration waited = Duration.ZERO;
        while (waited.compareTo(PATIENCE) < 0) {
            Sent<Poll> poll = poll(graph, attempted, path, newPassword, accepted.answer());
            answers.add(poll.answer());
            switch (poll.value().status()) {
                case "succeeded" -> {
                    return new Receipt(poll.answer().date(), false, answers, List.of());
                }
                case "failed" -> throw failed(attempted, poll);
                default -> waited = waited.plus(rest(attempted, poll, pause));
            }
            pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause.multipliedBy(2);
        }
        throw unknown(attempted, answers.getLast(), "the operation is still running");
    }

    private record Poll(String status, String detail, Optional<Duration> retryAfter) {}

    private Sent<Poll> poll(GraphClient graph, String attempted, String path, Secret newPassword, Answer accepted) {
        Call call = Call.get(
                        "Read how the password reset went",
                        Audience.GRAPH,
                        graph.address(path),
                        Need.RESET_PASSWORD.bucket())
                .withSecret(newPassword);
        try {
            return graph.send(Need.RESET_PASSWORD, call, Expectation.success(ResetOperation::poll));
        } catch (TenantException e) {
            throw unknown(
                    attempted,
                    accepted,
                    "its operation cannot be read: " + e.failure().paragraph());
        }
    }

    private static Poll poll(Response response) {
        JsonItem operation = StrictJson.object(response.body());
        return new Poll(operation.text("status"), operation.textOrEmpty("statusDetail"), response.retryAfter());
    }

    private Duration rest(String attempted, Sent<Poll> poll, Duration pause) {
        Duration rest = poll.value().retryAfter().orElse(pause);
        try {
            sleep.sleep(rest);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unknown(attempted, poll.answer(), "waiting for it was interrupted");
        }
        return rest;
    }

    /** The operation at our own address for Graph, whatever host the answer names. */
    private static Optional<String> path(String objectId, Response accepted) {
        String location = accepted.header("location")
                .or(() -> accepted.header("operation-location"))
                .orElse("");
        int start = location.indexOf("/authentication/operations/");
        if (start < 0) {
            return Optional.empty();
        }
        String rest = location.substring(start);
        boolean plain = rest.chars().allMatch(c -> c > ' ' && c < 127 && "\"<>\\^`{|}#".indexOf(c) < 0);
        return plain ? Optional.of(V1 + "/users/" + segment(objectId) + rest) : Optional.empty();
    }

    private static TenantException failed(String attempted, Sent<Poll> poll) {
        String detail = poll.value().detail();
        String lower = detail.toLowerCase(Locale.ROOT);
        boolean elsewhere = lower.contains("on-prem") || lower.contains("writeback") || lower.contains("write-back");
        return new TenantException(new Failure(
                elsewhere ? Reason.MASTERED_ELSEWHERE : Reason.REFUSED,
                attempted,
                poll.answer().status(),
                "failed",
                detail,
                poll.answer().requestId().orElse(""),
                elsewhere
                        ? "The password is mastered on premises and could not be written back; the old one still works."
                        : "The reset was accepted and then failed; the old password still works.",
                elsewhere
                        ? "Reset it in Active Directory, twice, and demand a change at logon; block the sign-in until then."
                        : "Block the sign-in, then reset with another password."));
    }

    private static TenantException unknown(String attempted, Answer answer, String why) {
        return new TenantException(new Failure(
                Reason.UNKNOWN_RESULT,
                attempted,
                answer.status(),
                "",
                "",
                answer.requestId().orElse(""),
                "The reset was accepted, but " + why + ": it may or may not have happened.",
                "Read when the password was last changed before you repeat it."));
    }
}

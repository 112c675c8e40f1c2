package dev.cordon.microsoft365.wire;

import dev.cordon.microsoft365.json.UnreadableJson;
import dev.cordon.microsoft365.wire.RepeatRules.Next;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.TenantException;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;

/** Sends calls until they are answered for good. Safe for many threads. */
public final class Wire {
    private static final System.Logger LOG = System.getLogger(Wire.class.getName());
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Transport transport;
    private final Tokens tokens;
    private final WireClock clock;
    private final Gates gates;
    private final Sleep sleep;

    /** Lets wall time pass. */
    @FunctionalInterface
    public interface Sleep {
        void sleep(Duration duration) throws InterruptedException;
    }

    public Wire(Transport transport, Tokens tokens, WireClock clock, LongSupplier nanoTime, Sleep sleep) {
        this.transport = transport;
        this.tokens = tokens;
        this.clock = clock;
        this.gates = new Gates(nanoTime, clock::speed);
        this.sleep = sleep;
    }

    /**
     * Sends {@code call}, again where that is safe and may help, and reads the answer.
     *
     * @throws TenantException when it was refused, or was not answered within our patience
     */
    public <T> Sent<T> send(Call call, Lane lane, Dialect dialect, Expectation<T> expectation) {
        return new Sending<>(call, lane, dialect, expectation).untilAnswered();
    }

    /** What our token for {@code audience} says about us. */
    public TokenClaims claims(Audience audience) {
        return tokens.fetch(audience).claims();
    }

    /**
     * Fetches tokens beside whatever else is done, one after the other: a person who must sign in is asked once. A refusal is told by the
     * first call that needs the token.
     */
    public void prepare(List<Audience> audiences) {
        transport.threads().execute(() -> {
            try {
                audiences.forEach(tokens::fetch);
            } catch (TenantException e) {
                LOG.log(
                        System.Logger.Level.DEBUG,
                        "not prepared reason={0}",
                        e.failure().reason());
            }
        });
    }

    public WireClock clock() {
        return clock;
    }

    public Transport transport() {
        return transport;
    }

    /** One call on its way. One thread. */
    private final class Sending<T> {
        private final Call call;
        private final Lane lane;
        private final Dialect dialect;
        private final Expectation<T> expectation;
        private final RepeatRules rules;
        private final Gate gate;
        private boolean challenged;
        private boolean renewed;
        private long mark;

        Sending(Call call, Lane lane, Dialect dialect, Expectation<T> expectation) {
            this.call = call;
            this.lane = lane;
            this.dialect = dialect;
            this.expectation = expectation;
            this.rules = new RepeatRules(
                    call.repeat(), PATIENCE, () -> ThreadLocalRandom.current().nextDouble());
            this.gate = gates.of(call.bucket());
        }

        Sent<T> untilAnswered() {
            AccessToken token = tokens.fetch(call.audience());
            while (true) {
                switch (deliver(token)) {
                    case Delivery.NotSent(var cause, boolean mayPass) -> {
                        if (!mayPass) {
                            throw gaveUp(unsent(), cause.getMessage(), Optional.empty());
                        }
                        pause(Trouble.NOT_SENT, cause.getMessage(), Optional.empty());
                    }
                    case Delivery.Lost(var cause) -> {
                        if (transport.isClosed()) {
                            throw interrupted(true);
                        }
                        if (cause instanceof TooLargeException) {
                            throw new TenantException(tooLarge(cause), cause);
                        }
                        pause(Trouble.LOST, cause.getMessage(), Optional.empty());
                    }
                    case Delivery.Arrived(Response response) -> {
                        response.date().ifPresent(date -> clock.observe(date, mark));
                        if (response.status() == 401 && mayRenew(response)) {
                            token = renewed(token, response);
                        } else {
                            Optional<Sent<T>> sent = accepted(response, token);
                            if (sent.isPresent()) {
                                return sent.get();
                            }
                        }
                    }
                }
            }
        }

        private Delivery deliver(AccessToken token) {
            boolean sending = false;
            try {
                gate.enter(lane, call.leads());
                try {
                    sending = true;
                    HttpRequest request = request(token);
                    mark = clock.mark();
                    return call.sharesConnection()
                            ? transport.read(request, call.largest())
                            : transport.deliver(request, lane, call.largest());
                } finally {
                    gate.leave();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw interrupted(sending);
            }
        }

        private HttpRequest request(AccessToken token) {
            HttpRequest.Builder builder = HttpRequest.newBuilder(call.uri())
                    .header("Authorization", "Bearer " + token.secret().reveal())
                    .header("Accept", "application/json")
                    .header("Accept-Encoding", "gzip")
                    .header("client-request-id", UUID.randomUUID().toString())
                    .header("return-client-request-id", "true")
                    .header("x-ms-throttle-priority", lane == Lane.CONTAINMENT ? "High" : "Low");
            call.headers().forEach(builder::header);
            if (call.body().length > 0) {
                builder.header("Content-Type", "application/json");
                return builder.method(call.method(), BodyPublishers.ofByteArray(call.body()))
                        .build();
            }
            return builder.method(call.method(), BodyPublishers.noBody()).build();
        }

        private Optional<Sent<T>> accepted(Response response, AccessToken token) {
            if (expectation.isMet().test(response)) {
                try {
                    T value = expectation.meaning().apply(response);
                    return Optional.of(new Sent<>(value, answer(call, response), rules.mayHaveArrived()));
                } catch (UnreadableJson e) {
                    pause(Trouble.UNREADABLE, String.valueOf(e.getMessage()), Optional.of(response));
                    return Optional.empty();
                }
            }
            Optional<Trouble> trouble = dialect.trouble(response);
            if (trouble.isEmpty() || (trouble.get() == Trouble.DOUBTFUL && rules.isSettled(Trouble.DOUBTFUL))) {
                Failure refusal = dialect.refusal(call, response, token.claims());
                throw new TenantException(
                        rules.mayHaveArrived() && !call.isRead() ? afterLostAnswer(refusal) : refusal);
            }
            pause(trouble.get(), dialect.stated(response).message(), Optional.of(response));
            return Optional.empty();
        }

        /** An earlier sending may have done what this one was refused for: what is gone cannot be deleted again. */
        private static Failure afterLostAnswer(Failure refusal) {
            return new Failure(
                    Reason.UNKNOWN_RESULT,
                    refusal.attempted(),
                    refusal.status(),
                    refusal.code(),
                    refusal.message(),
                    refusal.requestId(),
                    "It was sent before and the answer was lost, so it may have happened all the same. Sent again, it was refused: "
                            + refusal.meaning(),
                    "Read the current state before you repeat it. " + refusal.remedy());
        }

        private boolean mayRenew(Response response) {
            return Challenge.claims(response).isPresent() ? !challenged : !renewed;
        }

        /** A 401 is given before the request is looked at, so even one that must happen only once may follow with a new token. */
        private AccessToken renewed(AccessToken refused, Response response) {
            Optional<String> claims = Challenge.claims(response);
            challenged |= claims.isPresent();
            renewed |= claims.isEmpty();
            return tokens.renew(call.audience(), refused, claims);
        }

        private void pause(
                Trouble trouble, @org.jspecify.annotations.Nullable String words, Optional<Response> response) {
            Optional<Duration> retryAfter = response.flatMap(Response::retryAfter);
            switch (rules.after(trouble, retryAfter)) {
                case Next.GiveUp(Reason reason) -> throw gaveUp(reason, words, response);
                case Next.SendAgain(Duration pause) -> {
                    if (trouble == Trouble.THROTTLED) {
                        gate.pause(pause.toNanos());
                    }
                    try {
                        sleep.sleep(pause);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                        throw interrupted(false);
                    }
                }
            }
        }

        private Failure tooLarge(IOException cause) {
            return new Failure(
                    Reason.UNREADABLE_ANSWER,
                    call.attempted(),
                    0,
                    "",
                    String.valueOf(cause.getMessage()),
                    "",
                    "The answer is larger than what is taken of it; nothing of it was kept.",
                    "Fetch it by hand.");
        }

        private Reason unsent() {
            return rules.mayHaveArrived() && !call.isRead() ? Reason.UNKNOWN_RESULT : Reason.UNREACHABLE;
        }

        private TenantException interrupted(boolean sending) {
            boolean unknown = !call.isRead() && (sending || rules.mayHaveArrived());
            return gaveUp(
                    unknown ? Reason.UNKNOWN_RESULT : Reason.INTERRUPTED,
                    "interrupted before the answer",
                    Optional.empty());
        }

        private TenantException gaveUp(
                Reason reason, @org.jspecify.annotations.Nullable String words, Optional<Response> response) {
            Dialect.Stated stated = response.map(dialect::stated).orElse(new Dialect.Stated("", ""));
            String said = stated.message().isEmpty() && words != null ? words : stated.message();
            String safe = call.secret()
                    .map(secret -> said.replace(secret.reveal(), "[secret]"))
                    .orElse(said);
            return new TenantException(new Failure(
                    reason,
                    call.attempted(),
                    response.map(Response::status).orElse(0),
                    stated.code(),
                    safe,
                    response.flatMap(Response::requestId).orElse(""),
                    GivenUp.meaning(reason, call),
                    GivenUp.remedy(reason, call)));
        }
    }

    /** The answer as the vault keeps it. */
    Answer answer(Call call, Response response) {
        Redaction redaction = Redaction.of(response.body(), call.secret());
        Instant known = clock.now();
        return new Answer(
                call.shown(),
                response.status(),
                response.requestId(),
                response.date().orElse(known == null ? Instant.EPOCH : known),
                response.header("content-type").orElse(""),
                redaction.body(),
                redaction.redacted());
    }
}

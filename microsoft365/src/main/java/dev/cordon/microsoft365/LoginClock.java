package dev.cordon.microsoft365;

import dev.cordon.microsoft365.wire.Delivery;
import dev.cordon.microsoft365.wire.Response;
import dev.cordon.microsoft365.wire.Transport;
import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.microsoft365.wire.WireClock;
import dev.cordon.tenant.ClockReading;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.TenantClock;
import dev.cordon.tenant.TenantException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The tenant's clock, asked at the sign-in host, where no bucket counts. Safe for many threads. */
final class LoginClock implements TenantClock {
    private static final Duration SHORTEST_REST = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofSeconds(5);
    private static final Duration LONGEST_LEAD = Duration.ofSeconds(2);
    private static final int TRIES = 5;

    private final Transport transport;
    private final WireClock clock;
    private final Sleep sleep;
    private final URI openIdConfiguration;

    LoginClock(Transport transport, WireClock clock, Sleep sleep, URI authority) {
        this.transport = transport;
        this.clock = clock;
        this.sleep = sleep;
        this.openIdConfiguration = authority.resolve("v2.0/.well-known/openid-configuration");
    }

    @Override
    public Instant now() {
        Instant known = clock.now();
        return known == null ? fetchNow() : known;
    }

    @Override
    public Optional<ClockReading> reading() {
        return Optional.ofNullable(clock.closest());
    }

    @Override
    public Instant fetchNow() {
        try {
            return asked();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failure(Failure.Reason.INTERRUPTED, "", "It was interrupted.", "Run it again when you are ready.");
        }
    }

    private Instant asked() throws InterruptedException {
        String said = "";
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            long mark = clock.mark();
            switch (transport.deliver(
                    HttpRequest.newBuilder(openIdConfiguration).build(), Lane.CONTAINMENT)) {
                case Delivery.Arrived(Response response) -> {
                    Optional<Instant> date = response.date();
                    if (date.isPresent()) {
                        clock.observe(date.get(), mark);
                        return date.get();
                    }
                    said = "an answer without a date";
                }
                case Delivery.NotSent(var cause, boolean mayPass) -> said = String.valueOf(cause.getMessage());
                case Delivery.Lost(var cause) -> said = String.valueOf(cause.getMessage());
            }
            sleep.sleep(SHORTEST_REST.multipliedBy(1L << (2 * attempt)));
        }
        throw failure(
                Failure.Reason.UNREACHABLE,
                said,
                "The sign-in host does not tell its time.",
                "Check the network and the authority in the connection document, then run it again.");
    }

    private static TenantException failure(Failure.Reason reason, String message, String meaning, String remedy) {
        return new TenantException(
                new Failure(reason, "Ask the tenant for its time", 0, "", message, "", meaning, remedy));
    }

    /** A date is cut to the second, so one second more makes sure. Rests are short until the tenant's speed is known. */
    @Override
    public Instant await(Duration duration) throws InterruptedException {
        Instant until = asked().plus(duration).plusSeconds(1);
        Duration careful = SHORTEST_REST.multipliedBy(4);
        Instant now = clockOr(until);
        while (now.isBefore(until)) {
            Duration left = Duration.between(now, until);
            Duration rest = Duration.ofNanos((long) (left.toNanos() / clock.speed()));
            sleep.sleep(within(rest, careful));
            careful = within(careful.multipliedBy(2), LONGEST_REST);
            now = asked();
        }
        return now;
    }

    @Override
    public void awaitSecondAfter(Instant moment) throws InterruptedException {
        Instant now = now();
        Instant wanted = moment.truncatedTo(ChronoUnit.SECONDS).plusSeconds(1);
        Instant longest = now.plus(LONGEST_LEAD);
        Instant until = wanted.isBefore(longest) ? wanted : longest;
        while (now.isBefore(until)) {
            sleep.sleep(Duration.ofNanos((long) (Duration.between(now, until).toNanos() / clock.speed()) + 1));
            now = now();
        }
    }

    private Instant clockOr(Instant other) {
        Instant known = clock.now();
        return known == null ? other : known;
    }

    private static Duration within(Duration rest, Duration longest) {
        Duration capped = rest.compareTo(longest) > 0 ? longest : rest;
        return capped.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : capped;
    }
}

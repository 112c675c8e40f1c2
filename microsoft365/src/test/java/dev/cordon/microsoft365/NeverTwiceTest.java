package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.microsoft365.TenantDouble.Asked;
import dev.cordon.microsoft365.TenantDouble.Fault;
import dev.cordon.microsoft365.TenantDouble.Reply;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Secret;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.TenantException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever goes wrong on the way: a password reset is carried out at most once, and never called done when that is not certain. */
class NeverTwiceTest {
    private static final TenantDouble microsoft = new TenantDouble();
    private static final Tenant tenant = connected();

    enum Weather {
        ACCEPTED(true, 204),
        THROTTLED(false, 429),
        EXPIRED_TOKEN(false, 401),
        BROKEN(true, 500),
        OVERLOADED(true, 503),
        GATEWAY_GAVE_UP(true, 504),
        CONNECTION_LOST(true, 0),
        REFUSED(false, 403);

        private final boolean mayAct;
        private final int status;

        Weather(boolean mayAct, int status) {
            this.mayAct = mayAct;
            this.status = status;
        }

        Reply reply() {
            return this == CONNECTION_LOST ? Reply.status(200).with(Fault.RESET) : Reply.status(status);
        }
    }

    private static Tenant connected() {
        try {
            return new Microsoft365Connector(
                            words -> {}, page -> {}, InstantSource.system(), System::nanoTime, pause -> {})
                    .connect(microsoft.document(Files.createTempDirectory("never-twice")), SignIn.CERTIFICATE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterContainer
    static void close() {
        tenant.close();
        microsoft.close();
    }

    @Property(tries = 60)
    void a_reset_is_carried_out_at_most_once(@ForAll @Size(min = 1, max = 8) List<Weather> weathers) {
        AtomicInteger resets = new AtomicInteger();
        microsoft.answer(byWeather(weathers, resets, weather -> weather.mayAct));

        Optional<Reason> reason = reasonOf(() -> tenant.passwords().reset("anna", new Secret("Pass-word-123!")));

        assertThat(resets.get()).isLessThanOrEqualTo(1);
        if (reason.isEmpty()) {
            assertThat(resets.get()).isEqualTo(1);
        } else if (resets.get() == 1) {
            assertThat(reason).contains(Reason.UNKNOWN_RESULT);
        }
    }

    /** A service that says it does not serve is believed that it did not revoke; one that broke over it is not. */
    @Property(tries = 60)
    void a_revoke_is_never_called_done_or_undone_wrongly(@ForAll @Size(min = 1, max = 8) List<Weather> weathers) {
        AtomicInteger revokes = new AtomicInteger();
        microsoft.answer(byWeather(weathers, revokes, weather -> weather.mayAct && weather != Weather.OVERLOADED));

        Optional<Reason> reason = reasonOf(() -> tenant.signInSessions().revoke("anna"));

        if (reason.isEmpty()) {
            assertThat(revokes.get()).isPositive();
        } else if (reason.get() == Reason.THROTTLED || reason.get() == Reason.UNREACHABLE) {
            assertThat(revokes.get()).isZero();
        }
    }

    private static Function<Asked, Reply> byWeather(
            List<Weather> weathers, AtomicInteger done, Predicate<Weather> acts) {
        AtomicInteger next = new AtomicInteger();
        return request -> {
            Weather weather = weathers.get(Math.min(next.getAndIncrement(), weathers.size() - 1));
            done.addAndGet(acts.test(weather) ? 1 : 0);
            return weather.reply();
        };
    }

    private static Optional<Reason> reasonOf(Runnable change) {
        try {
            change.run();
            return Optional.empty();
        } catch (TenantException e) {
            return Optional.of(e.failure().reason());
        }
    }
}

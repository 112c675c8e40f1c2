package dev.cordon.microsoft365.signin;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import dev.cordon.microsoft365.wire.AccessToken;
import dev.cordon.microsoft365.wire.Audience;
import dev.cordon.microsoft365.wire.TokenClaims;
import dev.cordon.microsoft365.wire.Tokens;
import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.tenant.Failure.Reason;
import dev.cordon.tenant.Secret;
import dev.cordon.tenant.TenantException;
import java.net.MalformedURLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Access tokens by Microsoft's own library, kept in memory only; each service has a lock of its own. Safe for many threads. */
final class MsalTokens implements Tokens {
    private static final int TRIES = 4;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final long LONGEST_MARGIN = 300_000_000_000L;

    private final Acquisition acquisition;
    private final InstantSource wallClock;
    private final LongSupplier nanoTime;
    private final Sleep sleep;
    private final Map<Audience, Cell> cells = new EnumMap<>(Audience.class);

    MsalTokens(Acquisition acquisition, InstantSource wallClock, LongSupplier nanoTime, Sleep sleep) {
        this.acquisition = acquisition;
        this.wallClock = wallClock;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
        for (Audience audience : Audience.values()) {
            cells.put(audience, new Cell());
        }
    }

    private static final class Cell {
        private final ReentrantLock lock = new ReentrantLock();
        private volatile @Nullable AccessToken token;
    }

    @Override
    public AccessToken fetch(Audience audience) {
        Cell cell = cell(audience);
        AccessToken token = cell.token;
        return token != null && isFresh(token) ? token : replaced(cell, audience, token, Optional.empty(), false);
    }

    @Override
    public AccessToken renew(Audience audience, AccessToken refused, Optional<String> claims) {
        return replaced(cell(audience), audience, refused, claims, true);
    }

    private Cell cell(Audience audience) {
        Cell cell = cells.get(audience);
        if (cell == null) {
            throw new IllegalStateException("No cell for " + audience);
        }
        return cell;
    }

    private AccessToken replaced(
            Cell cell, Audience audience, @Nullable AccessToken old, Optional<String> claims, boolean fresh) {
        cell.lock.lock();
        try {
            AccessToken current = cell.token;
            if (current != null && !current.equals(old)) {
                return current;
            }
            AccessToken token = persistently(audience, fresh, claims);
            cell.token = token;
            return token;
        } finally {
            cell.lock.unlock();
        }
    }

    private boolean isFresh(AccessToken token) {
        return nanoTime.getAsLong() - token.renewAt() < 0;
    }

    /** A token may be asked for again whatever happened to the request. */
    private AccessToken persistently(Audience audience, boolean fresh, Optional<String> claims) {
        for (int attempt = 1; ; attempt++) {
            try {
                return acquired(audience, fresh, claims);
            } catch (TenantException e) {
                if (attempt >= TRIES || !mayPass(e.failure().reason())) {
                    throw e;
                }
            }
            try {
                sleep.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw SignInRefusal.interrupted(audience);
            }
        }
    }

    private static boolean mayPass(Reason reason) {
        return reason == Reason.THROTTLED || reason == Reason.SERVICE_FAULT || reason == Reason.UNREACHABLE;
    }

    private AccessToken acquired(Audience audience, boolean fresh, Optional<String> claims) {
        try {
            return token(acquisition.acquire(audience, fresh, claims).get());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw SignInRefusal.interrupted(audience);
        } catch (CancellationException | RejectedExecutionException e) {
            // Rejected by the threads of a connection that was closed meanwhile.
            throw SignInRefusal.interrupted(audience);
        } catch (ExecutionException | CompletionException e) {
            throw SignInRefusal.of(audience, e.getCause(), fresh);
        } catch (MalformedURLException e) {
            throw SignInRefusal.of(audience, e, fresh);
        }
    }

    private AccessToken token(IAuthenticationResult result) {
        Duration left =
                Duration.between(wallClock.instant(), result.expiresOnDate().toInstant());
        long life = Math.max(0, left.toNanos());
        long renewAt = nanoTime.getAsLong() + life - Math.min(LONGEST_MARGIN, life / 10);
        return new AccessToken(new Secret(result.accessToken()), TokenClaims.of(result.accessToken()), renewAt);
    }
}

package dev.cordon.response;

import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.TenantException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Whether a tenant answers at all, and what time it has: asked with less patience than a response to an attack has. */
sealed interface Greeting {
    /** Long enough for a slow sign-in service, short enough that the other tenants get their turn. */
    Duration PATIENCE = Duration.ofSeconds(20);

    /** It answered; the caller closes the connection. */
    record Answered(Tenant tenant, Instant now) implements Greeting {}

    /** It did not, and why. */
    record Unanswered(String reason) implements Greeting {}

    /** Connects, signs in and reads the tenant's clock. Where a person signs in, he is given all the time he needs. */
    static Greeting of(Tenants tenants, String name, Function<Path, SignIn> signIn) throws InterruptedException {
        SignIn how;
        try {
            how = tenants.signIn(name, signIn);
        } catch (RuntimeException unusable) {
            return new Unanswered(reason(unusable));
        }
        var greeting = new FutureTask<>(() -> greet(tenants, name, how));
        Thread.ofVirtual().name("greet " + name).start(greeting);
        try {
            return how == SignIn.CERTIFICATE ? greeting.get(PATIENCE.toSeconds(), TimeUnit.SECONDS) : greeting.get();
        } catch (TimeoutException _) {
            greeting.cancel(true);
            return new Unanswered(
                    "No answer came within " + PATIENCE.toSeconds() + " s. Look whether it can be reached from here.");
        } catch (ExecutionException e) {
            return new Unanswered(reason(e.getCause()));
        } catch (InterruptedException e) {
            greeting.cancel(true);
            throw e;
        }
    }

    private static Greeting greet(Tenants tenants, String name, SignIn how) {
        Tenant tenant = tenants.connect(name, how);
        try {
            return new Answered(tenant, tenant.clock().fetchNow());
        } catch (RuntimeException e) {
            tenant.close();
            throw e;
        }
    }

    private static String reason(@Nullable Throwable cause) {
        return switch (cause) {
            case TenantException refused -> refused.failure().paragraph();
            case RequestRefusedException refused -> refused.getMessage() + " " + refused.remedy();
            case null, default -> {
                System.getLogger(Greeting.class.getName())
                        .log(System.Logger.Level.ERROR, "a tenant could not be greeted", cause);
                yield "Cordon failed while it asked, and that is Cordon's fault; cordon.log in the data folder says where.";
            }
        };
    }
}

package dev.cordon.microsoft365;

import dev.cordon.microsoft365.connection.ConnectionDocument;
import dev.cordon.microsoft365.connection.ConnectionReader;
import dev.cordon.microsoft365.connection.Trust;
import dev.cordon.microsoft365.signin.SignIns;
import dev.cordon.microsoft365.wire.Beside;
import dev.cordon.microsoft365.wire.FirstWords;
import dev.cordon.microsoft365.wire.Tokens;
import dev.cordon.microsoft365.wire.Transport;
import dev.cordon.microsoft365.wire.Wire;
import dev.cordon.microsoft365.wire.WireClock;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Connects to Microsoft 365 over HTTPS. Safe for many threads. */
public final class Microsoft365Connector implements TenantConnector {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(100);

    private final SignIns signIns;
    private final InstantSource wallClock;
    private final LongSupplier nanoTime;
    private final Wire.Sleep sleep;

    /**
     * A connector on the wall's time.
     *
     * @param instructions told what an administrator must do elsewhere: the device code with its address
     * @param browser opens the sign-in page
     * @param wallClock this machine's clock: certificates and assertions follow it
     */
    public Microsoft365Connector(Consumer<String> instructions, Consumer<URI> browser, InstantSource wallClock) {
        this(instructions, browser, wallClock, System::nanoTime, Thread::sleep);
    }

    Microsoft365Connector(
            Consumer<String> instructions,
            Consumer<URI> browser,
            InstantSource wallClock,
            LongSupplier nanoTime,
            Wire.Sleep sleep) {
        this.signIns = new SignIns(instructions, browser, wallClock, nanoTime, sleep);
        this.wallClock = wallClock;
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    /** Begins, on a thread of its own, what every first connection needs. For a program that is about to connect; sends nothing. */
    public static void prepare() {
        FirstWords.sayBeside();
    }

    @Override
    public Tenant connect(Path document, SignIn signIn) {
        ConnectionDocument connection = ConnectionReader.read(document, signIn == SignIn.CERTIFICATE);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            // The certificate's key and the transport need nothing of each other, and both take long to compute.
            Beside<SignIns.Prepared> prepared = Beside.start(threads, () -> signIns.prepare(connection, signIn));
            Transport transport = transport(connection);
            try {
                return connected(connection, prepared.join(), transport);
            } catch (RuntimeException e) {
                transport.close();
                throw e;
            }
        }
    }

    private static Transport transport(ConnectionDocument connection) {
        var transport = new Transport(connection.caFile().map(Trust::in).orElse(null), ANSWER_TIMEOUT);
        transport.prepare(Lane.CONTAINMENT);
        return transport;
    }

    private Tenant connected(ConnectionDocument connection, SignIns.Prepared prepared, Transport transport) {
        WireClock clock = new WireClock(nanoTime, wallClock);
        Tokens tokens = prepared.tokens(transport, clock);
        Wire wire = new Wire(transport, tokens, clock, nanoTime, sleep);
        LoginClock tenantClock = new LoginClock(transport, clock, sleep, connection.authority());
        return new Microsoft365Tenant(connection, wire, tenantClock, sleep, Lane.CONTAINMENT);
    }
}

package dev.cordon.microsoft365;

import dev.cordon.microsoft365.connection.ConnectionDocument;
import dev.cordon.microsoft365.connection.ConnectionReader;
import dev.cordon.microsoft365.connection.Trust;
import dev.cordon.microsoft365.signin.SignIns;
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
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Connects to Microsoft 365 over HTTPS. Safe for many threads. */
public final class Microsoft365Connector implements TenantConnector {
    private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(100);

    private final SignIns signIns;
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
        this.nanoTime = nanoTime;
        this.sleep = sleep;
    }

    @Override
    public Tenant connect(Path document, SignIn signIn) {
        ConnectionDocument connection = ConnectionReader.read(document, signIn == SignIn.CERTIFICATE);
        Transport transport = new Transport(connection.caFile().map(Trust::in).orElse(null), ANSWER_TIMEOUT);
        try {
            WireClock clock = new WireClock(nanoTime);
            Tokens tokens = signIns.tokens(connection, signIn, transport, clock);
            Wire wire = new Wire(transport, tokens, clock, nanoTime, sleep);
            LoginClock tenantClock = new LoginClock(transport, clock, sleep, connection.authority());
            return new Microsoft365Tenant(connection, wire, tenantClock, sleep, Lane.CONTAINMENT);
        } catch (RuntimeException e) {
            transport.close();
            throw e;
        }
    }
}

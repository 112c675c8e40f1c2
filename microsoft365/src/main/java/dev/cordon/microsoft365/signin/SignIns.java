package dev.cordon.microsoft365.signin;

import com.microsoft.aad.msal4j.ClientCredentialFactory;
import com.microsoft.aad.msal4j.IClientCredential;
import dev.cordon.microsoft365.connection.ConnectionDocument;
import dev.cordon.microsoft365.wire.Tokens;
import dev.cordon.microsoft365.wire.Transport;
import dev.cordon.microsoft365.wire.Wire.Sleep;
import dev.cordon.microsoft365.wire.WireClock;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.TenantException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.time.InstantSource;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/**
 * Opens sign-ins. No request is made before the first token is asked for.
 *
 * @param instructions told what an administrator must do elsewhere
 * @param browser opens the sign-in page
 * @param wallClock the wall's time, which tokens expire by
 * @param nanoTime the wall's passing
 * @param sleep lets wall time pass
 */
public record SignIns(
        Consumer<String> instructions,
        Consumer<URI> browser,
        InstantSource wallClock,
        LongSupplier nanoTime,
        Sleep sleep) {
    /** A sign-in of which everything is known but the way to the sign-in host. */
    @FunctionalInterface
    public interface Prepared {
        /**
         * Its tokens.
         *
         * @throws TenantException when the authority cannot be used
         */
        Tokens tokens(Transport transport, WireClock clock);
    }

    /**
     * Opens the certificate where one is used.
     *
     * @throws TenantException when it cannot be used
     */
    public Prepared prepare(ConnectionDocument connection, SignIn signIn) {
        return switch (signIn) {
            case CERTIFICATE -> {
                IClientCredential credential = credential(connection);
                yield prepared(connection, msal -> new CertificateAcquisition(connection, credential, msal));
            }
            case BROWSER -> byAdministrator(connection, false);
            case DEVICE_CODE -> byAdministrator(connection, true);
        };
    }

    private Prepared byAdministrator(ConnectionDocument connection, boolean deviceCode) {
        return prepared(
                connection, msal -> new AdministratorAcquisition(connection, msal, deviceCode, instructions, browser));
    }

    private interface Way {
        Acquisition over(MsalTransport transport) throws MalformedURLException;
    }

    private Prepared prepared(ConnectionDocument connection, Way way) {
        return (transport, clock) -> {
            try {
                Acquisition acquisition = way.over(new MsalTransport(transport, clock, connection.authority()));
                return new MsalTokens(acquisition, wallClock, nanoTime, sleep);
            } catch (MalformedURLException | IllegalArgumentException e) {
                throw refused(Failure.Reason.REFUSED, "authority is not an address that tokens can come from", e);
            }
        };
    }

    private static IClientCredential credential(ConnectionDocument connection) {
        ConnectionDocument.Certificate certificate = connection
                .certificate()
                .orElseThrow(() -> new IllegalStateException("The connection was read without its certificate"));
        try (InputStream stream = new BufferedInputStream(Files.newInputStream(certificate.file()))) {
            return ClientCredentialFactory.createFromCertificate(
                    stream, certificate.password().reveal());
        } catch (IOException | GeneralSecurityException e) {
            throw refused(Failure.Reason.NOT_SIGNED_IN, "certificateFile cannot be opened with certificatePassword", e);
        }
    }

    private static TenantException refused(Failure.Reason reason, String problem, Exception cause) {
        return new TenantException(
                new Failure(
                        reason,
                        "Prepare the sign-in",
                        0,
                        "",
                        problem,
                        "",
                        "The connection document cannot be used: " + problem + ".",
                        "Correct it, or write it again, and add the tenant again."),
                cause);
    }
}

package dev.cordon.app;

import dev.cordon.cli.command.SignInChoice;
import dev.cordon.microsoft365.connection.ConnectionReader;
import dev.cordon.response.RequestRefusedException;
import dev.cordon.response.RequestRefusedException.Reason;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.TenantException;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * How to sign in to a tenant: what {@code --sign-in} says; without it by certificate where the connection document names one,
 * else by browser if a person is there, else not at all.
 *
 * @param choice what was typed
 * @param atTerminal whether a person is there, who is then told that he could sign in himself
 * @param said told what was chosen
 */
record SignInRule(SignInChoice choice, boolean atTerminal, Consumer<String> said) {
    /** By certificate, and nothing is said: for simulated tenants of our own. */
    static SignInRule certificate() {
        return new SignInRule(SignInChoice.CERTIFICATE, false, nothing -> {});
    }

    /**
     * How to sign in by this document.
     *
     * @throws RequestRefusedException when the document is malformed, or somebody would have to sign in and nobody is there
     * @throws TenantException when the document, or a file it names, is not there any more
     */
    SignIn of(Path connection) {
        requireWellFormed(connection);
        return switch (choice) {
            case CERTIFICATE -> SignIn.CERTIFICATE;
            case BROWSER -> SignIn.BROWSER;
            case DEVICE_CODE -> SignIn.DEVICE_CODE;
            case AUTO -> hasCertificate(connection) ? byCertificate() : byBrowser(connection);
        };
    }

    /** How one would sign in, without doing it and without a word about it. */
    static SignIn possible(Path connection) {
        return hasCertificate(connection) ? SignIn.CERTIFICATE : SignIn.BROWSER;
    }

    private static void requireWellFormed(Path connection) {
        try {
            ConnectionReader.read(connection, false);
        } catch (TenantException e) {
            if (e.failure().reason() == Failure.Reason.UNREACHABLE) {
                throw e;
            }
            throw new RequestRefusedException(
                    Reason.UNREADABLE_CONNECTION,
                    e.failure().attempted() + ": " + e.failure().meaning(),
                    e.failure().remedy());
        }
    }

    private static boolean hasCertificate(Path connection) {
        return ConnectionReader.read(connection, false).certificate().isPresent();
    }

    private SignIn byCertificate() {
        if (atTerminal) {
            said.accept(
                    "Signing in with the application's certificate. To sign in as yourself: --sign-in browser (or device-code).");
        }
        return SignIn.CERTIFICATE;
    }

    private SignIn byBrowser(Path connection) {
        if (!atTerminal) {
            throw new RequestRefusedException(
                    Reason.UNREADABLE_CONNECTION,
                    "The connection document " + connection
                            + " names no certificate, and no terminal is there at which a person"
                            + " could be asked to sign in. Nothing was changed.",
                    "Name a certificate in it, or say --sign-in browser.");
        }
        return SignIn.BROWSER;
    }
}

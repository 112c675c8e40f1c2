package dev.cordon.microsoft365.signin;

import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.DeviceCodeFlowParameters;
import com.microsoft.aad.msal4j.IAccount;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.InteractiveRequestParameters;
import com.microsoft.aad.msal4j.PublicClientApplication;
import com.microsoft.aad.msal4j.SilentParameters;
import com.microsoft.aad.msal4j.SystemBrowserOptions;
import dev.cordon.microsoft365.connection.ConnectionDocument;
import dev.cordon.microsoft365.wire.Audience;
import java.net.MalformedURLException;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tokens of a signed-in administrator: a browser with PKCE, or a code typed elsewhere. One sign-in serves every service. */
final class AdministratorAcquisition implements Acquisition {
    private final PublicClientApplication application;
    private final ConnectionDocument connection;
    private final Consumer<String> instructions;
    private final Consumer<URI> browser;
    private final boolean deviceCode;
    private final ReentrantLock signingIn = new ReentrantLock();
    private volatile @Nullable IAccount account;

    AdministratorAcquisition(
            ConnectionDocument connection,
            MsalTransport transport,
            boolean deviceCode,
            Consumer<String> instructions,
            Consumer<URI> browser)
            throws MalformedURLException {
        this.connection = connection;
        this.deviceCode = deviceCode;
        this.instructions = instructions;
        this.browser = browser;
        this.application = PublicClientApplication.builder(connection.clientId())
                .authority(connection.authority().toString())
                .instanceDiscovery(connection.isMicrosoft())
                .httpClient(transport)
                .executorService(transport.threads())
                .clientCapabilities(Set.of("cp1"))
                .build();
    }

    @Override
    public CompletableFuture<IAuthenticationResult> acquire(Audience audience, boolean fresh, Optional<String> claims)
            throws MalformedURLException {
        IAccount known = account;
        if (known == null) {
            signingIn.lock();
            try {
                known = account;
                if (known == null) {
                    return CompletableFuture.completedFuture(signedIn(audience, claims));
                }
            } finally {
                signingIn.unlock();
            }
        }
        return silently(audience, known, fresh, claims);
    }

    private IAuthenticationResult signedIn(Audience audience, Optional<String> claims) {
        try {
            IAuthenticationResult result = interactively(audience, claims).get();
            account = result.account();
            return result;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new java.util.concurrent.CancellationException("interrupted while signing in");
        } catch (ExecutionException e) {
            throw new java.util.concurrent.CompletionException(e.getCause());
        }
    }

    private CompletableFuture<IAuthenticationResult> silently(
            Audience audience, IAccount known, boolean fresh, Optional<String> claims) throws MalformedURLException {
        var parameters = SilentParameters.builder(Scopes.of(audience, connection.cloud()), known)
                .forceRefresh(fresh || claims.isPresent());
        claims.ifPresent(json -> parameters.claims(ClaimsRequest.formatAsClaimsRequest(json)));
        return application.acquireTokenSilently(parameters.build());
    }

    private CompletableFuture<IAuthenticationResult> interactively(Audience audience, Optional<String> claims) {
        Set<String> scopes = Scopes.of(audience, connection.cloud());
        if (deviceCode) {
            return application.acquireToken(
                    DeviceCodeFlowParameters.builder(scopes, code -> instructions.accept(code.message()))
                            .build());
        }
        var parameters = InteractiveRequestParameters.builder(URI.create("http://localhost"))
                .scopes(scopes)
                .systemBrowserOptions(SystemBrowserOptions.builder()
                        .openBrowserAction(address -> browser.accept(URI.create(address.toString())))
                        .htmlMessageSuccess("Signed in. You can close this window and go back to Cordon.")
                        .htmlMessageError("The sign-in did not succeed. Go back to Cordon to see why.")
                        .build());
        connection.operator().ifPresent(parameters::loginHint);
        claims.ifPresent(json -> parameters.claims(ClaimsRequest.formatAsClaimsRequest(json)));
        return application.acquireToken(parameters.build());
    }
}

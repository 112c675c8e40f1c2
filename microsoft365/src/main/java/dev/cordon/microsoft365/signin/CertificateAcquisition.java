package dev.cordon.microsoft365.signin;

import com.microsoft.aad.msal4j.ClaimsRequest;
import com.microsoft.aad.msal4j.ClientCredentialParameters;
import com.microsoft.aad.msal4j.ConfidentialClientApplication;
import com.microsoft.aad.msal4j.IAuthenticationResult;
import com.microsoft.aad.msal4j.IClientCredential;
import dev.cordon.microsoft365.connection.ConnectionDocument;
import dev.cordon.microsoft365.wire.Audience;
import java.net.MalformedURLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

/** Tokens of the application itself, by its certificate. */
final class CertificateAcquisition implements Acquisition {
    private final ConfidentialClientApplication application;
    private final ConnectionDocument connection;

    CertificateAcquisition(ConnectionDocument connection, IClientCredential credential, MsalTransport transport)
            throws MalformedURLException {
        this.connection = connection;
        this.application = ConfidentialClientApplication.builder(connection.clientId(), credential)
                .authority(connection.authority().toString())
                .instanceDiscovery(connection.isMicrosoft())
                .httpClient(transport)
                .executorService(transport.threads())
                .clientCapabilities(Set.of("cp1"))
                .build();
    }

    @Override
    public CompletableFuture<IAuthenticationResult> acquire(Audience audience, boolean fresh, Optional<String> claims) {
        var parameters = ClientCredentialParameters.builder(Scopes.of(audience, connection.cloud()))
                .skipCache(fresh);
        claims.ifPresent(json -> parameters.claims(ClaimsRequest.formatAsClaimsRequest(json)));
        return application.acquireToken(parameters.build());
    }
}

package dev.cordon.microsoft365.connection;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/**
 * How to reach one tenant. Read from a JSON document that {@code simulate --write} writes or an administrator fills in.
 *
 * @param tenantId the directory's id or one of its verified domains
 * @param cloud whose audiences the tokens are for
 * @param authority the sign-in address, the tenant included
 * @param graph Microsoft Graph
 * @param exchange Exchange Online
 * @param compliance Security & Compliance, the host that tells which region serves the tenant
 * @param caFile the certificate authority to trust instead of the platform's, PEM
 * @param clientId the application registration
 * @param certificate the application's certificate, where it has one
 * @param operator who signs in at a browser, as a hint
 * @param breakGlass the accounts kept for the day on which nobody else gets in, by UPN or object id
 */
public record ConnectionDocument(
        String tenantId,
        Cloud cloud,
        URI authority,
        URI graph,
        URI exchange,
        URI compliance,
        Optional<Path> caFile,
        String clientId,
        Optional<Certificate> certificate,
        Optional<String> operator,
        Set<String> breakGlass) {
    public ConnectionDocument {
        requireNonNull(tenantId, "tenantId is null");
        requireNonNull(cloud, "cloud is null");
        requireNonNull(authority, "authority is null");
        requireNonNull(graph, "graph is null");
        requireNonNull(exchange, "exchange is null");
        requireNonNull(compliance, "compliance is null");
        requireNonNull(caFile, "caFile is null");
        requireNonNull(clientId, "clientId is null");
        requireNonNull(certificate, "certificate is null");
        requireNonNull(operator, "operator is null");
        breakGlass = Set.copyOf(breakGlass);
    }

    /** Whether the sign-in host is one of Microsoft's own. */
    public boolean isMicrosoft() {
        return Cloud.ofLogin(authority.getHost()).isPresent();
    }

    /**
     * A certificate with its private key.
     *
     * @param file PKCS#12
     * @param password of the file
     */
    public record Certificate(Path file, Secret password) {
        public Certificate {
            requireNonNull(file, "file is null");
            requireNonNull(password, "password is null");
        }
    }
}

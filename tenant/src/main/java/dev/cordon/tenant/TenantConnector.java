package dev.cordon.tenant;

import java.nio.file.Path;

/** Opens connections to tenants. Safe for many threads. */
public interface TenantConnector {
    /**
     * Connects by a connection document. No request is made yet: the first one signs in.
     *
     * @param document the connection document's path; its content is read now and never stored
     * @param signIn how to sign in
     * @throws TenantException {@link Failure.Reason#NOT_SIGNED_IN} or {@link Failure.Reason#REFUSED} when the document or its files
     *     cannot be used
     */
    Tenant connect(Path document, SignIn signIn);

    /** How to sign in. */
    enum SignIn {
        /** The application's certificate. */
        CERTIFICATE,
        /** A browser on this machine, with PKCE. */
        BROWSER,
        /** A code typed on another device; many tenants block it, and we advise to. */
        DEVICE_CODE
    }
}

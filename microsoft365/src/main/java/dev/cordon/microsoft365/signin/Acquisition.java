package dev.cordon.microsoft365.signin;

import com.microsoft.aad.msal4j.IAuthenticationResult;
import dev.cordon.microsoft365.wire.Audience;
import java.net.MalformedURLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** One way to be given tokens by the token library. Safe for many threads. */
interface Acquisition {
    /**
     * @param fresh whether a token in the library's memory will not do
     * @param claims the claims demanded, as JSON
     */
    CompletableFuture<IAuthenticationResult> acquire(Audience audience, boolean fresh, Optional<String> claims)
            throws MalformedURLException;
}

package dev.cordon.microsoft365.wire;

import dev.cordon.tenant.Failure;
import java.util.Optional;

/** How one service words what is not success. */
public interface Dialect {
    /** What may pass when the request is sent again; empty when the answer is final. */
    Optional<Trouble> trouble(Response response);

    /** A final refusal in words, with the remedy for a caller with these claims. */
    Failure refusal(Call call, Response response, TokenClaims claims);

    /** The service's own code and message, where the body has them. */
    Stated stated(Response response);

    /**
     * What a service said.
     *
     * @param code its code, or empty text
     * @param message its message, or empty text; untrusted
     */
    record Stated(String code, String message) {}
}

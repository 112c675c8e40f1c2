package dev.cordon.microsoft365.wire;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/** The claims that continuous access evaluation demands in a new token. */
final class Challenge {
    private static final String CLAIMS = "claims=\"";

    private Challenge() {}

    /** The claims as JSON; empty when the answer demands none. */
    static Optional<String> claims(Response response) {
        String header = response.header("www-authenticate").orElse("");
        int start = header.indexOf(CLAIMS);
        if (start < 0 || !header.contains("insufficient_claims")) {
            return Optional.empty();
        }
        int end = header.indexOf('"', start + CLAIMS.length());
        return end < 0 ? Optional.empty() : decoded(header.substring(start + CLAIMS.length(), end));
    }

    private static Optional<String> decoded(String text) {
        try {
            String urlSafe = text.replace('+', '-').replace('/', '_').replace("=", "");
            return Optional.of(new String(Base64.getUrlDecoder().decode(urlSafe), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}

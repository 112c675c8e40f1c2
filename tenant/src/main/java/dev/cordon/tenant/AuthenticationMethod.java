package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/**
 * One registered way to prove who one is. Its names are untrusted text.
 *
 * @param id the method's id within its type
 * @param type the Graph type without prefix and suffix, for example {@code softwareOath}; types we do not know keep their name
 * @param displayName the device or key name, or the telephone number or address; the type's name when there is none
 * @param createdAt when it was registered; empty means unknown age, never "old"
 */
public record AuthenticationMethod(String id, String type, String displayName, Optional<Instant> createdAt) {
    public AuthenticationMethod {
        requireNonNull(id, "id is null");
        requireNonNull(type, "type is null");
        requireNonNull(displayName, "displayName is null");
        requireNonNull(createdAt, "createdAt is null");
    }

    /** Whether this is the password itself, which is not deletable. */
    public boolean isPassword() {
        return type.equals("password");
    }
}

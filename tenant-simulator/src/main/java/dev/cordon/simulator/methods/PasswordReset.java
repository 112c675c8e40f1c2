package dev.cordon.simulator.methods;

import dev.cordon.simulator.state.TableKey;
import java.time.Instant;

/**
 * A password reset under way.
 *
 * @param done when its status stops being {@code running}, tenant time
 * @param failure why it failed, empty when it succeeded
 */
record PasswordReset(String id, String userId, Instant created, Instant done, String failure) {

    static final TableKey<PasswordReset> TABLE = new TableKey<>("password-resets", PasswordReset.class);
}

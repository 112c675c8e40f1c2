package dev.cordon.store;

import dev.cordon.evidence.Passphrase;
import java.util.Optional;

/** Where the passphrase of an encrypted vault comes from. Asked only where there is one, and only when its bytes are needed. One thread at a time. */
@FunctionalInterface
public interface Passphrases {
    /**
     * The next one to try.
     *
     * @param refused how many of these were wrong
     * @return empty where nobody has another
     */
    Optional<Passphrase> next(int refused);

    /** Nobody has one. */
    static Passphrases none() {
        return _ -> Optional.empty();
    }
}

package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Whether the bytes of evidence lie encrypted, and who can open them. What is encrypted is the vault and nothing else: journal, custody log,
 * imported rows, reports and exports are as they were. Safe for many threads.
 */
public interface VaultEncryption {
    /** Whether it has begun: from then on what is sealed is encrypted. */
    boolean isEncrypted();

    /** Throws where this vault cannot be encrypted by Cordon at all. */
    void requirePossible();

    /** Asks for the passphrase of an encrypted vault, unless somebody gave it already, and throws where nobody has the right one. */
    void open();

    /**
     * Begins to encrypt the vault, or goes on with it, and says when everything is. At each moment, and after a kill at each, every exhibit can
     * be read with the passphrase; calling it again goes on.
     *
     * @param passphrase what will open it; of no meaning where it has begun already, which needs {@link #open}
     */
    Encrypted encrypt(Passphrase passphrase);

    /** From now on another passphrase opens the vault, and the one before does not. Needs {@link #open}; no exhibit is written anew. */
    void change(Passphrase passphrase);

    /**
     * What an encryption did.
     *
     * @param encrypted how many files of the vault it encrypted now
     * @param before how many were already
     * @param removed how many remains of unfinished writing it took away
     * @param left what still lies there as it was, each with the reason
     */
    record Encrypted(long encrypted, long before, long removed, List<String> left) {
        public Encrypted {
            requireNonNull(left, "left is null");
            left = List.copyOf(left);
        }
    }
}

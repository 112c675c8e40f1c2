package dev.cordon.evidence;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Whether the bytes of evidence lie encrypted, and who can open them. What is encrypted is the vault and nothing else: journal, custody log,
 * imported rows, reports and exports are as they were. Safe for many threads.
 */
public interface VaultEncryption {
    /** Whether it has begun, and was not wholly taken back: what is sealed is encrypted, unless {@link #decrypt} has begun since. */
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

    /**
     * Begins to take the vault back to plain bytes, or goes on with it: what is sealed from now on is plain, and what lies there is written anew.
     * At each moment, and after a kill at each, every exhibit can be read with the passphrase; calling it again goes on, and {@link #encrypt}
     * turns back. Needs {@link #open}. The key is kept, under another name, once nothing needs it any more.
     */
    Decrypted decrypt();

    /** From now on another passphrase opens the vault, and the one before does not. Needs {@link #open}; no exhibit is written anew. */
    void change(Passphrase passphrase);

    /**
     * What a decryption did.
     *
     * @param decrypted how many files of the vault it decrypted now
     * @param before how many were plain already
     * @param wholly whether the vault is not encrypted any more
     * @param left what still lies there as it was, each with the reason
     */
    record Decrypted(long decrypted, long before, boolean wholly, List<String> left) {
        public Decrypted {
            requireNonNull(left, "left is null");
            left = List.copyOf(left);
        }
    }

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

package dev.cordon.store.encryption;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * The form of an encrypted file: 16 bytes {@code cordon-sealed/1\n}, 8 bytes that name the key, 32 bytes of salt; then AES-256-GCM in pieces
 * of 64 KiB (the last one shorter, perhaps empty), each with its 16 bytes of tag. The key of the file is derived from the vault's by the salt,
 * the nonce is the number of the piece, and what goes into each tag besides is that head, the SHA-256 of the whole plain file, the number, and
 * whether it is the last: so no piece fits anywhere else, and a file that was cut off has no last one.
 */
public final class SealedForm {
    static final int PIECE = 1 << 16;
    static final int TAG = 16;
    static final int SALT = 32;
    private static final byte[] MAGIC = "cordon-sealed/1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int NAMED = MAGIC.length + KeyId.LENGTH;

    /** How long the head is. */
    public static final int HEAD = NAMED + SALT;

    private SealedForm() {}

    /** With which key a file is encrypted that begins so; empty where it does not look encrypted. */
    public static Optional<KeyId> keyOf(byte[] beginning) {
        return beginning.length >= HEAD && Arrays.equals(beginning, 0, MAGIC.length, MAGIC, 0, MAGIC.length)
                ? Optional.of(new KeyId(Arrays.copyOfRange(beginning, MAGIC.length, NAMED)))
                : Optional.empty();
    }

    /** How many plain bytes an encrypted file of that length holds; empty where none has that length. */
    public static OptionalLong plainLength(long length) {
        long body = length - HEAD;
        long pieces = Math.ceilDiv(body, PIECE + TAG);
        long last = body - (pieces - 1) * (PIECE + TAG);
        boolean isWhole = body >= TAG && last >= TAG && (last > TAG || pieces == 1);
        return isWhole ? OptionalLong.of(body - pieces * TAG) : OptionalLong.empty();
    }

    static byte[] head(KeyId key, byte[] salt) {
        return ByteBuffer.allocate(HEAD).put(MAGIC).put(key.bytes()).put(salt).array();
    }

    static byte[] readHead(KeyId expected, InputStream from) throws IOException {
        byte[] head = from.readNBytes(HEAD);
        KeyId found = keyOf(head).orElseThrow(() -> new ChangedBytesException("bytes that are not encrypted"));
        if (!found.equals(expected)) {
            throw new ChangedBytesException("bytes encrypted with another key (" + found + ", not " + expected + ")");
        }
        return head;
    }

    static byte[] salt(byte[] head) {
        return Arrays.copyOfRange(head, NAMED, HEAD);
    }

    /** What binds the pieces of one file to it: head and digest. */
    static byte[] binding(byte[] head, Digest of) {
        byte[] digest = HexFormat.of().parseHex(of.hex());
        return ByteBuffer.allocate(head.length + digest.length)
                .put(head)
                .put(digest)
                .array();
    }

    static Cipher cipher(int mode, SecretKey key, byte[] binding, long piece, boolean isLast)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        byte[] nonce = ByteBuffer.allocate(12).putInt(0).putLong(piece).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG * Byte.SIZE, nonce));
        cipher.updateAAD(binding);
        cipher.updateAAD(ByteBuffer.allocate(Long.BYTES + 1)
                .putLong(piece)
                .put((byte) (isLast ? 1 : 0))
                .array());
        return cipher;
    }
}

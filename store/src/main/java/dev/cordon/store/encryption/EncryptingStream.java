package dev.cordon.store.encryption;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Writes {@link SealedForm}. For one thread. */
final class EncryptingStream extends OutputStream {
    private final SecretKey key;
    private final byte[] binding;
    private final OutputStream to;
    private final byte[] piece = new byte[SealedForm.PIECE];
    private int filled;
    private long number;
    private boolean closed;

    private EncryptingStream(SecretKey key, byte[] binding, OutputStream to) {
        this.key = key;
        this.binding = binding;
        this.to = to;
    }

    static OutputStream begin(VaultKey vault, Digest of, OutputStream to) throws IOException {
        byte[] salt = VaultKey.bytes(SealedForm.SALT);
        byte[] head = SealedForm.head(vault.id(), salt);
        to.write(head);
        return new EncryptingStream(vault.derive(salt), SealedForm.binding(head, of), to);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        int from = offset;
        int left = length;
        while (left > 0) {
            if (filled == piece.length) {
                flushPiece(false); // only now is it known not to be the last
            }
            int taken = Math.min(left, piece.length - filled);
            System.arraycopy(bytes, from, piece, filled, taken);
            filled += taken;
            from += taken;
            left -= taken;
        }
    }

    private void flushPiece(boolean isLast) throws IOException {
        try {
            to.write(SealedForm.cipher(Cipher.ENCRYPT_MODE, key, binding, number, isLast)
                    .doFinal(piece, 0, filled));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must know AES-256-GCM", e);
        }
        filled = 0;
        number++;
    }

    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        flushPiece(true);
        to.flush();
    }
}

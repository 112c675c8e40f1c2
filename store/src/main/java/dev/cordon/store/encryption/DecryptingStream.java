package dev.cordon.store.encryption;

import dev.cordon.evidence.chain.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.security.GeneralSecurityException;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;

/** Reads {@link SealedForm}; gives nothing of a piece before its tag was checked. For one thread. */
final class DecryptingStream extends InputStream {
    private final SecretKey key;
    private final byte[] binding;
    private final PushbackInputStream from;
    private byte[] piece = new byte[0];
    private int given;
    private long number;
    private boolean wasLast;

    private DecryptingStream(SecretKey key, byte[] binding, InputStream from) {
        this.key = key;
        this.binding = binding;
        this.from = new PushbackInputStream(from);
    }

    static InputStream begin(VaultKey vault, Digest of, InputStream from) throws IOException {
        byte[] head = SealedForm.readHead(vault.id(), from);
        return new DecryptingStream(vault.derive(SealedForm.salt(head)), SealedForm.binding(head, of), from);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        if (length == 0) {
            return 0;
        }
        while (given == piece.length) {
            if (wasLast) {
                return -1;
            }
            nextPiece();
        }
        int taken = Math.min(length, piece.length - given);
        System.arraycopy(piece, given, bytes, offset, taken);
        given += taken;
        return taken;
    }

    private void nextPiece() throws IOException {
        byte[] encrypted = from.readNBytes(SealedForm.PIECE + SealedForm.TAG);
        boolean isLast = isAtEnd();
        if (encrypted.length < SealedForm.TAG) {
            throw changed(isLast);
        }
        try {
            piece = SealedForm.cipher(Cipher.DECRYPT_MODE, key, binding, number, isLast)
                    .doFinal(encrypted);
        } catch (AEADBadTagException _) {
            throw changed(isLast);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform must know AES-256-GCM", e);
        }
        given = 0;
        number++;
        wasLast = isLast;
    }

    private ChangedBytesException changed(boolean isLast) {
        return new ChangedBytesException("encrypted bytes that were changed, cut off, moved or exchanged (piece "
                + (number + 1) + (isLast ? ", where the file ends)" : ")"));
    }

    private boolean isAtEnd() throws IOException {
        int next = from.read();
        if (next < 0) {
            return true;
        }
        from.unread(next);
        return false;
    }

    @Override
    public void close() throws IOException {
        from.close();
    }
}

package dev.cordon.microsoft365.wire;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLException;
import javax.net.ssl.TrustManager;

/**
 * The first words of a TLS handshake, said to nobody: they set up the providers and compute the tables of the elliptic curves, which
 * takes longer than everything else a first connection does, and can be done while something else is under way. Nothing is sent, nothing
 * is kept, and nobody is trusted by it.
 */
public final class FirstWords {
    private static final AtomicBoolean SAID = new AtomicBoolean();

    private FirstWords() {}

    /** Says them on a thread of its own, where nobody in this process has. */
    public static void sayBeside() {
        if (SAID.getAndSet(true)) {
            return;
        }
        Thread.ofVirtual().name("first-words").start(() -> {
            try {
                SSLContext trustsNobody = SSLContext.getInstance("TLS");
                trustsNobody.init(null, new TrustManager[0], null);
                SSLEngine engine = trustsNobody.createSSLEngine();
                engine.setUseClientMode(true);
                engine.beginHandshake();
                var hello = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
                engine.wrap(ByteBuffer.allocate(0), hello);
            } catch (GeneralSecurityException | SSLException _) {
                // The real handshake meets the same and tells it.
            }
        });
    }
}

package dev.cordon.simulator.server;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.CompletableFuture;

/**
 * The RSA keys of a process: made once, beside everything else, for it takes a while. Microsoft's servers and the authorities above them
 * have RSA keys too. Safe for many threads.
 */
final class RsaKeys {
    static final RsaKeys APPLICATION = new RsaKeys();
    static final RsaKeys AUTHORITY = new RsaKeys();
    static final RsaKeys SERVERS = new RsaKeys();

    private static final int BITS = 2048;

    private final CompletableFuture<KeyPair> made = new CompletableFuture<>();

    private RsaKeys() {
        Thread.ofPlatform().daemon().name("rsa-keys").start(this::make);
    }

    KeyPair await() {
        return made.join();
    }

    private void make() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(BITS);
            made.complete(generator.generateKeyPair());
        } catch (GeneralSecurityException | RuntimeException failed) {
            made.completeExceptionally(failed);
        }
    }
}

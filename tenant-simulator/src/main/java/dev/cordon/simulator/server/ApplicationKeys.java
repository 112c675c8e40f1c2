package dev.cordon.simulator.server;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.concurrent.CompletableFuture;

/** The RSA keys of the application's certificate: made once in a process, beside everything else, for it takes a while. */
final class ApplicationKeys {

    private static final CompletableFuture<KeyPair> MADE = new CompletableFuture<>();

    static {
        Thread.ofPlatform().daemon().name("application-keys").start(ApplicationKeys::make);
    }

    private ApplicationKeys() {}

    static KeyPair await() {
        return MADE.join();
    }

    private static void make() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            MADE.complete(generator.generateKeyPair());
        } catch (GeneralSecurityException | RuntimeException failed) {
            MADE.completeExceptionally(failed);
        }
    }
}

package dev.cordon.simulator.identity;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;

/**
 * The key that signs tokens. It ships with the program and is no secret: a token is accepted because the ledger knows it,
 * never because of its signature. Making a key anew would take longer than the rest of the start.
 */
public final class SigningKey {

    private SigningKey() {}

    /** Loads it. */
    public static KeyPair load() {
        try (InputStream in = SigningKey.class.getResourceAsStream("/simulation/token-signing-key.der")) {
            if (in == null) {
                throw new IllegalStateException("The token signing key is missing in the program.");
            }
            var factory = KeyFactory.getInstance("RSA");
            var key = (RSAPrivateCrtKey) factory.generatePrivate(new PKCS8EncodedKeySpec(in.readAllBytes()));
            return new KeyPair(
                    factory.generatePublic(new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent())), key);
        } catch (IOException | GeneralSecurityException unusable) {
            throw new IllegalStateException("The token signing key cannot be used.", unusable);
        }
    }
}

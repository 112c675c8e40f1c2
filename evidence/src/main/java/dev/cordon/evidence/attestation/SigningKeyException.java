package dev.cordon.evidence.attestation;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;

/** The key that an export was to be signed with cannot be used. Nothing was written. */
public final class SigningKeyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SigningKeyException(Path file, String why) {
        super("The export was not signed and not written: " + file + " " + requireNonNull(why, "why is null"));
    }
}

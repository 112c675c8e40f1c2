package dev.cordon.microsoft365.wire;

import java.io.IOException;

/** An answer is longer than its call takes ({@link Call#noLargerThan}), and was given up. Asked again it would be no shorter. */
public final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(int largest) {
        super("The answer is longer than " + largest + " bytes");
    }
}

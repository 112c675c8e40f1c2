package dev.cordon.store.encryption;

import java.util.HexFormat;

/**
 * Names a key without telling anything of it.
 *
 * @param hex 16 lower-case hexadecimal digits
 */
public record KeyId(String hex) {
    static final int LENGTH = 8;

    public KeyId {
        if (!hex.matches("[0-9a-f]{16}")) {
            throw new IllegalArgumentException("Not 16 lower-case hexadecimal digits: " + hex.length() + " characters");
        }
    }

    KeyId(byte[] bytes) {
        this(HexFormat.of().formatHex(bytes));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}

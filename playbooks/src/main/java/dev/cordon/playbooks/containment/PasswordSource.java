package dev.cordon.playbooks.containment;

import dev.cordon.tenant.Secret;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Makes passwords that nobody needs to know: 24 characters from four classes, without characters that look alike.
 *
 * <p>One thread at a time.
 */
public final class PasswordSource {
    private static final int LENGTH = 24;
    private static final List<String> CLASSES =
            List.of("ABCDEFGHJKLMNPQRSTUVWXYZ", "abcdefghijkmnopqrstuvwxyz", "23456789", "!#$%&*+-=?@_");

    private final RandomGenerator random;

    /** Draws from {@code random}, which must be cryptographically strong outside tests. */
    public PasswordSource(RandomGenerator random) {
        this.random = random;
    }

    /** A new password. */
    public synchronized Secret next() {
        List<Character> characters = new ArrayList<>();
        CLASSES.forEach(alphabet -> characters.add(draw(alphabet)));
        String all = String.join("", CLASSES);
        while (characters.size() < LENGTH) {
            characters.add(draw(all));
        }
        for (int i = characters.size() - 1; i > 0; i--) {
            Collections.swap(characters, i, random.nextInt(i + 1));
        }
        StringBuilder password = new StringBuilder(LENGTH);
        characters.forEach(password::append);
        return new Secret(password.toString());
    }

    private char draw(String alphabet) {
        return alphabet.charAt(random.nextInt(alphabet.length()));
    }
}

package dev.cordon.simulator.time;

import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Seeded randomness. A value depends on the seed and the words that name it, never on the order of the draws,
 * so that threads cannot change it. Safe for many threads.
 */
public final class Chance {

    private final long seed;

    /** Chance under one seed. */
    public Chance(long seed) {
        this.seed = seed;
    }

    /** The seed. */
    public long seed() {
        return seed;
    }

    /** A generator that belongs to these words alone. */
    public SplittableRandom generator(Object... words) {
        long hash = mix(seed);
        for (Object word : words) {
            String text = word.toString();
            for (int i = 0; i < text.length(); i++) {
                hash = mix(hash ^ text.charAt(i));
            }
            hash = mix(hash ^ 0x2f2f);
        }
        return new SplittableRandom(hash);
    }

    /** A GUID that belongs to these words. */
    public String guid(Object... words) {
        SplittableRandom random = generator(words);
        long high = (random.nextLong() & ~0xf000L) | 0x4000L;
        long low = (random.nextLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** Random letters and digits, for secrets and opaque ids. */
    public String letters(int length, Object... words) {
        String alphabet = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";
        SplittableRandom random = generator(words);
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    private static long mix(long value) {
        long z = value + 0x9e3779b97f4a7c15L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
